import { methodOf } from '../method.ts';
import { adoptionFigures } from '../programme/adoption-figures.ts';
import { adoptionFindings } from '../programme/adoption-findings.ts';
import { adoptionSeries } from '../programme/adoption-series.ts';

/** The path from D by B to A: stages, criteria, hypotheses, and accounts against plan. */
export const adoption = methodOf(
  {
    id: 'adoption',
    section: '2.2',
    literature: ['Capon, N. (2001). Key Account Management and Planning. Free Press.'],
    settings: ['adoption.stages', 'commitment.breadthCut', 'commitment.depthCut'],
    finds: { everyone: ['adoption'] },
  },
  {
    figures: adoptionFigures,
    series: adoptionSeries,
    findings: adoptionFindings,
  },
);
