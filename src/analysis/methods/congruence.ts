import { methodOf } from '../method.ts';
import { congruenceFigures } from '../programme/congruence-figures.ts';
import { congruenceFindings } from '../programme/congruence-findings.ts';
import { congruenceSeries } from '../programme/congruence-series.ts';

/** Maturity of strategy, organisation, human resources, systems and processes against what the target cell needs. */
export const congruenceMethod = methodOf(
  {
    id: 'congruence',
    section: '2.3',
    literature: ['Capon, N. (2001). Key Account Management and Planning. Free Press.'],
    settings: ['congruence.target', 'congruence.needed', 'congruence.spreadLine', 'congruence.staleAfter'],
    finds: { everyone: ['congruence'] },
  },
  {
    figures: congruenceFigures,
    series: congruenceSeries,
    findings: congruenceFindings,
  },
);
