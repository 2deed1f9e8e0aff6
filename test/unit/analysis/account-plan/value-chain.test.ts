import { describe, expect, it } from 'vitest';
import { valueChain } from '../../../../src/analysis/methods/value-chain.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type ChainInput = NonNullable<NonNullable<WorkspaceInput['accounts']>[string]['valueChain']>;

const link = { ours: 'operations', theirs: 'operations', title: 'L', effect: 'lower-cost' } as const;
const run = (
  chain: ChainInput,
  more: Partial<NonNullable<WorkspaceInput['accounts']>[string]> = {},
  rest = {},
) => runMethod(valueChain, { accounts: { a: { valueChain: chain, ...more } }, ...rest });

describe('links of two value chains (domain 3.2, Porter)', () => {
  const chain: ChainInput = {
    priorities: [
      { id: 'stops', activity: 'operations', title: 'No stops', importance: 5 },
      { id: 'sludge', activity: 'outbound-logistics', title: 'Less sludge', importance: 3 },
      { id: 'staff', activity: 'human-resources', title: 'Training', importance: 4 },
      { id: 'cost', activity: 'operations', title: 'Lower cost' },
    ],
    links: [
      { ...link, theirs: 'outbound-logistics', state: 'idea', value: 999 },
      { ...link, serves: ['stops'], state: 'in-place', value: 100.1 },
      { ...link, effect: 'better-performance', serves: ['stops'], state: 'agreed' },
      { ...link, theirs: 'human-resources', state: 'dropped', value: 50 },
      { ...link, ours: 'service', serves: ['stops'], state: 'agreed', value: 0.2 },
    ],
  };
  const found = run(chain);

  it('values what is agreed or in place, exactly, and says of how many links', () => {
    expect(found.figure('account.a.value-chain.links').value).toBe(4);
    expect(found.figure('account.a.value-chain.value')).toMatchObject({
      value: 100.3,
      coverage: { n: 2, of: 3 },
    });
    expect(found.figure('account.a.value-chain.value-lower-cost').value).toBe(100.3);
    expect(found.figure('account.a.value-chain.value-better-performance').unavailable?.code).toBe(
      'no-link-values',
    );
  });

  it('tells served priorities from ideas and from those that nothing serves', () => {
    expect(
      found.series('account.a.value-chain.priorities').rows.map(({ priority, state }) => [priority, state]),
    ).toEqual([
      ['No stops', 'in-place'],
      ['Training', 'unlinked'],
      ['Less sludge', 'idea'],
      ['Lower cost', 'unlinked'],
    ]);
    expect(found.figure('account.a.value-chain.served')).toMatchObject({
      value: 0.25,
      coverage: { n: 1, of: 4 },
    });
    expect(found.finding('account.value-chain')?.params.unservedTexts).toEqual({
      kind: 'texts',
      // An idea serves nothing yet.
      texts: ['Training', 'Less sludge', 'Lower cost'],
      quoted: true,
    });
  });

  it('lets a link that names no priority serve all those of its activity', () => {
    const { rows } = run({ ...chain, links: [{ ...link, state: 'agreed' }] }).series(
      'account.a.value-chain.priorities',
    );
    expect(rows.filter(({ state }) => state === 'agreed').map(({ priority }) => priority)).toEqual([
      'No stops',
      'Lower cost',
    ]);
  });

  it('shows nine activities by nine, with the priorities below', () => {
    const { rows } = found.series('account.a.value-chain.matrix');
    expect(rows).toHaveLength(10);
    expect(rows[1]).toMatchObject({
      ours: 'operations',
      'chain-operations': 2,
      'chain-outbound-logistics': 1,
    });
    expect(rows[4]).toMatchObject({ ours: 'service', 'chain-operations': 1 });
    expect(rows[9]).toMatchObject({ ours: 'priorities', 'chain-operations': 2, 'chain-service': 0 });
  });

  it('converts to reporting currency, and gives no sum without a rate', () => {
    const links = [{ ...link, state: 'in-place', value: 200 } as const];
    const inDollars = (rates: object) => run({ links }, { currency: 'USD' }, { settings: { rates } });
    expect(inDollars({ USD: { '2026-Q3': 0.85 } }).figure('account.a.value-chain.value').value).toBe(170);
    expect(inDollars({}).figure('account.a.value-chain.value').unavailable?.code).toBe('no-link-values');
  });

  it('says nothing of accounts without a chain', () => {
    const { results } = runMethod(valueChain, { accounts: { a: { key: [{ from: '2026-Q1' }] } } });
    expect(results.figures.filter(({ id }) => id.startsWith('account.a.'))).toEqual([]);
  });
});
