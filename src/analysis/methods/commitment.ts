import type { Method } from '../method.ts';
import { commitmentFigures } from '../programme/commitment-figures.ts';
import { commitmentFindings } from '../programme/commitment-findings.ts';
import { commitmentSeries } from '../programme/commitment-series.ts';

const id = 'commitment';

/** Breadth × depth of the programme's commitment, its archetype and its trail. */
export const commitment: Method = {
  id,
  section: '2.1',
  literature: ['Capon, N. (2001). Key Account Management and Planning. Free Press.'],
  settings: ['commitment.breadthCut', 'commitment.depthCut', 'workspace.basis'],
  finds: { everyone: ['commitment'] },
  run: scope => ({
    figures: commitmentFigures(scope, id),
    series: commitmentSeries(scope),
    findings: commitmentFindings(scope),
  }),
};
