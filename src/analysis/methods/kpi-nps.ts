import type { Series } from '../../model/series.ts';
import { customers } from '../customers.ts';
import { kpiParts } from '../kpi/figures.ts';
import type { Measurement } from '../kpi/measurement.ts';
import { npsFindings } from '../kpi/nps-findings.ts';
import { nps } from '../kpi/surveys.ts';
import { methodOf } from '../method.ts';
import * as column from '../portfolio/columns.ts';
import { apart, type Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';

/** Net promoter score with its adjusted-Wald interval, and its history. */
export const kpiNps = methodOf(
  {
    id: 'kpi-nps',
    section: '4.3',
    literature: [
      'Reichheld, F. F. (2003). The one number you need to grow. Harvard Business Review 81(12).',
      'Rocks, B. (2016). Interval estimation for the Net Promoter Score. The American Statistician 70.',
    ],
    settings: ['kpis.censusFrom', 'workspace.thresholds.confidence', 'workspace.thresholds.smallSample'],
    finds: { everyone: ['kpi'] },
  },
  {
    ...kpiParts(['nps']),
    series: scope => [historySeries(scope)],
    findings: npsFindings,
  },
);

const npsOfAll = (scope: Scope): Measurement => nps(scope, scope.of(customers));

const quarterOf = (scope: Scope) => {
  const { value, interval, sample } = apart(scope, npsOfAll);
  return {
    period: scope.period,
    value,
    interval,
    sample,
    get inputs() {
      return apart(scope, npsOfAll).inputs;
    },
  };
};

const historySeries = (scope: Scope): Series => {
  const quarters = trailOf(scope.period)
    .map(period => quarterOf(scope.at(period)))
    .filter(({ value }) => value !== undefined);
  return {
    id: 'kpi.nps.history',
    columns: [
      column.period,
      ...['nps', 'low', 'high'].map(name => column.measure(name, 'nps', 0)),
      column.count('n'),
    ],
    rows: quarters.map(({ period, value, interval, sample }) => ({
      period,
      nps: column.orMissing(value),
      low: column.orMissing(interval?.low),
      high: column.orMissing(interval?.high),
      n: column.orMissing(sample),
    })),
    get inputs() {
      return quarters.flatMap(({ inputs }) => inputs);
    },
    get rowInputs() {
      return quarters.map(({ inputs }) => inputs);
    },
  };
};
