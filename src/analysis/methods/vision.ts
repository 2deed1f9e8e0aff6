import { methodOf } from '../method.ts';
import { accountVisionFigures, visionFigures } from '../programme/vision-figures.ts';
import { visionFindings } from '../programme/vision-findings.ts';
import { accountVisionSeries, visionSeries } from '../programme/vision-series.ts';

/** Presence tests and openness of vision and mission, and their alignment with objectives, segments and KPIs. */
export const vision = methodOf(
  {
    id: 'vision',
    section: '2.5',
    literature: [],
    settings: ['statements.vision.spans', 'statements.mission.spans', 'statements.objectives', 'kpis.kpis'],
    finds: { everyone: ['vision'] },
  },
  {
    figures: visionFigures,
    series: visionSeries,
    findings: visionFindings,
    ofAccount: { figures: accountVisionFigures, series: accountVisionSeries },
  },
);
