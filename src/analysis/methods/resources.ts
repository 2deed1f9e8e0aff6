import type { Method } from '../method.ts';
import { accountResourceFigures } from '../resources/account-figures.ts';
import { resourceFindings } from '../resources/findings.ts';
import { programmeResourceFigures } from '../resources/programme-figures.ts';
import {
  assignmentSeries,
  kindSeries,
  peopleSeries,
  quarterSeries,
  shareSeries,
  technologySeries,
} from '../resources/series.ts';

const id = 'resources';

/** People, money and technology of the programme, and whether they go where the worth is. */
export const resources: Method = {
  id,
  section: '2.6',
  literature: [],
  settings: [
    'workspace.basis',
    'workspace.thresholds.effortLow',
    'workspace.thresholds.effortHigh',
    'resources.weights.hours',
    'resources.weights.money',
    'resources.fullTime',
    'resources.budgetTolerance',
  ],
  finds: { everyone: ['resources'] },
  advises: true,
  run: scope => ({
    figures: programmeResourceFigures(scope, id),
    series: [
      shareSeries(scope),
      kindSeries(scope),
      quarterSeries(scope),
      assignmentSeries(scope),
      peopleSeries(scope),
      technologySeries(scope),
    ],
    findings: resourceFindings(scope),
  }),
  ofAccount: (scope, account) => ({ figures: accountResourceFigures(scope, id, account), series: [] }),
};
