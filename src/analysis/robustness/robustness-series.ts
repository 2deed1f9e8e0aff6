import type { Row, Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import { keySetAnswer } from '../portfolio/key-set-answer.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import { difference } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { seriesOnDemand } from '../series-on-demand.ts';
import { centralWeights } from './central-weights.ts';
import { type Contender, contenders, standardError } from './contenders.ts';
import type { KeySetChange } from './key-set-change.ts';
import { type Robustness, robustness } from './robustness.ts';

export const robustnessSeries = (scope: Scope): Series[] => {
  const found = scope.of(robustness);
  return [
    seriesOnDemand(scope, 'portfolio.robustness.acceptability', () => acceptability(scope, found)),
    seriesOnDemand(scope, 'portfolio.robustness.ranks', () => ranks(scope, found)),
    weights(found),
    ties(found),
    central(scope, found),
  ];
};

const totals = (all: readonly Contender[]): string[] =>
  all.map(({ row }) => `account.${row.customer.id}.score.total`);

/** Each account for which weights may matter: its probabilities and the ranks it was seen at. */
const acceptability = (scope: Scope, found: Robustness | undefined): Series => {
  const all = scope.of(contenders);
  const shown = (name: string, figure: string) =>
    column.shows(column.share(name), `account.{account}.robustness.${figure}`);
  const rank = (name: string, figure: string) =>
    column.shows(column.count(name), `account.{account}.robustness.${figure}`);
  return {
    id: 'portfolio.robustness.acceptability',
    columns: [
      column.shows(column.count('rank'), 'account.{account}.score.rank'),
      column.account,
      column.flag('key'),
      column.flag('inKeySet'),
      column.term('keySetAnswer', 'key-set-answer'),
      shown('keySetNear', 'key-set'),
      column.measure('standardError', 'points', 2),
      shown('keySetAny', 'key-set-any'),
      shown('firstAny', 'first'),
      rank('rankBest', 'rank-best'),
      rank('rankWorst', 'rank-worst'),
      rank('rankBestAny', 'rank-best-any'),
      rank('rankWorstAny', 'rank-worst-any'),
    ],
    rows: all.map(contender => ({
      rank: column.orMissing(contender.row.rank),
      account: contender.row.customer.id,
      key: contender.row.key,
      inKeySet: column.orMissing(contender.row.inKeySet),
      keySetAnswer: column.orMissing(found && keySetAnswer(contender.row, found.table.scoring.keySet)),
      keySetNear: column.orMissing(contender.near),
      standardError:
        contender.near === undefined || found === undefined
          ? null
          : standardError(contender.near, found.near.samples),
      keySetAny: column.orMissing(contender.any),
      firstAny: contender.first,
      rankBest: contender.best,
      rankWorst: contender.worst,
      rankBestAny: contender.bestAny,
      rankWorstAny: contender.worstAny,
    })),
    get rowInputs() {
      return all.map(({ row }) => [
        `account.${row.customer.id}.robustness.key-set`,
        'portfolio.robustness.samples',
      ]);
    },
    get inputs() {
      return totals(all);
    },
  };
};

/** How often each of them took each of the leading ranks; ranks that it never took have no row. */
const ranks = (scope: Scope, found: Robustness | undefined): Series => {
  const all = scope.of(contenders);
  const rows = found === undefined ? [] : all.flatMap(contender => rankRows(found, contender));
  return {
    id: 'portfolio.robustness.ranks',
    columns: [column.account, column.count('rank'), column.share('shareNear'), column.share('shareAny')],
    rows,
    get rowInputs() {
      return rows.map(({ account }) => [
        `account.${String(account)}.score.total`,
        'portfolio.robustness.samples',
      ]);
    },
    get inputs() {
      return totals(all);
    },
  };
};

const rankRows = ({ any, near }: Robustness, { row, index }: Contender): Row[] =>
  Array.from({ length: near.leading }, (_, rank) => {
    const share = (counted: Robustness['any']): number =>
      (counted.ranks[index * counted.leading + rank] ?? 0) / counted.samples;
    return { account: row.customer.id, rank: rank + 1, shareNear: share(near), shareAny: share(any) };
  }).filter(({ shareNear, shareAny }) => Number(shareNear) > 0 || Number(shareAny) > 0);

/** For each criterion the shares of weight between which the key set stays the same, and who comes and goes at the ends. */
const weights = (found: Robustness | undefined): Series => {
  const figure = (name: string) => `portfolio.robustness.weight.{criterionId}.${name}`;
  const customer = (row: number | undefined): string | null =>
    row === undefined ? null : (found?.grid.rows[row]?.customer.id ?? null);
  const change = (side: 'low' | 'high', at: KeySetChange | undefined): Row => ({
    [`${side}Enters`]: customer(at?.enters),
    [`${side}Leaves`]: customer(at?.leaves),
  });
  return {
    id: 'portfolio.robustness.weights',
    columns: [
      column.text('criterionId'),
      column.text('criterion'),
      column.shows(column.share('weightShare'), figure('stated')),
      column.shows(column.share('weightLow'), figure('low')),
      { id: 'lowEnters', kind: 'account' },
      { id: 'lowLeaves', kind: 'account' },
      column.shows(column.share('weightHigh'), figure('high')),
      { id: 'highEnters', kind: 'account' },
      { id: 'highLeaves', kind: 'account' },
    ],
    rows: (found?.intervals ?? []).map(({ criterion, stated, low, high }) => ({
      criterionId: criterion.id,
      criterion: criterion.shortName ?? criterion.name,
      weightShare: stated,
      weightLow: low?.share ?? 0,
      ...change('low', low),
      weightHigh: high?.share ?? 1,
      ...change('high', high),
    })),
    inputs: ['portfolio.ranking.key-set.count'],
  };
};

/** Neighbours that the points hardly tell apart, and how often each weighting puts the upper one first. */
const ties = (found: Robustness | undefined): Series => {
  const pairs = (found?.pairs ?? []).flatMap(([ahead, behind], index) => {
    const [first, second] = [found?.grid.rows[ahead], found?.grid.rows[behind]];
    if (found === undefined || first === undefined || second === undefined) return [];
    // The pair on either side of the line is drawn, too, however far apart it is.
    const gap = difference(first.value ?? 0, second.value ?? 0);
    return gap < found.table.scoring.nearTie ? [{ found, index, first, second, gap }] : [];
  });
  const precision = found === undefined ? 2 : scorePrecision(found.table.scoring.scale);
  return {
    id: 'portfolio.robustness.ties',
    columns: [
      column.account,
      { id: 'behind', kind: 'account' },
      column.measure('gap', 'score', precision),
      column.share('aheadNear'),
      column.share('aheadAny'),
    ],
    rows: pairs.map(({ found: { near, any }, index, first, second, gap }) => ({
      account: first.customer.id,
      behind: second.customer.id,
      gap,
      aheadNear: (near.ahead[index] ?? 0) / near.samples,
      aheadAny: (any.ahead[index] ?? 0) / any.samples,
    })),
    inputs: ['portfolio.robustness.samples'],
    rowInputs: pairs.map(({ first, second }) =>
      [first, second].map(({ customer }) => `account.${customer.id}.score.total`),
    ),
  };
};

/** With which weights an account comes first: the mean of all weightings that put it there. */
const central = (scope: Scope, found: Robustness | undefined): Series => {
  const all = scope.of(centralWeights).flatMap(one => {
    const row = found?.grid.rows[one.row];
    return row === undefined ? [] : [{ ...one, account: row.customer.id }];
  });
  const criteria = found?.grid.criteria ?? [];
  return {
    id: 'portfolio.robustness.central',
    columns: [
      column.account,
      column.share('firstAny'),
      column.share('confidenceFactor'),
      column.text('criterion'),
      column.share('weightCentral'),
      column.share('weightShare'),
    ],
    rows: all.flatMap(({ account, first, confidence, weights: shares }) =>
      criteria.map((criterion, index) => ({
        account,
        firstAny: first,
        confidenceFactor: confidence,
        criterion: criterion.shortName ?? criterion.name,
        weightCentral: column.orMissing(shares[index]),
        weightShare: column.orMissing(found?.grid.weights[index]),
      })),
    ),
    inputs: ['portfolio.robustness.samples'],
    rowInputs: all.flatMap(({ account }) => criteria.map(() => [`account.${account}.robustness.first`])),
  };
};
