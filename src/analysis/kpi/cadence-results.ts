import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Row, Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import { numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { setting } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { accounts, choice, count, finding } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type CadenceVerdict, type CustomerCadence, cadence, cadencePlaces } from './cadence.ts';
import { descriptionOf } from './figures.ts';
import { rate, trialsOf } from './measurement.ts';
import { kpiSettingsOf } from './settings.ts';

type Kind = 'surveys' | 'reviews';

const asked = (scope: Scope): boolean => scope.of(cadence).some(({ surveys }) => surveys.times > 0);

/** What is held against the intended cadence: surveys where anybody is asked at all, reviews where anybody records them. */
const timesOf = (scope: Scope, row: CustomerCadence, kind: Kind) =>
  kind === 'reviews' ? row.reviews : scope.of(asked) ? row.surveys : undefined;

const limits = (scope: Scope, kind: Kind) =>
  ['from', 'to'].map(end => setting(scope, 'kpis', 'rhythm', kind, end));

/** Where what was never done would stand. */
const placeOf = ({ account }: Customer, kind: Kind): SourceRef => at(account.source, kind);

const kinds = ['surveys', 'reviews'] as const;

/** How many customers get reviews and surveys as often as intended. */
export const cadenceFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  return kinds.flatMap(kind => {
    const rows = scope.of(cadence).flatMap(row => {
      const times = timesOf(scope, row, kind);
      return times === undefined ? [] : [{ ...row, times }];
    });
    const kept = rate(
      scope,
      trialsOf(
        () => rows,
        ({ times }) => times.verdict === 'kept',
        ({ customer }) => cadencePlaces(scope, customer, kind)[0] ?? placeOf(customer, kind),
        all => all.flatMap(({ customer }) => cadencePlaces(scope, customer, kind).slice(1)),
      ),
      kind === 'surveys' ? 'no-answers' : 'no-reviews-recorded',
    );
    return [
      make(`kpi.cadence.${kind}`, kept.value ?? kept.unavailable, 'share', 1, () => kept.inputs, {
        ...descriptionOf(scope, kept),
        assumptions: limits(scope, kind),
        polarity: 'higher',
      }),
    ];
  });
};

const rowsOf = byAccount(
  scope => scope.of(cadence),
  ({ customer }) => customer.id,
);

/** Reviews and surveys of one key account. */
export const accountCadenceFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const rows = rowsOf(scope, account).filter(({ key }) => key);
  return kinds.flatMap(kind =>
    rows.flatMap(row => {
      const times = timesOf(scope, row, kind);
      if (times === undefined) return [];
      const places = cadencePlaces(scope, row.customer, kind);
      return figuresOf(method, scope.period)(
        `account.${account}.kpi.cadence.${kind}`,
        times.times,
        'count',
        0,
        places.length > 0 ? places : [placeOf(row.customer, kind)],
        { assumptions: limits(scope, kind), formula: numberOfFirst(times.times) },
      );
    }),
  );
};

/** `kpi.cadence`: the key accounts, and whoever else is asked too often or never. */
export const cadenceSeries = (scope: Scope): Series => {
  const rows = scope
    .of(cadence)
    .filter(row => row.key || timesOf(scope, row, 'surveys')?.verdict !== 'kept')
    .filter(row => timesOf(scope, row, 'surveys') ?? row.reviews);
  return {
    id: 'kpi.cadence',
    columns: [
      column.account,
      column.flag('key'),
      column.count('surveyWaves'),
      column.term('surveysVerdict', 'cadence'),
      column.count('reviewsHeld'),
      column.term('reviewsVerdict', 'cadence'),
    ],
    rows: rows.map((row): Row => {
      const surveys = timesOf(scope, row, 'surveys');
      return {
        account: row.customer.id,
        key: row.key,
        surveyWaves: column.orMissing(surveys?.times),
        surveysVerdict: column.orMissing(surveys?.verdict),
        reviewsHeld: column.orMissing(row.reviews?.times),
        reviewsVerdict: column.orMissing(row.reviews?.verdict),
      };
    }),
    inputs: ['kpi.cadence.surveys', 'kpi.cadence.reviews'],
    get rowInputs() {
      return rows.map(row => {
        const found = [
          ...cadencePlaces(scope, row.customer, 'surveys'),
          ...(row.reviews === undefined ? [] : cadencePlaces(scope, row.customer, 'reviews')),
        ];
        return found.length > 0 ? found : [row.customer.account.source];
      });
    },
  };
};

/** Who is reviewed or asked more or less often than the programme intends. */
export const cadenceFindings = (scope: Scope): Finding[] =>
  (['reviews', 'surveys'] as const).flatMap(kind => {
    const rows = scope.of(cadence).flatMap(row => {
      const times = timesOf(scope, row, kind);
      return times === undefined ? [] : [{ id: row.customer.id, ...times }];
    });
    const which = (verdict: CadenceVerdict): string[] =>
      rows.filter(row => row.verdict === verdict).map(({ id }) => id);
    const [few, many] = [which('too-few'), which('too-many')];
    if (rows.length === 0) return [];
    const { from, to } = kpiSettingsOf(scope).rhythm[kind];
    const common = {
      all: count(rows.length),
      from: count(from),
      to: count(to),
      equal: choice(from === to ? 'yes' : 'no'),
    };
    if (few.length + many.length === 0)
      return [finding(`kpi-cadence.${kind}-kept`, 'good', 20, [`kpi.cadence.${kind}`], common)];
    return [
      finding(`kpi-cadence.${kind}-off`, 'attention', kind === 'reviews' ? 60 : 50, [`kpi.cadence.${kind}`], {
        ...common,
        side: choice(many.length === 0 ? 'few' : few.length === 0 ? 'many' : 'both'),
        few: count(few.length),
        many: count(many.length),
        most: count(Math.max(0, ...rows.map(row => row.times))),
        fewAccounts: accounts(few),
        manyAccounts: accounts(many),
      }),
    ];
  });
