import { type KpiId, kpiIds } from '../../model/kpi.ts';
import { type PeriodId, previous, yearBefore } from '../../model/period.ts';
import { apart, type Scope } from '../scope.ts';
import { quartersShown, trailOf } from '../spans.ts';
import { kpiDefinitions } from './definitions.ts';
import { kpiSettingsOf } from './settings.ts';
import { accountSubjects, kamSubjects, type Subject, segmentSubjects } from './subjects.ts';
import { type InQuarter, type Trend, trendOf } from './trend.ts';

type Trails = ReadonlyMap<string, readonly InQuarter[]>;

/** Course of a KPI of a segment, a manager or a key account over the quarters that a trend looks at. */
export const trendOfSubject = (scope: Scope, { prefix, key }: Subject, kpi: KpiId): Trend | undefined => {
  const trails = scope.of(
    key ? trailsOfKeyAccounts : prefix.startsWith('kam.') ? trailsOfKams : trailsOfSegments,
  );
  const trail = trails.get(`${prefix}.${kpi}`) ?? [];
  return trendOf(kpi, trail, quartersShown - 1, kpiSettingsOf(scope).trend);
};

const trailsOfSegments = (scope: Scope): Trails =>
  trailsOf(scope, scope.of(segmentSubjects), ({ perGroup }) => perGroup);

const trailsOfKams = (scope: Scope): Trails =>
  trailsOf(scope, scope.of(kamSubjects), ({ perGroup }) => perGroup);

const trailsOfKeyAccounts = (scope: Scope): Trails =>
  trailsOf(
    scope,
    scope.of(accountSubjects).filter(({ key }) => key),
    ({ perAccount }) => perAccount,
  );

type Definition = (typeof kpiDefinitions)[KpiId];

/** Quarter by quarter for all subjects, so that what a quarter rests on goes before the next one comes. */
const trailsOf = (
  scope: Scope,
  subjects: readonly Subject[],
  isMeasured: (definition: Definition) => boolean,
): Trails => {
  const kpis = kpiIds.filter(kpi => isMeasured(kpiDefinitions[kpi]));
  const found = new Map<string, InQuarter[]>();
  for (const [at, period] of trailOf(scope.period).entries()) {
    const measureAll = (quarter: Scope): void => {
      for (const { prefix, customers } of subjects)
        for (const kpi of kpis) {
          const { value } = kpiDefinitions[kpi].measure(quarter, customers);
          if (value === undefined) continue;
          const name = `${prefix}.${kpi}`;
          found.set(name, [...(found.get(name) ?? []), { at, value }]);
        }
    };
    if (isKept(scope, period)) measureAll(scope.at(period));
    else apart(scope.at(period), measureAll);
  }
  return found;
};

/** This quarter, the last and that of a year ago are measured in full anyway. */
const isKept = (scope: Scope, period: PeriodId): boolean =>
  [scope.period, previous(scope.period), yearBefore(scope.period)].includes(period);
