import { describe, expect, it } from 'vitest';
import { benefit } from '../../../../src/analysis/methods/benefit.ts';
import { swot } from '../../../../src/analysis/methods/swot.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type AccountInput = NonNullable<WorkspaceInput['accounts']>[string];
type Gain = NonNullable<AccountInput['benefits']>[number];

describe('SWOT (domain 3.4)', () => {
  const account: AccountInput = {
    actions: [
      { id: 'audit', title: 'Audit', owner: 'ana', due: '2026-09-01' },
      { title: { es: 'Plan', en: 'Plan it' }, owner: 'ana', due: '2026-12-01' },
    ],
    swot: {
      items: [
        { id: 't1', kind: 'threat', title: 'Auction', impact: 2, action: 'Plan it' },
        { id: 's1', kind: 'strength', title: 'Kiln', impact: 3, evidence: 'Contract', action: 'audit' },
        { id: 's2', kind: 'strength', title: 'Team', impact: 5 },
      ],
      strategies: [{ cross: 'st', title: 'Reserve it', uses: ['s1', 't1'] }],
    },
  };
  const found = runMethod(swot, { accounts: { a: account, b: { key: [{ from: '2026-Q1' }] } } });

  it('lists items by kind and weight, each with its action and how that stands', () => {
    expect(
      found.series('account.a.swot.entries').rows.map(({ item, answer, state }) => [item, answer, state]),
    ).toEqual([
      ['Team', null, null],
      ['Kiln', 'Audit', 'overdue'],
      ['Auction', { es: 'Plan', en: 'Plan it' }, 'planned'],
    ]);
    expect(found.series('account.a.swot.crossings').rows).toEqual([
      expect.objectContaining({ cross: 'st', crossed: 'Kiln; Auction' }),
    ]);
  });

  it('counts what rests on nothing, what leads to nothing and what is left out', () => {
    expect(found.figure('account.a.swot.evidenced').coverage).toEqual({ n: 1, of: 3 });
    expect(found.figure('account.a.swot.linked').coverage).toEqual({ n: 2, of: 3 });
    expect(found.figure('account.a.swot.complete')).toMatchObject({
      value: 3 / 8,
      coverage: { n: 3, of: 8 },
    });
    expect(found.finding('account.swot')).toMatchObject({
      severity: 'attention',
      params: { unproven: { value: 2 }, unanswered: { value: 1 } },
    });
  });

  it('says nothing of an account without one', () => {
    expect(found.results.figures.filter(({ id }) => id.startsWith('account.b.'))).toEqual([]);
  });
});

describe('mutual benefit (domain 3.5)', () => {
  const gain = (side: Gain['for'], amount?: number, period = '2026-Q3'): Gain => ({
    for: side,
    title: 'G',
    period,
    ...(amount === undefined ? {} : { amount }),
  });
  const run = (benefits: readonly Gain[], more: WorkspaceInput = {}) =>
    runMethod(benefit, { accounts: { a: { benefits: [...benefits] } }, ...more });
  const verdict = (...benefits: readonly Gain[]) => run(benefits).figure('account.a.benefit.verdict').value;

  it('sums the last four quarters of each side, exactly', () => {
    const found = run([
      gain('customer', 0.1),
      gain('customer', 0.2, '2025-Q4'),
      gain('customer', 99, '2025-Q3'),
      gain('supplier', 0.1),
      gain('supplier'),
    ]);
    expect(found.figure('account.a.benefit.customer')).toMatchObject({
      value: 0.3,
      coverage: { n: 2, of: 2 },
    });
    expect(found.figure('account.a.benefit.supplier')).toMatchObject({
      value: 0.1,
      coverage: { n: 1, of: 2 },
    });
    expect(found.figure('account.a.benefit.ratio').value).toBeCloseTo(3, 12);
  });

  it('calls a relation one-sided strictly beyond the limit, either way', () => {
    expect(verdict(gain('customer', 300), gain('supplier', 100))).toBe('balanced');
    expect(verdict(gain('customer', 301), gain('supplier', 100))).toBe('customer');
    expect(verdict(gain('customer', 100), gain('supplier', 301))).toBe('supplier');
  });

  it('calls it one-sided where a side has nothing at all', () => {
    expect(verdict(gain('customer'))).toBe('customer');
    expect(verdict(gain('supplier', 5))).toBe('supplier');
  });

  it('does not judge where an amount that is missing could turn it', () => {
    expect(verdict(gain('customer', 900), gain('supplier', 100), gain('supplier'))).toBe('unclear');
    expect(verdict(gain('customer', 900), gain('customer'), gain('supplier', 100))).toBe('customer');
    expect(verdict(gain('customer'), gain('supplier', 100))).toBe('unclear');
    expect(verdict(gain('customer', 1, '2020-Q1'))).toBe('unclear');
  });

  it('takes the limit from the workspace and prints it', () => {
    const settings = { thresholds: { benefitRatio: 1.5 } };
    const figure = run([gain('customer', 200), gain('supplier', 100)], { settings }).figure(
      'account.a.benefit.verdict',
    );
    expect(figure.value).toBe('customer');
    expect(figure.assumptions).toEqual([
      expect.objectContaining({ name: 'workspace.thresholds.benefitRatio', value: 1.5 }),
    ]);
  });

  it('turns the ratio over when the sides change places', () => {
    const sides = [gain('customer', 250), gain('supplier', 100)];
    const mirrored = [gain('supplier', 250), gain('customer', 100)];
    const ratio = (benefits: readonly Gain[]) =>
      Number(run(benefits).figure('account.a.benefit.ratio').value);
    expect(ratio(sides) * ratio(mirrored)).toBeCloseTo(1, 12);
  });
});
