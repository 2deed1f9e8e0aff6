import { methodOf } from '../method.ts';
import { accountKaismFigures, kaismFigures } from '../portfolio/kaism-figures.ts';
import { kaismFindings } from '../portfolio/kaism-findings.ts';
import { kaismSeries } from '../portfolio/kaism-series.ts';

/** Key Account Identification and Selection Matrix: how much we want them × how they rate us against the best competitor. */
export const kaismMethod = methodOf(
  {
    id: 'kaism',
    section: '1.4',
    literature: ['Cheverton, P. et al. (2002). Key Account Management in Financial Services. Kogan Page.'],
    settings: [
      'scoring.scale',
      'scoring.kaism.attractiveness',
      'scoring.kaism.strength',
      'scoring.kaism.near',
    ],
    finds: { everyone: ['kaism'] },
  },
  {
    figures: kaismFigures,
    series: kaismSeries,
    findings: kaismFindings,
    ofAccount: { figures: accountKaismFigures },
  },
);
