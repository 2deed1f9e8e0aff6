import { methodOf } from '../method.ts';
import { accountPointsFigures, pointsFigures } from '../portfolio/points-figures.ts';
import { pointsFindings } from '../portfolio/points-findings.ts';
import { accountPointsSeries, pointsSeries } from '../portfolio/points-series.ts';

/** Points per criterion, weighted: more points, more important. */
export const pointsTableMethod = methodOf(
  {
    id: 'points-table',
    section: '1.2',
    literature: [],
    settings: [
      'scoring.scale',
      'scoring.criteria',
      'scoring.keySet.threshold',
      'scoring.keySet.places',
      'scoring.nearTie',
    ],
    finds: { everyone: ['ranking'] },
    advises: true,
  },
  {
    figures: pointsFigures,
    series: pointsSeries,
    findings: pointsFindings,
    ofAccount: { figures: accountPointsFigures, series: accountPointsSeries },
  },
);
