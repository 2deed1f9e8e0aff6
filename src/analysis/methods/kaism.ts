import { methodOf } from '../method.ts';
import { accountKaismFigures, kaismFigures } from '../portfolio/kaism-figures.ts';
import { kaismFindings } from '../portfolio/kaism-findings.ts';
import { kaismSeries } from '../portfolio/kaism-series.ts';

/** Key Account Identification and Selection Matrix: how much we want them × how they rate us against the best competitor. */
export const kaismMethod = methodOf(
  {
    id: 'kaism',
    section: '1.4',
    literature: [
      'Cheverton, P. (2002). How Come You Can’t Identify Your Key Customers? The Essential Guide to Key Account Selection. Kogan Page.',
    ],
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
