import type { FigureInput } from '../../model/figure.ts';
import type { Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { holdings, portfolioStates } from './outcome.ts';
import { broughtInputs, hoursInputs } from './stated-contribution.ts';
import { type Judged, judged } from './verdict.ts';
import { whaleCurve } from './whale.ts';

/** `portfolio.rationalisation`: every customer by contribution, with the verdict and the reasons for it. */
export const rationalisationSeries = (scope: Scope): Series => {
  const places = new Map(
    scope.of(whaleCurve).points.map((point, index) => [point.row.customer.id, { ...point, rank: index + 1 }]),
  );
  const own = (name: string): string => `account.{account}.rationalisation.${name}`;
  return {
    id: 'portfolio.rationalisation',
    columns: [
      column.count('rank'),
      column.account,
      column.flag('key'),
      column.amount(scope, 'revenue'),
      column.amount(scope, 'margin'),
      column.amount(scope, 'costToServe'),
      column.shows(column.amount(scope, 'contributionAfterCost'), own('contribution')),
      column.shows(column.share('contributionRatio'), own('ratio')),
      column.shows(column.share('cumulative'), own('cumulative')),
      column.count('hours'),
      column.shows(column.measure('growth', 'share', 1, true), 'account.{account}.revenue-change'),
      column.score('score'),
      column.shows(column.term('rationalisation', 'rationalisation'), own('verdict')),
      { id: 'rationalisationReasons', kind: 'terms', vocabulary: 'rationalisation-reason' },
      column.count('n'),
      column.count('of'),
    ],
    rows: scope.of(judged).map(row => {
      const place = places.get(row.customer.id);
      return {
        rank: column.orMissing(place?.rank),
        account: row.customer.id,
        key: row.key,
        revenue: column.moneyCell(row.revenue.total),
        margin: column.moneyCell(row.brought?.margin),
        costToServe: column.moneyCell(row.brought?.costToServe),
        contributionAfterCost: column.moneyCell(row.contribution),
        contributionRatio: column.orMissing(row.ratio),
        cumulative: column.orMissing(place?.share),
        hours: column.orMissing(row.hours),
        growth: column.orMissing(row.growth),
        score: column.orMissing(row.score),
        rationalisation: row.verdict,
        rationalisationReasons: row.reasons.join(' '),
        n: row.coverage.n,
        of: row.coverage.of,
      };
    }),
    get rowInputs() {
      return scope.of(judged).map(row => inputsOfRow(scope, row));
    },
    get inputs() {
      return scope
        .of(judged)
        .flatMap(({ customer: { id } }) => [
          `account.${id}.rationalisation.contribution`,
          `account.${id}.rationalisation.verdict`,
        ]);
    },
  };
};

const inputsOfRow = (scope: Scope, row: Judged): readonly FigureInput[] => {
  const { customer, revenue, score } = row;
  return [
    ...(row.coverage.n > 0 ? broughtInputs(scope, [row]) : revenue.inputs),
    ...hoursInputs([row]),
    ...(score === undefined ? [] : [`account.${customer.id}.score.total`]),
    `account.${customer.id}.rationalisation.verdict`,
  ];
};

/** `portfolio.rationalisation.outcome`: the portfolio earlier and now, who would go, and what would remain. */
export const outcomeSeries = (scope: Scope): Series => {
  const found = scope.of(holdings);
  const own = (name: string): string => `portfolio.rationalisation.{portfolioState}.${name}`;
  const states = portfolioStates.filter(state => found[state].customers > 0);
  return {
    id: 'portfolio.rationalisation.outcome',
    columns: [
      column.term('portfolioState', 'portfolio-state'),
      column.shows(column.count('customers'), own('customers')),
      column.shows(column.amount(scope, 'revenue'), own('revenue')),
      column.shows(column.amount(scope, 'margin'), own('margin')),
      column.shows(column.amount(scope, 'costToServe'), own('cost-to-serve')),
      column.shows(column.amount(scope, 'contributionAfterCost'), own('contribution')),
      column.shows(column.share('contributionRatio'), own('ratio')),
      column.shows(column.count('hours'), own('hours')),
      column.shows(column.amount(scope, 'contributionPerHour'), own('per-hour')),
    ],
    rows: states.map(state => ({
      portfolioState: state,
      customers: found[state].customers,
      revenue: column.moneyCell(found[state].revenue),
      margin: column.moneyCell(found[state].margin),
      costToServe: column.moneyCell(found[state].costToServe),
      contributionAfterCost: column.moneyCell(found[state].contribution),
      contributionRatio: column.orMissing(found[state].ratio),
      hours: column.orMissing(found[state].hours),
      contributionPerHour: column.orMissing(found[state].perHour),
    })),
    inputs: states.map(state => `portfolio.rationalisation.${state}.contribution`),
  };
};
