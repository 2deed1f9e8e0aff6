import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risks } from '../../../../src/analysis/methods/risks.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
type Risk = NonNullable<Accounts[string]['risks']>[number];

const key = [{ from: '2024-Q1' }];
const history = { '2026-Q3': { revenue: 1000 } };
const mitigation = 'Talk';
const run = (list: readonly Risk[], more: WorkspaceInput = {}) =>
  runMethod(risks, { ...more, accounts: { a: { key, history, risks: [...list] }, ...more.accounts } });
const bandsOf = (found: ReturnType<typeof run>): unknown[] =>
  found.series('portfolio.risks').rows.map(row => [row.risk, row.probabilityBand, row.impactBand]);

describe('risks worked by hand', () => {
  const found = run([
    { title: 'cut', probability: 0.2, impact: 50, owner: 'ana', mitigation, checkpoint: '2026-10-01' },
    { title: 'below', probability: 0.19, impact: 9, owner: 'ana', mitigation, checkpoint: '2026-09-30' },
    { title: 'high', probability: 0.5, impact: 10, mitigation },
    { title: 'vague', probability: 0.9, owner: 'ana', checkpoint: '2026-09-01' },
  ]);

  it('sums probability × impact exactly, over those that name an impact', () => {
    expect(found.figure('account.a.risk.exposure').value).toBe(16.71);
    expect(found.figure('account.a.risk.exposure').coverage).toEqual({ n: 3, of: 4 });
  });

  it('puts a value on a cut into the band above it; impact is a share of the revenue of four quarters', () => {
    expect(bandsOf(found)).toEqual([
      ['cut', 'medium', 'high'],
      ['high', 'high', 'medium'],
      ['below', 'low', 'low'],
      ['vague', 'high', null],
    ]);
  });

  it('names what is out of hand: nobody answers, nothing is done, or the checkpoint has passed, which it may have as well', () => {
    expect(found.series('portfolio.risks').rows.map(row => [row.risk, row.control])).toEqual([
      ['cut', 'in-hand'],
      ['high', 'no-owner'],
      ['below', 'overdue'],
      ['vague', 'no-mitigation'],
    ]);
    expect(found.figure('portfolio.risks.uncontrolled').value).toBe(2);
    expect(found.figure('portfolio.risks.overdue-checkpoints').value).toBe(2);
  });

  it('counts each risk once in the matrix', () => {
    const { rows } = found.series('portfolio.risks.matrix');
    expect(rows.map(row => [row.impactLow, row.impactMedium, row.impactHigh, row.impactUnknown])).toEqual([
      [0, 1, 0, 1],
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ]);
  });
});

it('takes the cuts from the workspace', () => {
  const strict = run([{ title: 'r', probability: 0.1, impact: 1 }], {
    relationship: { riskProbability: [0.05, 0.1], riskImpact: [0.0001, 0.9] },
  });
  expect(bandsOf(strict)).toEqual([['r', 'high', 'medium']]);
});

describe('nothing to weigh', () => {
  it('has no bands without revenue, and no exposure without risks', () => {
    const poor = run([{ title: 'r', probability: 0.3, impact: 10 }], {
      accounts: { a: { key, risks: [{ title: 'r', probability: 0.3, impact: 10 }] } },
    });
    expect(bandsOf(poor)).toEqual([['r', 'medium', null]]);
    const none = run([]);
    expect(none.figure('account.a.risk.exposure').unavailable?.code).toBe('no-risks');
    expect(none.figure('account.a.risk.uncontrolled').unavailable?.code).toBe('no-risks-recorded');
    expect(none.series('portfolio.risks.matrix').rows).toEqual([]);
    expect(none.results.findings).toEqual([]);
  });
});

it('exposes the portfolio to what its key accounts are exposed to, in any order', () => {
  const risk = fc.record({
    title: fc.constant('r'),
    probability: fc.integer({ min: 0, max: 100 }).map(percent => percent / 100),
    impact: fc.integer({ min: 0, max: 10_000 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(risk, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), lists => {
      const accounts = (some: typeof lists): Accounts =>
        Object.fromEntries(some.map((list, index) => [`a${index}`, { key, history, risks: list }]));
      const found = runMethod(risks, { accounts: accounts(lists) });
      const parts = lists.map((_, index) =>
        Number(found.figure(`account.a${index}.risk.exposure`).value ?? 0),
      );
      const whole = found.figure('portfolio.risks.exposure').value ?? 0;
      expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(Number(whole), 6);
      const reversed = runMethod(risks, { accounts: accounts([...lists].reverse()) });
      expect(reversed.figure('portfolio.risks.exposure').value ?? 0).toBe(whole);
    }),
    { numRuns: 30 },
  );
});
