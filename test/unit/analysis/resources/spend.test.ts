import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resources } from '../../../../src/analysis/methods/resources.ts';
import { type Money, zero } from '../../../../src/analysis/money.ts';
import { compareBudget } from '../../../../src/analysis/programme/budget.ts';
import {
  accountEntries,
  amountOfEntries,
  programmeSpend,
  sharedEntries,
} from '../../../../src/analysis/programme/spend.ts';
import { spendKinds } from '../../../../src/model/resources.ts';
import { runMethod, scopeOf } from '../portfolio/fixture.ts';

const periods = ['2026-Q2', '2026-Q3'];

describe('money of the programme', () => {
  const scope = scopeOf({
    settings: { rates: { USD: { '2026-Q3': 0.9 } } },
    resources: { spend: { '2026-Q3': { people: { budget: 100, actual: 100.1 }, travel: { budget: 20 } } } },
    accounts: {
      a: { resources: { spend: { '2026-Q3': { travel: { actual: 0.2 } } } } },
      dollars: { currency: 'USD', resources: { spend: { '2026-Q3': { travel: { actual: 10 } } } } },
      none: {},
    },
  });

  it('adds what is spent as a whole and on accounts, to the cent and in reporting currency', () => {
    const { total, found, sought } = programmeSpend(scope, ['2026-Q3']);
    expect(total?.toString()).toBe('109.3');
    expect({ found, sought }).toEqual({ found: 3, sought: 4 });
  });

  it('takes a quarter without any entry for missing, not for zero', () => {
    expect(programmeSpend(scope, ['2026-Q2'])).toEqual({ inputs: [], plain: 0, found: 0, sought: 1 });
    expect(programmeSpend(scopeOf({}), periods).total).toBeUndefined();
  });

  it('misses what cannot be converted', () => {
    const unrated = scopeOf({
      accounts: {
        pounds: { currency: 'GBP', resources: { spend: { '2026-Q3': { travel: { actual: 10 } } } } },
      },
    });
    expect(programmeSpend(unrated, periods)).toEqual({ inputs: [], plain: 0, found: 0, sought: 1 });
  });

  it('says where each part stands, with the rate of a foreign one', () => {
    const [dollars] = scope.workspace.accounts.filter(({ id }) => id === 'dollars');
    if (dollars === undefined) throw new Error('no account');
    const { inputs } = amountOfEntries(accountEntries(scope, [dollars], ['2026-Q3']), 'actual');
    expect(inputs.map(({ path }) => path.join('.'))).toEqual([
      'resources.spend.2026-Q3.travel.actual',
      'rates.USD.2026-Q3',
    ]);
  });

  it('compares what has both sides, and loses nothing of the rest', () => {
    const cents = fc.option(
      fc.integer({ min: 0, max: 10_000_000 }).map(value => value / 100),
      { nil: undefined },
    );
    const side = (name: string, value: number | undefined) => (value === undefined ? {} : { [name]: value });
    const entry = fc
      .tuple(cents, cents)
      .map(([budget, actual]) => ({ ...side('budget', budget), ...side('actual', actual) }));
    const quarter = fc.record(Object.fromEntries(spendKinds.map(kind => [kind, entry])));
    fc.assert(
      fc.property(quarter, quarter, (shared, own) => {
        const some = scopeOf({
          resources: { spend: { '2026-Q3': shared } },
          accounts: { a: { resources: { spend: { '2026-Q3': own } } } },
        });
        const entries = [
          ...sharedEntries(some, ['2026-Q3']),
          ...accountEntries(some, some.workspace.accounts, ['2026-Q3']),
        ];
        const { actual, budget, variance, unbudgeted, unbooked, coverage } = compareBudget(entries);
        const of = (amount: Money | undefined): Money => amount ?? zero;
        expect(
          of(actual.total)
            .minus(of(unbudgeted.total))
            .minus(of(budget.total))
            .plus(of(unbooked.total))
            .toString(),
        ).toBe(of(variance).toString());
        expect(coverage.n).toBeLessThanOrEqual(coverage.of);
        expect(programmeSpend(some, ['2026-Q3']).total?.toString()).toBe(actual.total?.toString());
      }),
    );
  });
});

it('stands beside the people of each key account', () => {
  const { rows } = runMethod(resources, {
    accounts: {
      a: {
        key: [{ from: '2024-Q1' }],
        resources: { spend: { '2026-Q3': { travel: { budget: 10, actual: 12 }, training: { budget: 5 } } } },
      },
      b: { key: [{ from: '2024-Q1' }] },
    },
  }).series('programme.resources.assignments');
  expect(rows).toMatchObject([
    { account: 'a', budget: 15, actual: 12, variance: 2 },
    { account: 'b', budget: null, actual: null, variance: null },
  ]);
});
