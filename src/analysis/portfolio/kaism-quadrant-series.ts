import type { FigureInput } from '../../model/figure.ts';
import { previous } from '../../model/period.ts';
import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { isKey } from '../customers.ts';
import { ratio, sum, zero } from '../money.ts';
import type { Scope } from '../scope.ts';
import * as column from './columns.ts';
import { kaism, quadrants } from './kaism.ts';
import { portfolioRevenue, revenueRows } from './revenue.ts';

/** The customers of a quadrant, or of none, now and a quarter ago. */
interface Group {
  readonly quadrant: string;
  readonly inside: readonly Customer[];
  readonly before: number | undefined;
  /** Figure of how many they are; those of no quadrant have none. */
  readonly count?: string;
  readonly inputs: readonly FigureInput[];
}

/** `portfolio.kaism.quadrants`: the quadrants and, so that they add up to the portfolio, those that stand in none. */
export const quadrantSeries = (scope: Scope): Series => {
  const groups = groupsOf(scope);
  return {
    id: 'portfolio.kaism.quadrants',
    columns: [
      column.term('quadrant', 'kaism'),
      column.shows(column.count('accounts'), '{countFigure}'),
      column.count('accountsPrior'),
      column.count('key'),
      column.amount(scope, 'revenue'),
      column.share('share'),
    ],
    rows: groups.map(group => rowOf(scope, group)),
    get rowInputs() {
      return groups.map(group => inputsOf(scope, group));
    },
    get inputs() {
      return (scope.of(kaism)?.rows ?? [])
        .filter(({ quadrant }) => quadrant !== undefined)
        .map(({ customer }) => `account.${customer.id}.kaism.quadrant`);
    },
  };
};

const groupsOf = (scope: Scope): readonly Group[] => {
  const now = scope.of(kaism)?.rows ?? [];
  const earlier = scope.at(previous(scope.period)).of(kaism)?.rows ?? [];
  const placed = quadrants.map((quadrant): Group => {
    const before = earlier.filter(row => row.quadrant === quadrant);
    return {
      quadrant,
      inside: now.filter(row => row.quadrant === quadrant).map(({ customer }) => customer),
      before: before.length,
      count: `portfolio.kaism.${quadrant}.count`,
      inputs: [
        `portfolio.kaism.${quadrant}.count`,
        ...before.flatMap(({ strength }) => strength?.source ?? []),
      ],
    };
  });
  const rated = new Set(now.map(({ customer }) => customer.id));
  const outside: readonly Group[] = [
    {
      quadrant: 'unplaced',
      inside: now.filter(({ quadrant }) => quadrant === undefined).map(({ customer }) => customer),
      before: earlier.filter(({ quadrant }) => quadrant === undefined).length,
      inputs: [],
    },
    // Who left is no longer in the points table, and its revenue still counts.
    {
      quadrant: 'unrated',
      inside: scope
        .of(portfolioRevenue)
        .rows.map(({ customer }) => customer)
        .filter(({ id }) => !rated.has(id)),
      before: undefined,
      inputs: [],
    },
  ];
  return [...placed, ...outside.filter(({ inside }) => inside.length > 0)];
};

const rowOf = (scope: Scope, { quadrant, inside, before, count }: Group): Row => {
  const revenueOf = scope.of(revenueRows);
  const amounts = inside.flatMap(({ id }) => revenueOf.get(id)?.current.total ?? []);
  const positive = sum(amounts.filter(amount => amount.greaterThan(zero)));
  return {
    quadrant,
    countFigure: column.orMissing(count),
    accounts: inside.length,
    accountsPrior: column.orMissing(before),
    key: inside.filter(customer => isKey(scope, customer)).length,
    revenue: amounts.length === 0 ? null : sum(amounts).toNumber(),
    share: column.orMissing(ratio(positive, scope.of(portfolioRevenue).base)),
  };
};

const inputsOf = (scope: Scope, { inside, inputs }: Group): readonly FigureInput[] => [
  ...inputs,
  ...inside.flatMap(customer => [
    ...(scope.of(revenueRows).has(customer.id) ? [`account.${customer.id}.revenue`] : []),
    ...(isKey(scope, customer) ? [at(customer.account.source, 'key')] : []),
  ]),
  'portfolio.revenue.positive',
];
