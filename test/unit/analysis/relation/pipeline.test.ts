import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipeline } from '../../../../src/analysis/methods/pipeline.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
type Opportunity = NonNullable<Accounts[string]['opportunities']>[number];

const key = [{ from: '2024-Q1' }];
const run = (opportunities: readonly Opportunity[], more: WorkspaceInput = {}) =>
  runMethod(pipeline, {
    accounts: { a: { key, opportunities: [...opportunities] }, ...more.accounts },
    ...(more.relationship === undefined ? {} : { relationship: more.relationship }),
    ...(more.settings === undefined ? {} : { settings: more.settings }),
  });

describe('the weighted pipeline', () => {
  const found = run([
    { kind: 'renewal', stage: 'open', value: 1000, probability: 0.8, opened: '2026-08-01' },
    { kind: 'up-sell', stage: 'open', value: 200, probability: 0.25, opened: '2026-01-10' },
    { kind: 'up-sell', stage: 'prospecting', value: 300, opened: '2026-09-01' },
    { kind: 'new', stage: 'open', probability: 0.5 },
    { kind: 'new', stage: 'won', value: 5000, probability: 1, closed: '2026-02-01' },
    { kind: 'new', stage: 'open', value: 9000, probability: 1, opened: '2026-10-01' },
  ]);

  it('sums value × probability of what is open at the date of the data, and says what is missing', () => {
    expect(found.figure('account.a.pipeline.count').value).toBe(4);
    expect(found.figure('account.a.pipeline.value').value).toBe(1500);
    expect(found.figure('account.a.pipeline.value').coverage).toEqual({ n: 3, of: 4 });
    expect(found.figure('account.a.pipeline.weighted').value).toBe(850);
    expect(found.figure('account.a.pipeline.weighted').coverage).toEqual({ n: 2, of: 4 });
  });

  it('holds what was decided after the date of the data, as open, and nothing that was begun later', () => {
    const opportunities: Opportunity[] = [
      { kind: 'new', stage: 'won', value: 100, probability: 0.5, opened: '2026-01-10', closed: '2026-08-01' },
      { kind: 'new', stage: 'lost', value: 20, opened: '2026-01-10', closed: '2026-06-30' },
      { kind: 'new', stage: 'lost', value: 7 },
      { kind: 'new', stage: 'open', value: 3, opened: '2026-07-01' },
    ];
    const earlier = run(opportunities, { settings: { document: { dataAsOf: '2026-06-30' } } });
    expect(earlier.figure('account.a.pipeline.count').value).toBe(1);
    expect(earlier.figure('account.a.pipeline.weighted').value).toBe(50);
    expect(earlier.series('portfolio.pipeline').rows.map(({ stage }) => stage)).toEqual(['open']);
    expect(run(opportunities).figure('account.a.pipeline.value').value).toBe(3);
  });

  it('keeps renewals apart from what would be new revenue', () => {
    expect(found.figure('portfolio.pipeline.growth.weighted').value).toBe(50);
    expect(found.series('portfolio.pipeline').rows.map(row => [row.kind, row.stage, row.weighted])).toEqual([
      ['renewal', 'open', 800],
      ['new', 'open', null],
      ['up-sell', 'open', 50],
      ['up-sell', 'prospecting', null],
    ]);
  });

  it('does not say that new revenue comes to nothing where nobody has valued it', () => {
    const renewal: Opportunity = { kind: 'renewal', stage: 'open', value: 1000, probability: 0.8 };
    const mixOf = (...opportunities: Opportunity[]) =>
      run(opportunities).finding('pipeline.account')?.params.mix;
    expect(mixOf(renewal, { kind: 'new', stage: 'open' })).toEqual({ kind: 'text', text: 'unvalued' });
    expect(mixOf(renewal, { kind: 'new', stage: 'open', value: 10, probability: 0.5 })).toEqual({
      kind: 'text',
      text: 'both',
    });
    expect(mixOf(renewal)).toEqual({ kind: 'text', text: 'renewal' });
  });

  it('names what cannot be weighted, and what it lacks', () => {
    const lackOf = (...opportunities: Opportunity[]) =>
      run(opportunities).finding('pipeline.account')?.params;
    const unlikely: Opportunity = { kind: 'new', stage: 'open', name: 'Mortar', value: 420 };
    expect(lackOf(unlikely)).toMatchObject({
      gap: { text: 'probability' },
      gapNames: { texts: ['Mortar'] },
      gapsNamed: { text: 'yes' },
    });
    expect(lackOf({ kind: 'new', stage: 'open', probability: 0.5 })).toMatchObject({
      gap: { text: 'value' },
      gapsNamed: { text: 'no' },
    });
    expect(lackOf(unlikely, { kind: 'new', stage: 'open' })?.gap).toMatchObject({ text: 'both' });
  });

  it('calls overdue what has been open for longer than declared, of those with a date', () => {
    expect(found.figure('account.a.pipeline.overdue').value).toBe(1);
    expect(found.figure('account.a.pipeline.overdue').coverage).toEqual({ n: 3, of: 4 });
    const patient = run([{ kind: 'new', stage: 'open', opened: '2026-01-10' }], {
      relationship: { staleOpportunity: 263 },
    });
    expect(patient.figure('account.a.pipeline.overdue').value).toBe(0);
    expect(patient.figure('account.a.pipeline.overdue').assumptions).toContainEqual(
      expect.objectContaining({ name: 'relationship.staleOpportunity', value: 263 }),
    );
  });

  it('is exact where binary fractions are not', () => {
    const cents = run([
      { stage: 'open', value: 0.1, probability: 0.1 },
      { stage: 'open', value: 0.2, probability: 0.1 },
    ]);
    expect(cents.figure('account.a.pipeline.weighted').value).toBe(0.03);
  });

  it('converts at the rate of the quarter, and leaves out what has none', () => {
    const dollars = { currency: 'USD', opportunities: [{ stage: 'open', value: 100, probability: 0.5 }] };
    const accounts = { a: { ...dollars, key } } as Accounts;
    const rates = { USD: { '2026-Q3': 0.85 } };
    expect(
      runMethod(pipeline, { accounts, settings: { rates } }).figure('account.a.pipeline.weighted').value,
    ).toBe(42.5);
    const without = runMethod(pipeline, { accounts }).figure('account.a.pipeline.weighted');
    expect(without.unavailable?.code).toBe('no-opportunity-probabilities');
    expect(without.coverage).toEqual({ n: 0, of: 1 });
  });
});

describe('nothing open', () => {
  it('says so for a key account, and nothing at all where there are no accounts', () => {
    const found = run([{ stage: 'lost', closed: '2026-01-01', value: 10 }]);
    expect(found.figure('account.a.pipeline.count').value).toBe(0);
    expect(found.figure('account.a.pipeline.weighted').unavailable?.code).toBe('no-open-opportunities');
    expect(found.results.findings).toEqual([]);
    const empty = runMethod(pipeline, {});
    expect(empty.figure('portfolio.pipeline.weighted').unavailable?.code).toBe('no-open-opportunities');
    expect(empty.series('portfolio.pipeline').rows).toEqual([]);
  });

  it('leaves a lost customer out', () => {
    const lost = {
      status: 'lost',
      lost: { date: '2026-02-01' },
      opportunities: [{ stage: 'open', value: 10, probability: 1 }],
    } as const;
    const found = run([], { accounts: { b: { ...lost, opportunities: [...lost.opportunities] } } });
    expect(found.figure('portfolio.pipeline.count').value).toBe(0);
  });
});

describe('properties of the pipeline', () => {
  const opportunity = fc.record(
    {
      stage: fc.constantFrom('open' as const, 'prospecting' as const),
      kind: fc.constantFrom('new' as const, 'renewal' as const, 'up-sell' as const),
      value: fc.integer({ min: 0, max: 1_000_000 }),
      probability: fc.integer({ min: 0, max: 100 }).map(percent => percent / 100),
    },
    { requiredKeys: ['stage', 'kind'] },
  );

  it('adds up from accounts and from kinds to the whole, in any order of the accounts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(opportunity, { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        lists => {
          const accounts = (some: typeof lists): Accounts =>
            Object.fromEntries(some.map((opportunities, index) => [`a${index}`, { key, opportunities }]));
          const found = runMethod(pipeline, { accounts: accounts(lists) });
          const total = found.figure('portfolio.pipeline.weighted').value ?? 0;
          const sum = (rows: readonly { readonly weighted?: unknown }[]) =>
            rows.reduce((all, { weighted }) => all + Number(weighted ?? 0), 0);
          expect(sum(found.series('portfolio.pipeline').rows)).toBeCloseTo(Number(total), 4);
          expect(sum(found.series('portfolio.pipeline.accounts').rows)).toBeCloseTo(Number(total), 4);
          expect(total).toBe(
            runMethod(pipeline, { accounts: accounts([...lists].reverse()) }).figure(
              'portfolio.pipeline.weighted',
            ).value ?? 0,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('never weighs more than it is worth', () => {
    fc.assert(
      fc.property(fc.array(opportunity, { minLength: 1, maxLength: 6 }), opportunities => {
        const found = run(opportunities);
        const [weighted, value] = ['weighted', 'value'].map(name =>
          Number(found.figure(`portfolio.pipeline.${name}`).value ?? 0),
        );
        expect(weighted).toBeLessThanOrEqual(value ?? 0);
      }),
      { numRuns: 30 },
    );
  });
});
