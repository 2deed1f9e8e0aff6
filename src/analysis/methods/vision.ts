import type { Method } from '../method.ts';
import { accountVisionFigures, visionFigures } from '../programme/vision-figures.ts';
import { visionFindings } from '../programme/vision-findings.ts';
import { accountVisionSeries, visionSeries } from '../programme/vision-series.ts';

const id = 'vision';

/** Presence tests and openness of vision and mission, and their alignment with objectives, segments and KPIs. */
export const vision: Method = {
  id,
  section: '2.5',
  literature: [],
  settings: ['statements.vision.spans', 'statements.mission.spans', 'statements.objectives', 'kpis.kpis'],
  finds: { everyone: ['vision'] },
  run: scope => ({
    figures: visionFigures(scope, id),
    series: visionSeries(scope),
    findings: visionFindings(scope),
  }),
  ofAccount: (scope, account) => ({
    figures: accountVisionFigures(scope, id, account),
    series: accountVisionSeries(scope, account),
  }),
};
