import type { Finding } from '../../model/finding.ts';
import { previous } from '../../model/period.ts';
import { ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { account, accounts, choice, count, figure, finding, period, points, share } from './findings.ts';
import { type KaismMovement, kaism, kaismMovements } from './kaism.ts';
import { portfolioRevenue } from './revenue.ts';

/**
 * Who moved between quadrants, who is near a cut, who rated, and who has no place. Where nobody assessed any strength the
 * matrix is not in use, and saying of every account that it has no place would say nothing: the coverage of data does.
 */
export const kaismFindings = (scope: Scope): readonly Finding[] => {
  if (!scope.of(kaism)?.rows.some(({ strength }) => strength !== undefined)) return [];
  const movements = scope.of(kaismMovements);
  if (movements.length === 0) return unplaced(scope);
  return [...moves(scope, movements), ...near(movements), ...ownScored(movements), ...unplaced(scope)];
};

const ids = (movements: readonly KaismMovement[]): string[] => movements.map(({ now }) => now.customer.id);
const quadrantIds = (movements: readonly KaismMovement[]): string[] =>
  ids(movements).map(id => `account.${id}.kaism.quadrant`);

const moves = (scope: Scope, movements: readonly KaismMovement[]): readonly Finding[] => {
  const moved = movements.filter(movement => movement.moved);
  const entered = moved.filter(({ now }) => now.quadrant === 'key');
  const left = moved.filter(({ before }) => before?.quadrant === 'key');
  const others = moved.length - entered.length - left.length;
  const hasEarlier = movements.some(({ before }) => before?.quadrant !== undefined);
  const code = entered.length + left.length > 0 ? 'kaism.movements' : 'kaism.key-quadrant';
  return [
    finding(
      code,
      left.length > 0 ? 'attention' : entered.length > 0 ? 'good' : 'notable',
      80,
      ['portfolio.kaism.key.count', ...quadrantIds(moved)],
      {
        placed: figure('portfolio.kaism.placed'),
        inKey: count(movements.filter(({ now }) => now.quadrant === 'key').length),
        entered: count(entered.length),
        enteredAccounts: accounts(ids(entered)),
        left: count(left.length),
        leftAccounts: accounts(ids(left)),
        others: count(others),
        since: period(previous(scope.period)),
        history: choice(hasEarlier ? 'known' : 'unknown'),
      },
    ),
  ];
};

const near = (movements: readonly KaismMovement[]): readonly Finding[] => {
  const close = movements
    .filter(({ now }) => now.near)
    .sort((a, b) => (a.now.distance ?? 0) - (b.now.distance ?? 0));
  const [nearest] = close;
  if (nearest?.now.distance === undefined) return [];
  return [
    finding('kaism.near-cut', 'notable', 50, quadrantIds(close), {
      close: count(close.length),
      accounts: accounts(ids(close)),
      nearest: account(nearest.now.customer.id),
      distance: points(nearest.now.distance),
    }),
  ];
};

/** A pitfall of the method: the strength that we give ourselves. */
const ownScored = (movements: readonly KaismMovement[]): readonly Finding[] => {
  const own = movements.filter(({ now }) => now.strength?.scoredBy === 'own');
  if (own.length === 0) return [];
  return [
    finding(
      'kaism.own-scored',
      'attention',
      40,
      ids(own).map(id => `account.${id}.kaism.strength`),
      { own: count(own.length), placed: count(movements.length), accounts: accounts(ids(own)) },
    ),
  ];
};

const unplaced = (scope: Scope): readonly Finding[] => {
  const rows = scope.of(kaism)?.rows ?? [];
  const missing = rows.filter(row => row.quadrant === undefined);
  if (missing.length === 0) return [];
  const placed = new Set(rows.filter(row => row.quadrant !== undefined).map(({ customer }) => customer.id));
  const { rows: customers, base } = scope.of(portfolioRevenue);
  const covered = sum(
    customers.flatMap(({ customer, current: { total } }) =>
      placed.has(customer.id) && total?.greaterThan(0) ? [total] : [],
    ),
  );
  return [
    finding('kaism.missing', 'notable', 30, ['portfolio.kaism.placed'], {
      missing: count(missing.length),
      placed: count(placed.size),
      of: count(rows.length),
      accounts: accounts(missing.map(({ customer }) => customer.id)),
      covered: share(ratio(covered, base) ?? 0),
    }),
  ];
};
