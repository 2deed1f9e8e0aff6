import type { FigureInput } from '../../model/figure.ts';
import { previous } from '../../model/period.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import { valueRanking } from '../account-plan/value-ranking.ts';
import * as column from '../portfolio/columns.ts';
import { pointsTable } from '../portfolio/points-table.ts';
import { portfolioRevenue } from '../portfolio/revenue.ts';
import { judged, type Verdict } from '../rationalisation/verdict.ts';
import { whaleCurve } from '../rationalisation/whale.ts';
import type { Scope } from '../scope.ts';

type Places = ReadonlyMap<string, number>;

interface Ranking {
  /** Of its columns: `revenueRank`, `revenueClimb`. */
  readonly name: 'revenue' | 'points' | 'value' | 'contribution';
  readonly places: (scope: Scope) => Places;
  /** What a place in it rests on, after `account.<id>.`. */
  readonly figure: string;
}

/** Places from 1 in the order of a list. */
const inOrder = (ids: readonly string[]): Places => new Map(ids.map((id, index) => [id, index + 1]));

/** The rankings of the product, each as the review of its quarter prints it. */
const rankings: readonly Ranking[] = [
  {
    name: 'revenue',
    places: scope =>
      inOrder(
        scope
          .of(portfolioRevenue)
          .rows.filter(({ current }) => current.total !== undefined)
          .map(({ customer }) => customer.id),
      ),
    figure: 'revenue',
  },
  {
    name: 'points',
    places: scope =>
      new Map(
        (scope.of(pointsTable)?.rows ?? []).flatMap(({ customer, rank }) =>
          rank === undefined ? [] : [[customer.id, rank]],
        ),
      ),
    figure: 'score.total',
  },
  {
    name: 'value',
    places: scope =>
      new Map(scope.of(valueRanking).rows.map(({ customer, valueRank }) => [customer.id, valueRank])),
    figure: 'value-chain.relation-value-rank',
  },
  {
    name: 'contribution',
    places: scope => inOrder(scope.of(whaleCurve).points.map(({ row }) => row.customer.id)),
    figure: 'rationalisation.contribution',
  },
];

interface Place {
  readonly now?: number | undefined;
  /** Places gained since the last quarter: first is 1, so whoever climbs has a smaller number now. */
  readonly climb?: number | undefined;
}

interface Moved {
  readonly account: string;
  readonly places: ReadonlyMap<Ranking, Place>;
  readonly verdict?: Verdict | undefined;
  readonly verdictPrior?: Verdict | undefined;
}

/** Who changed places in some ranking, or is judged otherwise, since the last quarter; by revenue, then by points. */
const movedPlaces = (scope: Scope): readonly Moved[] => {
  const before = scope.at(previous(scope.period));
  const sides = rankings.map(ranking => ({
    ranking,
    now: ranking.places(scope),
    earlier: ranking.places(before),
  }));
  const verdicts = verdictsOf(scope);
  const verdictsBefore = verdictsOf(before);
  const accounts = new Set(sides.flatMap(({ now }) => [...now.keys()]));
  return [...accounts]
    .map(account => ({
      account,
      places: new Map(
        sides.map(one => [one.ranking, placeOf(one.now.get(account), one.earlier.get(account))]),
      ),
      verdict: verdicts.get(account),
      verdictPrior: verdictsBefore.get(account),
    }))
    .filter(hasMoved);
};

const verdictsOf = (scope: Scope): ReadonlyMap<string, Verdict> =>
  new Map(scope.of(judged).map(({ customer, verdict }) => [customer.id, verdict]));

const placeOf = (now: number | undefined, earlier: number | undefined): Place => ({
  now,
  climb: now === undefined || earlier === undefined ? undefined : earlier - now,
});

const hasMoved = ({ places, verdict, verdictPrior }: Moved): boolean =>
  [...places.values()].some(({ climb = 0 }) => climb !== 0) ||
  (isJudged(verdict) && isJudged(verdictPrior) && verdict !== verdictPrior);

/** To know the contribution of somebody, or no longer to know it, is no other judgement. */
const isJudged = (verdict: Verdict | undefined): boolean => verdict !== undefined && verdict !== 'unknown';

/** `portfolio.movements.places`: places in every ranking, what they gained since the last quarter, and both verdicts. */
export const placeSeries = (scope: Scope): Series => {
  const rows = movedPlaces(scope);
  return {
    id: 'portfolio.movements.places',
    columns: [
      column.account,
      ...rankings.flatMap(({ name }): readonly Column[] => [
        column.count(`${name}Rank`),
        column.measure(`${name}Climb`, 'count', 0, true),
      ]),
      column.term('verdictPrior', 'rationalisation'),
      column.term('rationalisation', 'rationalisation'),
    ],
    rows: rows.map(rowOf),
    get rowInputs() {
      return rows.map(inputsOf);
    },
    get inputs() {
      return rows.flatMap(inputsOf);
    },
  };
};

const rowOf = ({ account, places, verdict, verdictPrior }: Moved): Row => ({
  account,
  ...Object.fromEntries(
    [...places].flatMap(([{ name }, { now, climb }]) => [
      [`${name}Rank`, column.orMissing(now)],
      [`${name}Climb`, column.orMissing(climb)],
    ]),
  ),
  verdictPrior: column.orMissing(verdictPrior),
  rationalisation: column.orMissing(verdict),
});

const inputsOf = ({ account, places, verdict }: Moved): readonly FigureInput[] => [
  ...[...places].flatMap(([{ figure }, { now }]) =>
    now === undefined ? [] : [`account.${account}.${figure}`],
  ),
  ...(verdict === undefined ? [] : [`account.${account}.rationalisation.verdict`]),
];
