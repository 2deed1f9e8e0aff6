import { methodOf } from '../method.ts';
import { accountResourceFigures } from '../resources/account-figures.ts';
import { resourceFindings } from '../resources/findings.ts';
import { programmeResourceFigures } from '../resources/programme-figures.ts';
import { accountRatioSeries } from '../resources/ratio-series.ts';
import {
  assignmentSeries,
  kindSeries,
  peopleSeries,
  quarterSeries,
  shareSeries,
  technologySeries,
} from '../resources/series.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

/** People, money and technology of the programme, and whether they go where the worth is. */
export const resources = methodOf(
  {
    id: 'resources',
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
    finds: { everyone: ['resources'], account: ['resources'] },
    advises: true,
  },
  {
    figures: programmeResourceFigures,
    series: scope => [
      seriesOnDemand(scope, 'programme.resources.shares', () => shareSeries(scope)),
      seriesOnDemand(scope, 'programme.resources.kinds', () => kindSeries(scope)),
      seriesOnDemand(scope, 'programme.resources.quarters', () => quarterSeries(scope)),
      seriesOnDemand(scope, 'programme.resources.assignments', () => assignmentSeries(scope)),
      seriesOnDemand(scope, 'programme.resources.people', () => peopleSeries(scope)),
      seriesOnDemand(scope, 'programme.resources.technology', () => technologySeries(scope)),
    ],
    findings: resourceFindings,
    ofAccount: { figures: accountResourceFigures, series: accountRatioSeries },
  },
);
