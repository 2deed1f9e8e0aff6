import type { Method } from '../method.ts';
import { accountPointsFigures, pointsFigures } from '../portfolio/points-figures.ts';
import { pointsFindings } from '../portfolio/points-findings.ts';
import { accountPointsSeries, pointsSeries } from '../portfolio/points-series.ts';

const id = 'points-table';

/** Points per criterion, weighted: more points, more important. */
export const pointsTableMethod: Method = {
  id,
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
  run: scope => ({
    figures: pointsFigures(scope, id),
    series: pointsSeries(scope),
    findings: pointsFindings(scope),
  }),
  ofAccount: (scope, account) => ({
    figures: accountPointsFigures(scope, id, account),
    series: accountPointsSeries(scope, account),
  }),
};
