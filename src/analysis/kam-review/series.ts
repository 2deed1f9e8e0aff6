import { purposes } from '../../model/person.ts';
import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { byAccount } from '../by-account.ts';
import { isKey } from '../customers.ts';
import { currentCustomers } from '../kams.ts';
import * as column from '../portfolio/columns.ts';
import { kaism } from '../portfolio/kaism.ts';
import { growthOfRows, portfolioRevenue } from '../portfolio/revenue.ts';
import { standingOf } from '../portfolio/standing.ts';
import { accountsAtRisk } from '../relation/at-risk.ts';
import type { Scope } from '../scope.ts';
import { difficultyParts } from './context.ts';
import { type KamReview, kamReviews } from './reviews.ts';

const { orMissing, shows } = column;

/** Accounts, effort, balance and context of each key account manager, and the effort of all of them. */
export const reviewSeries = (scope: Scope): Series[] => {
  const reviews = scope.of(kamReviews);
  return [
    splitSeries(reviews),
    ...reviews.flatMap(review => [
      accountSeries(scope, review),
      effortSeries(review),
      balanceSeries(review),
      contextSeries(review),
    ]),
  ];
};

/** `programme.effort`: how the effort of each key account manager splits. Without a record of it all shares are missing. */
const splitSeries = (reviews: readonly KamReview[]): Series => ({
  id: 'programme.effort',
  columns: [
    { id: 'employee', kind: 'person' },
    ...purposes.map(purpose =>
      shows(column.measure(purpose, 'share', 0), `kam.{employee}.effort.${purpose}`),
    ),
    column.term('effortSource', 'effort-source'),
    column.count('n'),
    column.count('of'),
  ],
  rows: reviews.map(({ kam, effort }) => ({
    employee: kam.id,
    ...Object.fromEntries(
      purposes.map(purpose => [
        purpose,
        orMissing(effort?.parts.find(part => part.purpose === purpose)?.share),
      ]),
    ),
    effortSource: orMissing(effort?.source),
    n: orMissing(effort?.coverage.n),
    of: orMissing(effort?.coverage.of),
  })),
  inputs: reviews.flatMap(({ effort }) => effort?.inputs ?? []),
  rowInputs: reviews.map(({ effort }) => effort?.inputs ?? []),
});

/** Where each customer stands in the matrix, and who is at risk: the same for every manager. */
const standings = (scope: Scope) => ({
  places: new Map(scope.of(kaism)?.rows.map(row => [row.customer.id, row.quadrant])),
  risky: new Set(scope.of(accountsAtRisk).map(({ customer }) => customer.id)),
});

/** Revenue by who manages the account. */
const boughtOf = byAccount(
  scope => scope.of(portfolioRevenue).rows,
  ({ customer }) => customer.account.manager ?? '',
);

/** `kam.<id>.accounts`: the customers and prospects that they look after, by revenue. */
const accountSeries = (scope: Scope, { kam, load }: KamReview): Series => {
  const own = new Map(currentCustomers(scope, kam).map(customer => [customer.id, customer]));
  const revenues = boughtOf(scope, kam.id).filter(({ customer }) => own.has(customer.id));
  const { places, risky } = scope.of(standings);
  const needs = new Map(load.needs.map(({ customer, hours }) => [customer.id, hours]));
  const bought = new Map(revenues.map(row => [row.customer.id, row]));
  const shown = [...bought.keys(), ...[...own.keys()].filter(id => !bought.has(id))].flatMap(
    id => own.get(id) ?? [],
  );
  return {
    id: `kam.${kam.id}.accounts`,
    columns: [
      column.account,
      column.flag('key'),
      column.amount(scope, 'revenue'),
      column.measure('changeRatio', 'share', 1, true),
      column.term('quadrant', 'kaism'),
      column.count('hoursNeeded'),
      column.flag('atRisk'),
    ],
    rows: shown.map(customer => {
      const { id } = customer;
      const revenue = bought.get(id);
      return {
        account: id,
        key: isKey(scope, customer),
        revenue: column.moneyCell(revenue?.current.total),
        changeRatio: revenue === undefined ? null : orMissing(growthOfRows([revenue])),
        quadrant: orMissing(places.get(id)),
        hoursNeeded: orMissing(needs.get(id)),
        // Nobody can lose what they do not have yet.
        atRisk: standingOf(scope, customer) === 'prospect' ? null : risky.has(id),
      };
    }),
    inputs: [],
    get rowInputs() {
      return shown.map(({ id, account }) => [
        at(account.source, 'manager'),
        ...(bought.has(id) ? [`account.${id}.revenue`, `account.${id}.revenue-change`] : []),
      ]);
    },
  };
};

/** `kam.<id>.effort`: hours or contacts by purpose. Empty where neither says what they were for. */
const effortSeries = ({ kam, effort }: KamReview): Series => ({
  id: `kam.${kam.id}.effort`,
  columns: [
    column.term('purpose', 'purpose'),
    column.count('hoursSpent'),
    column.count('contactsHeld'),
    shows(column.measure('share', 'share', 0), `kam.${kam.id}.effort.{purpose}`),
    column.term('effortSource', 'effort-source'),
  ],
  rows: (effort?.parts ?? []).map(({ purpose, amount, share }) => ({
    purpose,
    hoursSpent: effort?.source === 'hours' ? amount : null,
    contactsHeld: effort?.source === 'contacts' ? amount : null,
    share,
    effortSource: orMissing(effort?.source),
  })),
  inputs: effort?.inputs ?? [],
  get rowInputs() {
    return (effort?.parts ?? []).map(({ stated }) => stated.inputs);
  },
});

/** `kam.<id>.balance`: inputs beside outputs, now and a year before. */
const balanceSeries = ({ kam, balance }: KamReview): Series => ({
  id: `kam.${kam.id}.balance`,
  columns: [
    column.term('balanceSide', 'balance-side'),
    column.term('balanceMeasure', 'balance-measure'),
    shows(column.measure('value', 'index', 1), `kam.${kam.id}.{balanceSide}.{balanceMeasure}`),
    column.measure('priorYear', 'index', 1),
    column.count('n'),
    column.count('of'),
    column.text('unit'),
    column.count('precision'),
  ],
  rows: balance.map(
    ({ side, measure, unit, precision, now, prior }): Row => ({
      balanceSide: side,
      balanceMeasure: measure,
      value: orMissing(now.value),
      priorYear: orMissing(prior.value),
      n: orMissing(now.coverage?.n),
      of: orMissing(now.coverage?.of),
      unit,
      precision,
    }),
  ),
  inputs: [],
  get rowInputs() {
    return balance.map(({ now, prior }) => [...now.inputs, ...prior.inputs]);
  },
});

/** `kam.<id>.context`: how hard the portfolio is, how much it asks for, how long the person has been here. */
const contextSeries = ({ kam, difficulty, load, tenure }: KamReview): Series => {
  const rows: readonly (Row & { readonly figure: string })[] = [
    {
      aspectOfWork: 'difficulty',
      value: orMissing(difficulty.value),
      n: difficultyParts.filter(name => difficulty.parts[name] !== undefined).length,
      of: difficultyParts.length,
      figure: `kam.${kam.id}.difficulty`,
      unit: 'index',
      precision: 2,
    },
    ...difficultyParts.map(name => ({
      aspectOfWork: name,
      value: orMissing(difficulty.parts[name]?.value),
      n: orMissing(difficulty.parts[name]?.n),
      of: orMissing(difficulty.parts[name]?.of),
      figure: `kam.${kam.id}.difficulty.${name}`,
      unit: name === 'weakness' ? 'index' : 'share',
      precision: name === 'weakness' ? 2 : 0,
    })),
    {
      aspectOfWork: 'load',
      value: orMissing(load.load),
      n: load.coverage.n,
      of: load.coverage.of,
      figure: `kam.${kam.id}.load`,
      unit: 'share',
      precision: 0,
    },
    {
      aspectOfWork: 'tenure',
      value: orMissing(tenure),
      n: null,
      of: null,
      figure: `kam.${kam.id}.tenure`,
      unit: 'years',
      precision: 1,
    },
  ];
  return {
    id: `kam.${kam.id}.context`,
    columns: [
      column.term('aspectOfWork', 'kam-context'),
      shows(column.measure('value', 'index', 2), '{figure}'),
      column.count('n'),
      column.count('of'),
      column.text('figure'),
      column.text('unit'),
      column.count('precision'),
    ],
    rows,
    inputs: rows.map(({ figure }) => figure),
    rowInputs: rows.map(({ figure }) => [figure]),
  };
};
