import type { Method } from '../method.ts';
import { adoptionFigures } from '../programme/adoption-figures.ts';
import { adoptionFindings } from '../programme/adoption-findings.ts';
import { adoptionSeries } from '../programme/adoption-series.ts';

const id = 'adoption';

/** The path from D by B to A: stages, criteria, hypotheses, and accounts against plan. */
export const adoption: Method = {
  id,
  section: '2.2',
  literature: ['Capon, N. (2001). Key Account Management and Planning. Free Press.'],
  settings: ['adoption.stages', 'commitment.breadthCut', 'commitment.depthCut'],
  finds: { everyone: ['adoption'] },
  run: scope => ({
    figures: adoptionFigures(scope, id),
    series: adoptionSeries(scope),
    findings: adoptionFindings(scope),
  }),
};
