import { methodOf } from '../method.ts';
import { commitmentFigures } from '../programme/commitment-figures.ts';
import { commitmentFindings } from '../programme/commitment-findings.ts';
import { commitmentSeries } from '../programme/commitment-series.ts';

/** Breadth × depth of the programme's commitment, its archetype and its trail. */
export const commitment = methodOf(
  {
    id: 'commitment',
    section: '2.1',
    literature: ['Capon, N. (2001). Key Account Management and Planning. Free Press.'],
    settings: ['commitment.breadthCut', 'commitment.depthCut', 'commitment.staleAfter', 'workspace.basis'],
    finds: { everyone: ['commitment'] },
  },
  {
    figures: commitmentFigures,
    series: commitmentSeries,
    findings: commitmentFindings,
  },
);
