import { describe, expect, it } from 'vitest';
import { customers } from '../../../../src/analysis/customers.ts';
import { levelOf, trackOf } from '../../../../src/analysis/programme/return/panel.ts';
import { scopeOf } from '../portfolio/fixture.ts';

/** Quarterly revenue and wallet of a group of two, in tenths, which binary fractions do not hold. */
const group = {
  holding: { history: { '2026-Q2': { revenue: 0.1, walletSpend: 0.3 }, '2026-Q3': { revenue: 0.2 } } },
  plant: {
    parent: 'holding',
    history: { '2026-Q2': { revenue: 0.2, walletSpend: 0.3 }, '2026-Q3': { revenue: 0.4 } },
  },
};

describe('levels of an outcome', () => {
  const scope = scopeOf({ accounts: group });
  const [customer] = scope.of(customers);
  if (customer === undefined) throw new Error('There is no customer');
  const periods = ['2026-Q2', '2026-Q3'];
  const track = trackOf(scope, customer, periods);

  it('are exact in money', () => {
    expect(levelOf(track, 'revenue', ['2026-Q2'])).toBe(0.3);
    expect(levelOf(track, 'revenue', periods)).toBe(0.45);
    expect(levelOf(track, 'share-of-wallet', ['2026-Q2'])).toBe(0.5);
  });

  it('take the quarters that know both sides of a ratio, and none where there is none', () => {
    expect(levelOf(track, 'share-of-wallet', periods)).toBe(0.5);
    expect(levelOf(track, 'contribution', periods)).toBeUndefined();
    expect(levelOf(track, 'contribution-ratio', periods)).toBeUndefined();
  });
});
