import { describe, expect, test } from 'vitest';
import { load, summary } from './memory.ts';

/** Reports on an account with revenue, so that the workspace itself gives no warning. Lines count from the account's own. */
const reports = async (extra: string): Promise<readonly string[]> => {
  const loaded = await load({
    'data/accounts/a.yaml': `name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n${extra}`,
    'data/people/ana.yaml': 'name: Ana\nrole: kam\n',
  });
  return summary(loaded).map(line => line.replace('accounts/a.yaml:', '').replace('workspace/', ''));
};

describe('the plan of an account', () => {
  test('names people and contacts that exist', async () => {
    expect(
      await reports(`contacts: [{ id: eva, name: Eva }]
valueProposition: { text: T, confirmedBy: evo }
delivery:
  processes: [{ title: P, owner: anna, agreedWith: eva }]
  team: [{ person: ana }, { person: ana }]
problems: [{ id: fines, title: F, opened: 2026-01-02, solved: 2026-01-01, owner: leo }]`),
    ).toEqual([
      '4 error unknown-reference',
      '6 error unknown-reference',
      '7 error duplicate-id',
      '8 error wrong-order',
      '8 error unknown-reference',
    ]);
  });

  test('lets interactions report problems that exist', async () => {
    expect(
      await reports(`problems: [{ id: fines, title: F, opened: 2026-01-02 }]
interactions:
  - { date: 2026-01-03, direction: inbound, kind: complaint, problem: fines }
  - { date: 2026-01-03, direction: inbound, kind: complaint, problem: finos }`),
    ).toEqual(['6 error unknown-reference']);
  });

  test('counts no more than there are, and has a way to go to each target', async () => {
    expect(
      await reports(`adoption: [{ name: Silos, of: 4, counts: { 2026-Q2: 4, 2026-Q3: 5 } }]
objectives: [{ side: external, title: O, progress: { from: 3, target: 3 } }]`),
    ).toEqual(['3 error more-than-all', '4 error empty-scale']);
  });

  test('records gains when they were had', async () => {
    expect(await reports('benefits: [{ for: customer, title: G, period: 2026-Q4, amount: 1 }]')).toEqual([
      '3 warning future-actual',
    ]);
  });
});

describe('SWOT and value chain', () => {
  const items =
    'items: [{ id: s1, kind: strength, title: S }, { id: t1, kind: threat, title: T, action: Call }]';

  test('refer to actions by id or by title in any language', async () => {
    const action = 'actions: [{ id: audit, title: { es: Llamar, en: Call }, owner: ana, due: 2026-10-01 }]';
    expect(
      await reports(`${action}
swot:
  ${items}
  strategies: [{ cross: st, title: X, uses: [s1, t1], action: audit }]`),
    ).toEqual([]);
    expect(await reports(`swot:\n  ${items}`)).toEqual(['4 error unknown-reference']);
  });

  test('cross what the crossing says', async () => {
    const plain = items.replace(', action: Call', '');
    const strategy = (cross: string, uses: string): Promise<readonly string[]> =>
      reports(`swot:\n  ${plain}\n  strategies: [{ cross: ${cross}, title: X, uses: [${uses}] }]`);
    expect(await strategy('st', 's1, t1')).toEqual([]);
    expect(await strategy('so', 's1, t1')).toEqual(['5 error contradiction']);
    expect(await strategy('st', 's1')).toEqual(['5 error contradiction']);
    expect(await strategy('st', 's1, t9')).toEqual(['5 error unknown-reference']);
  });

  test('serve priorities of the activity on which they act', async () => {
    const chain = (serves: string): Promise<readonly string[]> =>
      reports(`valueChain:
  priorities: [{ id: cost, activity: procurement, title: C }]
  links: [{ ours: service, theirs: operations, title: L, effect: lower-cost, serves: [${serves}] }]`);
    expect(await chain('cost')).toEqual(['5 warning contradiction']);
    expect(await chain('price')).toEqual(['5 error unknown-reference']);
    expect(await chain('')).toEqual([]);
  });

  test('an unknown activity is refused', async () => {
    expect(await reports('valueChain: { priorities: [{ activity: sales, title: C }] }')).toEqual([
      '3 error unknown-value',
    ]);
  });
});
