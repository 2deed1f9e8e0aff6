import { describe, expect, it } from 'vitest';
import { churnWarnings } from '../../../../src/analysis/methods/churn-warnings.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Account = NonNullable<WorkspaceInput['accounts']>[string];

const key = [{ from: '2024-Q1' }];
const run = (account: Account, more: WorkspaceInput = {}) =>
  runMethod(churnWarnings, { ...more, accounts: { a: { key, ...account }, ...more.accounts } });
const signal = (found: ReturnType<typeof run>, name: string) => {
  const row = found.series('account.a.warnings').rows.find(one => one.signal === name);
  return [row?.found, row?.state];
};
const quarters = (values: Readonly<Record<string, readonly [revenue: number, orders?: number]>>) =>
  Object.fromEntries(
    Object.entries(values).map(([period, [revenue, orders]]) => [
      period,
      { revenue, ...(orders === undefined ? {} : { orders }) },
    ]),
  );

describe('silence', () => {
  it('counts from the last interaction, contact or order', () => {
    const interactions = [{ date: '2026-07-01', direction: 'inbound' as const }];
    expect(signal(run({ interactions }), 'silence')).toEqual([91, 'raised']);
    const contacts = [{ id: 'eva', name: 'Eva', lastContact: '2026-08-01' }];
    expect(signal(run({ interactions, contacts }), 'silence')).toEqual([60, 'clear']);
    const history = { '2026-Q3': { orders: 3 } };
    expect(signal(run({ interactions, history }), 'silence')).toEqual([0, 'clear']);
  });

  it('is unknown, not clear, where nothing is recorded', () => {
    const found = run({});
    expect(signal(found, 'silence')).toEqual([null, 'unknown']);
    expect(found.figure('account.a.risk.silence').unavailable?.code).toBe('no-signs-of-life');
  });
});

describe('falling orders', () => {
  const before = { '2025-Q2': [100, 10], '2025-Q3': [100, 10] } as const;

  it('takes the worse of revenue and orders, last two quarters against a year before', () => {
    const history = quarters({ ...before, '2026-Q2': [100, 8], '2026-Q3': [110, 9] });
    expect(signal(run({ history }), 'falling-orders')).toEqual([expect.closeTo(-0.15, 12), 'raised']);
  });

  it('warns from the cut on, and not before', () => {
    const at = quarters({ ...before, '2026-Q2': [90, 10], '2026-Q3': [90, 10] });
    expect(signal(run({ history: at }), 'falling-orders')[1]).toBe('raised');
    const above = quarters({ ...before, '2026-Q2': [91, 10], '2026-Q3': [90, 10] });
    expect(signal(run({ history: above }), 'falling-orders')[1]).toBe('clear');
  });

  it('does not compare quarters of which one is missing', () => {
    const history = quarters({ '2025-Q2': [100], '2025-Q3': [100], '2026-Q3': [50] });
    const found = run({ since: '2020-01-01', history });
    expect(signal(found, 'falling-orders')).toEqual([null, 'unknown']);
    expect(found.figure('account.a.risk.falling-orders').unavailable?.code).toBe('no-two-years');
  });
});

describe('complaints, sponsors, contracts, NPS', () => {
  it('counts complaints without an answer by the date of the data', () => {
    const complaint = { direction: 'inbound', kind: 'complaint' } as const;
    const interactions = [
      { ...complaint, date: '2026-05-01', resolved: '2026-05-03' },
      { ...complaint, date: '2026-09-01', resolved: '2026-10-08' },
      { ...complaint, date: '2026-09-10' },
    ];
    expect(signal(run({ interactions }), 'open-complaints')).toEqual([2, 'raised']);
  });

  it('remembers a sponsor who left for as long as declared', () => {
    const gone = (left: string, rest = {}) => ({ contacts: [{ id: 'eva', name: 'Eva', left, ...rest }] });
    expect(signal(run(gone('2026-05-01', { role: 'champion' })), 'sponsor-left')).toEqual([1, 'raised']);
    expect(signal(run(gone('2024-05-01', { role: 'champion' })), 'sponsor-left')).toEqual([0, 'clear']);
    expect(signal(run(gone('2026-05-01', { role: 'user' })), 'sponsor-left')).toEqual([0, 'clear']);
    const ours = run({ sponsor: 'max', ...gone('2026-05-01', { role: 'user', counterpart: 'max' }) });
    expect(signal(ours, 'sponsor-left')).toEqual([1, 'raised']);
  });

  it('warns of a contract that ends and that nothing follows', () => {
    const contract = { id: 'c', product: 'x', start: '2025-01-01', end: '2026-12-31' };
    expect(signal(run({ contracts: [contract] }), 'contract-end')).toEqual([92, 'raised']);
    const renewal = { kind: 'renewal', stage: 'open', product: 'x' } as const;
    const sought = run({ contracts: [contract], opportunities: [renewal] });
    expect(signal(sought, 'contract-end')).toEqual([92, 'followed']);
    const far = run({ contracts: [{ ...contract, end: '2027-12-31' }], opportunities: [renewal] });
    expect(signal(far, 'contract-end')).toEqual([457, 'followed']);
    // The label says which of the two the days are of.
    const measured = [run({ contracts: [contract] }), far].map(
      found =>
        found.series('account.a.warnings').rows.find(row => row.signal === 'contract-end')?.measuredSignal,
    );
    expect(measured).toEqual(['contract-end', 'contract-end-under-way']);
    const past = run({ contracts: [{ ...contract, renewal: 'renewed' }] });
    expect(past.figure('account.a.risk.contract-end').unavailable?.code).toBe('renewals-in-hand');
    // A later end of another product doesn't hide the one that is near and unsigned.
    const other = { ...contract, id: 'e', product: 'z', end: '2027-12-31' };
    expect(signal(run({ contracts: [contract, other], opportunities: [renewal] }), 'contract-end')).toEqual([
      92,
      'followed',
    ]);
    const next = { ...contract, id: 'd', start: '2027-01-01', end: '2027-12-31' };
    expect(signal(run({ contracts: [contract, next] }), 'contract-end')).toEqual([457, 'clear']);
    expect(
      signal(run({ contracts: [contract], opportunities: [{ ...renewal, product: 'y' }] }), 'contract-end'),
    ).toEqual([92, 'raised']);
  });

  it('says on which side of its limit each signal warns', () => {
    const { rows } = run({}).series('account.a.warnings');
    expect(
      rows.map(({ signal: name, warnsFrom, warnsFromBound }) => [name, `${warnsFromBound}${warnsFrom}`]),
    ).toEqual([
      ['silence', '>60'],
      ['falling-orders', '≤-0.1'],
      ['open-complaints', '≥1'],
      ['sponsor-left', '≥1'],
      ['contract-end', '≤180'],
      ['low-nps', '<0'],
    ]);
  });

  it('reads the NPS of the answers of four quarters', () => {
    const surveys = [
      { period: '2026-Q3', nps: 3 },
      { period: '2026-Q1', nps: 9 },
      { period: '2025-Q4', nps: 5 },
      { period: '2025-Q3', nps: 10 },
    ];
    const [found, state] = signal(run({ surveys }), 'low-nps');
    expect(found).toBeCloseTo(-33.333, 3);
    expect(state).toBe('raised');
    expect(run({ surveys }).figure('account.a.risk.low-nps').smallSample).toBe(true);
  });
});

describe('accounts at risk', () => {
  const history = quarters({
    '2025-Q2': [100],
    '2025-Q3': [100],
    '2025-Q4': [70],
    '2026-Q1': [70],
    '2026-Q2': [60],
    '2026-Q3': [50],
  });
  const surveys = [{ period: '2026-Q3', nps: 2 }];
  const risks = [
    { title: 'Small', probability: 0.1, impact: 10, owner: 'leo' },
    {
      title: 'Large',
      probability: 0.5,
      impact: 90,
      owner: 'ana',
      mitigation: 'Talk',
      checkpoint: '2026-11-01',
    },
  ];

  it('are listed from two warnings, with revenue of a year and what their largest risk says', () => {
    const found = run({ history, surveys, risks, manager: 'max' });
    expect(found.series('portfolio.at-risk').rows).toEqual([
      expect.objectContaining({
        account: 'a',
        atStake: 250,
        warningCount: 2,
        warnings: 'falling-orders low-nps',
        cause: 'Large',
        plan: 'Talk',
        owner: 'ana',
        checkpoint: '2026-11-01',
        origin: 'signals',
      }),
    ]);
    expect(found.figure('portfolio.at-risk.revenue-share').value).toBe(1);
    expect(found.figure('account.a.risk.signals').coverage?.of).toBe(6);
  });

  it('are listed whenever the team says so, in its words', () => {
    const retention = { cause: 'New owner', plan: 'Meet', checkpoint: '2026-12-01' };
    const [row] = run({ history: quarters({ '2026-Q3': [50] }), retention, risks, manager: 'max' }).series(
      'portfolio.at-risk',
    ).rows;
    expect(row).toMatchObject({ cause: 'New owner', plan: 'Meet', owner: 'max', origin: 'declared' });
  });

  it('are said to be so on their own page, with the plan and the day on which it is checked', () => {
    const retention = { cause: 'New owner', plan: 'Meet', checkpoint: '2026-12-01' };
    const found = run({ history: quarters({ '2026-Q3': [50] }), retention });
    expect(found.finding('warnings.declared')?.params).toMatchObject({
      cause: { text: 'New owner' },
      plan: { text: 'Meet' },
      checkpoint: { day: '2026-12-01' },
      owned: { text: 'no' },
    });
    const owned = run({ history: quarters({ '2026-Q3': [50] }), retention: { ...retention, owner: 'eva' } });
    expect(owned.finding('warnings.declared')?.params).toMatchObject({
      owner: { text: 'eva' },
      owned: { text: 'yes' },
    });
    expect(run({ history: quarters({ '2026-Q3': [50] }) }).finding('warnings.declared')).toBeUndefined();
  });

  it('are those that the declared number of warnings makes them', () => {
    const listed = (atRisk: number): number =>
      run({ history, surveys }, { relationship: { warnings: { atRisk } } }).series('portfolio.at-risk').rows
        .length;
    expect([1, 2, 3].map(listed)).toEqual([1, 1, 0]);
  });

  it('without a plan are named', () => {
    expect(run({ history, surveys }).finding('risks.at-risk')?.params).toMatchObject({
      unplanned: { value: 1 },
      unplannedAccounts: { ids: ['a'] },
    });
  });

  it('do not include lost customers; without accounts there is no list', () => {
    const lost = { status: 'lost', lost: { date: '2026-05-01' }, history, surveys } as const;
    const found = run({}, { accounts: { b: { ...lost, surveys: [...surveys] } } });
    expect(found.series('portfolio.at-risk').rows).toEqual([]);
    expect(runMethod(churnWarnings, {}).figure('portfolio.at-risk.accounts').unavailable?.code).toBe(
      'no-accounts',
    );
  });
});
