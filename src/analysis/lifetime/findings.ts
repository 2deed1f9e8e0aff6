import type { Finding } from '../../model/finding.ts';
import { compareIds } from '../../model/order.ts';
import { previous } from '../../model/period.ts';
import { ratio, sum } from '../money.ts';
import {
  accounts,
  advised,
  advising,
  choice,
  count,
  figure,
  finding,
  line,
  period,
  share,
  years,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { purchaseModel, renewalModel } from './fits.ts';
import { customerOrders } from './order-records.ts';
import {
  type LifetimeMovement,
  type LifetimeQuadrant,
  lifetimeMatrix,
  lifetimeMovements,
} from './quadrants.ts';
import { lifetimeSettings } from './settings.ts';

/** What the matrix says: who earns and stays, which key accounts only stay, who earns and will go, and who has fallen silent. */
export const lifetimeFindings = (scope: Scope): readonly Finding[] => {
  const movements = scope.of(lifetimeMovements);
  const placed =
    movements.length === 0
      ? []
      : [
          ...headline(movements),
          ...keyBarnacles(movements),
          ...butterflies(scope, movements),
          ...moves(scope, movements),
          ...unplaced(scope),
        ];
  return [...placed, ...silent(scope), ...onBound(scope), ...unfitted(scope)];
};

const idsOf = (movements: readonly LifetimeMovement[]): string[] =>
  movements.map(({ row }) => row.customer.id);
const figuresOf = (movements: readonly LifetimeMovement[], name: string): string[] =>
  idsOf(movements).map(id => `account.${id}.lifetime.${name}`);
const inside = (movements: readonly LifetimeMovement[], quadrant: LifetimeQuadrant): LifetimeMovement[] =>
  movements
    .filter(({ now }) => now.quadrant === quadrant)
    .sort((a, b) => b.now.profit.comparedTo(a.now.profit));

const headline = (movements: readonly LifetimeMovement[]): readonly Finding[] => {
  const friends = inside(movements, 'true-friends');
  const positive = movements.map(({ now }) => now.profit).filter(profit => profit.greaterThan(0));
  const theirs = friends.map(({ now }) => now.profit).filter(profit => profit.greaterThan(0));
  const part = ratio(sum(theirs), sum(positive));
  if (part === undefined) return [];
  return [
    finding(
      'lifetime.true-friends',
      'notable',
      60,
      ['portfolio.lifetime.true-friends.count', 'portfolio.lifetime.true-friends.profit'],
      {
        friends: count(friends.length),
        placed: count(movements.length),
        part: share(part),
        profit: figure('portfolio.lifetime.true-friends.profit'),
        years: figure('portfolio.lifetime.cut.years'),
        cut: figure('portfolio.lifetime.cut.profit'),
      },
    ),
  ];
};

/** Key accounts that stay and don't earn: resources that could earn elsewhere. */
const keyBarnacles = (movements: readonly LifetimeMovement[]): readonly Finding[] => {
  const found = inside(movements, 'barnacles').filter(({ row }) => row.key);
  if (found.length === 0) return [];
  return [
    advising(
      finding('lifetime.key-barnacles', 'attention', 70, figuresOf(found, 'quadrant'), {
        found: count(found.length),
        keys: count(movements.filter(({ row }) => row.key).length),
        accounts: accounts(idsOf(found)),
        cut: figure('portfolio.lifetime.cut.profit'),
      }),
      advised('reduce', idsOf(found), 'accounts', 'found'),
    ),
  ];
};

/** Customers that earn and are not expected to stay. */
const butterflies = (scope: Scope, movements: readonly LifetimeMovement[]): readonly Finding[] => {
  const found = inside(movements, 'butterflies');
  const cuts = scope.of(lifetimeMatrix).cuts;
  if (found.length === 0 || cuts === undefined) return [];
  const keys = found.filter(({ row }) => row.key);
  return [
    advising(
      finding(
        'lifetime.butterflies',
        keys.length > 0 ? 'attention' : 'notable',
        55,
        ['portfolio.lifetime.butterflies.profit', ...figuresOf(found, 'quadrant')],
        {
          found: count(found.length),
          accounts: accounts(idsOf(found)),
          profit: figure('portfolio.lifetime.butterflies.profit'),
          years: years(cuts.years),
          keys: count(keys.length),
          keyAccounts: accounts(idsOf(keys)),
        },
      ),
      advised('bind', idsOf(keys), 'keyAccounts', 'keys'),
    ),
  ];
};

/** A churn warning: the probability of still being a customer has fallen under the declared line. */
const silent = (scope: Scope): readonly Finding[] => {
  const limit = lifetimeSettings(scope).silent;
  const found = scope
    .of(lifetimeMatrix)
    .rows.flatMap(({ customer, outcome: { lifetime } }) =>
      lifetime?.alive === undefined || lifetime.alive >= limit
        ? []
        : [{ id: customer.id, alive: lifetime.alive, orders: scope.of(customerOrders).get(customer.id) }],
    )
    .sort((a, b) => a.alive - b.alive || compareIds(a.id, b.id));
  const [worst] = found;
  if (worst?.orders?.usualGap === undefined) return [];
  const ids = found.map(({ id }) => id);
  return [
    advising(
      finding(
        'lifetime.silent',
        'attention',
        75,
        ids.map(id => `account.${id}.lifetime.alive`),
        {
          found: count(found.length),
          accounts: accounts(ids),
          worst: accounts([worst.id]),
          alive: share(worst.alive),
          silence: count(worst.orders.silence),
          gap: count(Math.round(worst.orders.usualGap)),
          limit: line(limit),
        },
      ),
      advised('retain', ids, 'accounts', 'found'),
    ),
  ];
};

/** A fit without an end: the orders show nobody leaving, so that every lifetime is the horizon. */
const onBound = (scope: Scope): readonly Finding[] => {
  const { fit, customers } = scope.of(purchaseModel);
  if (fit === undefined || fit.inside) return [];
  return [
    finding(
      'lifetime.on-bound',
      'notable',
      25,
      ['portfolio.lifetime.orders.a', 'portfolio.lifetime.orders.b'],
      {
        customers: count(customers),
        horizon: years(lifetimeSettings(scope).horizon),
      },
    ),
  ];
};

const moves = (scope: Scope, movements: readonly LifetimeMovement[]): readonly Finding[] => {
  const moved = movements.filter(movement => movement.moved);
  if (moved.length === 0) return [];
  const lost = moved.filter(({ before }) => before?.quadrant === 'true-friends');
  return [
    finding('lifetime.moved', lost.length > 0 ? 'attention' : 'notable', 45, figuresOf(moved, 'quadrant'), {
      moved: count(moved.length),
      accounts: accounts(idsOf(moved)),
      lost: count(lost.length),
      lostAccounts: accounts(idsOf(lost)),
      since: period(previous(scope.period)),
    }),
  ];
};

const unplaced = (scope: Scope): readonly Finding[] => {
  const missing = scope.of(lifetimeMatrix).rows.filter(({ place }) => place === undefined);
  if (missing.length === 0) return [];
  return [
    finding('lifetime.missing', 'notable', 30, ['portfolio.lifetime.placed'], {
      missing: count(missing.length),
      accounts: accounts(missing.map(({ customer }) => customer.id)),
    }),
  ];
};

/** Data that are there but too few for a fit. */
const unfitted = (scope: Scope): readonly Finding[] => {
  const { renewals, customers } = lifetimeSettings(scope).minimum;
  const [contracts, orders] = [scope.of(renewalModel), scope.of(purchaseModel)];
  const none = [
    ...(contracts.fit === undefined && contracts.decisions > 0
      ? [{ source: 'contracts', n: contracts.decisions, needed: renewals, losses: contracts.losses }]
      : []),
    ...(orders.fit === undefined && orders.customers > 0
      ? [{ source: 'orders', n: orders.repeating, needed: customers, losses: 0 }]
      : []),
  ];
  return none.map(({ source, n, needed, losses }) => ({
    ...finding('lifetime.unfitted', 'notable', 20, [`portfolio.lifetime.${source}.log-likelihood`], {
      source: choice(source),
      n: count(n),
      needed: count(needed),
      why: choice(n < needed ? 'few' : losses === 0 ? 'noLoss' : 'noRenewal'),
    }),
    id: `lifetime.unfitted.${source}`,
  }));
};
