import { describe, expect, test } from 'vitest';
import { load, minimalSettings, summary } from './memory.ts';

const current = '2026-Q3: { revenue: 100000 }';

const load1 = (account: string, extra: Readonly<Record<string, string>> = {}) =>
  load({ 'data/accounts/a.yaml': `name: A\n${account}\n`, ...extra });

const reports = async (
  account: string,
  extra?: Readonly<Record<string, string>>,
): Promise<readonly string[]> =>
  summary(await load1(account, extra)).map(line => line.replace('workspace/', ''));

const settings = (text: string) => ({ 'data/workspace.yaml': `${minimalSettings}${text}\n` });

describe('quarters of a history', () => {
  test('a hole is named with its quarters at the quarter after it, and is no zero', async () => {
    const history = 'history:\n  2025-Q4: { revenue: 5 }\n  2026-Q1: { plan: 5 }\n  2026-Q3: { revenue: 5 }';
    const { diagnostics } = await load1(history);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: 'workspace/missing-quarter',
      severity: 'warning',
      span: { line: 4, column: 3 },
    });
    expect(diagnostics[0]?.message).toContain('Revenue of 2026-Q1, 2026-Q2 is missing');
    expect(await reports(history.replace('plan: 5', 'revenue: 0').replace('2026-Q3', '2026-Q2'))).toEqual([
      'workspace.yaml:3 warning no-history',
    ]);
  });

  test('what begins late or ends early has no hole', async () => {
    expect(await reports(`since: 2026-05-01\nhistory: { 2026-Q2: { revenue: 1 }, ${current} }`)).toEqual([]);
  });

  test.each([
    [
      'since: 2026-05-01\nhistory:\n  2026-Q1: { revenue: 9 }\n  2026-Q2: { revenue: 9 }\n  2026-Q3: { revenue: 9 }',
      4,
    ],
    [
      'status: lost\nlost: { date: 2026-03-31 }\nhistory: { 2026-Q2: { revenue: 9 }, 2026-Q3: { revenue: 9 } }',
      4,
    ],
    ['status: prospect\nhistory: { 2026-Q3: { revenue: 9 } }', 3],
  ])('revenue of somebody who was no customer contradicts the state: %s', async (account, line) => {
    expect(await reports(account)).toEqual([`accounts/a.yaml:${line} warning status-conflict`]);
  });

  test('a credit note after the loss is no contradiction', async () => {
    const history = 'history: { 2026-Q2: { revenue: 5 }, 2026-Q3: { revenue: -5 } }';
    expect(await reports(`status: lost\nlost: { date: 2026-06-30 }\n${history}`)).toEqual([]);
  });

  test('many accounts with the same slip give one report that counts them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `data/accounts/b${index}.yaml`,
        `name: B${index}\nhistory: { 2026-Q1: { revenue: 5 }, 2026-Q3: { revenue: 5 } }\n`,
      ]),
    );
    const { diagnostics } = await load(many);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain('11 more accounts have the same.');
  });
});

describe('amounts', () => {
  test.each([
    ['margin: 100001', 'implausible-amount'],
    ['newBusiness: 100001', 'implausible-amount'],
    ['costToServe: 100001', 'implausible-amount'],
    ['costToServe: -1', 'implausible-amount'],
    ['plan: -1', 'implausible-amount'],
    ['plan: 100', 'implausible-magnitude'],
    ['forecast: 90000000', 'implausible-magnitude'],
    ['margin: 35.1', 'suspicious-unit'],
    ['costToServe: 3.8', 'suspicious-unit'],
  ])('a quarter with revenue of 100,000 and %s is asked about', async (entry, code) => {
    expect(await reports(`history:\n  2026-Q3: { revenue: 100000, ${entry} }`)).toEqual([
      `accounts/a.yaml:3 warning ${code}`,
    ]);
  });

  test.each([
    'revenue: -5, margin: -3',
    'revenue: 5, margin: -3',
    'revenue: 0, costToServe: 3',
    'revenue: 100, plan: 20000',
    'revenue: 90000, margin: 120',
    'revenue: 50000, costToServe: 60',
  ])('credit notes, losses, cost without revenue and plans that are merely wrong may be: %s', async entry => {
    expect(await reports(`history:\n  2026-Q3: { ${entry} }`)).toEqual([]);
  });

  test('one quarter in thousands among others in units is found, and no other', async () => {
    const years = (values: readonly number[]) =>
      `history:\n${values.map((value, index) => `  2026-Q${index + 1}: { revenue: ${value} }`).join('\n')}`;
    expect(await reports(years([412000, 398, 405000]))).toEqual([
      'accounts/a.yaml:4 warning implausible-magnitude',
    ]);
    expect(await reports(years([412, 398000, 405]))).toEqual([
      'accounts/a.yaml:4 warning implausible-magnitude',
    ]);
    expect(await reports(years([4, 39, 390]))).toEqual([]);
  });

  test.each([
    ['revenue: 0, margin: 3', 'implausible-amount'],
    ['revenue: -5, margin: 3', 'implausible-amount'],
    ['revenue: 0, newBusiness: 3', 'implausible-amount'],
  ])('nothing is earned without revenue: %s', async (entry, code) => {
    expect(await reports(`history:\n  2026-Q3: { ${entry} }`)).toEqual([`accounts/a.yaml:3 warning ${code}`]);
  });

  const quarters = (entries: readonly string[]) =>
    `history:\n${entries.map((entry, index) => `  2026-Q${index + 1}: { ${entry} }`).join('\n')}`;

  test('a minus before an amount like the others is asked about, a credit note among them is not', async () => {
    const of = (last: number) => reports(quarters([412000, 398000, last].map(value => `revenue: ${value}`)));
    expect(await of(-405000)).toEqual(['accounts/a.yaml:5 warning implausible-amount']);
    expect(await of(-9000)).toEqual([]);
  });

  test('a margin in per cent among amounts of money is found, and how far off it is', async () => {
    const text = quarters([140500, 35.1, 139900].map(margin => `revenue: 400000, margin: ${margin}`));
    const { diagnostics } = await load1(text);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'workspace/implausible-magnitude', span: { line: 4 } });
    expect(diagnostics[0]?.message).toContain('about ten thousand times smaller than its median');
  });

  test('nobody answers who was not asked', async () => {
    const surveys = 'surveys: [{ period: 2026-Q3, nps: 9 }, { period: 2026-Q3, nps: 9 }]';
    const asked = (count: number) => `history: { 2026-Q3: { revenue: 1, surveyed: ${count} } }\n${surveys}`;
    expect(await reports(asked(1))).toEqual(['accounts/a.yaml:2 error more-than-all']);
    expect(await reports(asked(2))).toEqual([]);
  });

  test.each([
    'opportunities: [{ stage: open, value: -1 }]',
    'contracts: [{ id: c, start: 2026-01-01, end: 2027-01-01, value: -1 }]',
    'risks: [{ title: T, probability: 0.5, impact: -1 }]',
    'risks: [{ title: T, probability: 60 }]',
    'surveys: [{ period: 2026-Q3, nps: 11 }]',
    'surveys: [{ period: 2026-Q3, csat: 6 }]',
    'resources: { people: [{ person: ana, hours: { 2026-Q3: 2209 } }] }',
  ])('what cannot be is refused: %s', async entry => {
    const people = { 'data/people/ana.yaml': 'name: Ana\nrole: kam\n' };
    expect(await reports(`history: { ${current} }\n${entry}`, people)).toEqual([
      'accounts/a.yaml:3 error out-of-range',
    ]);
  });
});

test('a quarter without fixed costs between others is named, for cover over it is not available', async () => {
  const costs = 'fixedCosts:\n  2026-Q1: 900\n  2026-Q3: 950';
  expect(await reports(`history: { ${current} }`, settings(costs))).toEqual([
    'workspace.yaml:6 warning missing-quarter',
  ]);
});

describe('rates', () => {
  const rates = (row: string, currency = 'USD') =>
    reports(`history: { ${current} }`, settings(`rates:\n  ${currency}: { ${row} }`));

  test.each([
    ['2026-Q1: 0.85, 2026-Q2: 8.5, 2026-Q3: 0.86', 1],
    ['2026-Q1: 0.85, 2026-Q2: 0.4, 2026-Q3: 0.41', 1],
    ['2026-Q1: 0.85, 2026-Q2: 1.6, 2026-Q3: 0.81', 0],
    ['2026-Q1: 0.47, 2026-Q2: 2.13', 1],
    ['2026-Q1: 0.85, 2026-Q2: 1.176, 2026-Q3: 0.85', 1],
    ['2026-Q1: 0.95, 2026-Q2: 1.04, 2026-Q3: 1.05', 0],
  ])('%s: %i jump by more than a factor of two, or to what it is upside down', async (row, count) => {
    expect(await rates(row)).toEqual(Array(count).fill('workspace.yaml:5 warning implausible-rate'));
  });

  test('one that looks upside down is said to be', async () => {
    const { diagnostics } = await load1(
      `history: { ${current} }`,
      settings('rates: { USD: { 2026-Q1: 0.47, 2026-Q2: 2.13 } }'),
    );
    expect(diagnostics[0]?.hints[0]).toMatch(/^It looks inverted: .* 0\.4695\.$/);
  });

  test('one near parity that is upside down is, too, and with what would be right', async () => {
    const { diagnostics } = await load1(
      `history: { ${current} }`,
      settings('rates: { USD: { 2026-Q1: 0.8478, 2026-Q2: 1.1716 } }'),
    );
    expect(diagnostics[0]?.message).toContain('1.1716, is that of 2026-Q1, 0.8478, upside down');
    expect(diagnostics[0]?.hints[0]).toMatch(/^It looks inverted: .* 0\.8535\.$/);
  });

  test('the reporting currency needs none', async () => {
    expect(await rates('2026-Q1: 1.1', 'EUR')).toEqual(['workspace.yaml:5 warning contradiction']);
  });
});

describe('the same twice', () => {
  test.each([
    ['surveys', '{ period: 2026-Q3, contact: eva, nps: 9 }', 1],
    ['surveys', '{ period: 2026-Q3, nps: 9 }', 0],
    ['interactions', '{ date: 2026-08-01, direction: inbound, subject: Price }', 1],
    ['interactions', '{ date: 2026-08-01, direction: inbound }', 0],
    ['opportunities', '{ stage: open, value: 5 }', 1],
    ['risks', '{ title: T, probability: 0.5 }', 1],
  ])('an entry of %s is reported where it must differ: %s', async (list, entry, count) => {
    const account = `history: { ${current} }\ncontacts: [{ id: eva, name: Eva }]\n${list}:\n  - ${entry}\n  - ${entry}`;
    expect(await reports(account)).toEqual(Array(count).fill('accounts/a.yaml:6 warning duplicate-entry'));
  });

  test('a criterion of the customer that stands twice would weigh twice', async () => {
    const criterion = '{ name: Price, us: 5, competitor: 6 }';
    const strength = `strength: [{ period: 2026-Q3, by: customer, criteria: [${criterion}, ${criterion}] }]`;
    expect(await reports(`history: { ${current} }\n${strength}`)).toEqual([
      'accounts/a.yaml:3 warning duplicate-entry',
    ]);
  });

  test('two accounts of one name, however it is written', async () => {
    const other = { 'data/accounts/b.yaml': 'name: "a. "\n' };
    expect(await reports(`history: { ${current} }`, other)).toEqual([
      'accounts/b.yaml:1 warning duplicate-name',
    ]);
  });
});

describe('shares and per cent', () => {
  const kpis = (text: string) => ({ 'data/program/kpis.yaml': `${text}\n` });

  test.each([
    ['discountRate: 10', 'warning suspicious-unit'],
    ['kpis: [{ kpi: churn, target: 2 }]', 'warning suspicious-unit'],
    ['kpis: [{ kpi: csat, target: 90 }]', 'warning suspicious-unit'],
    ['kpis: [{ kpi: organic-growth, target: 2 }]', 'warning suspicious-unit'],
    ['kpis: [{ kpi: organic-growth, target: 90 }]', 'warning suspicious-unit'],
    ['kpis: [{ kpi: csat, target: 0.9, tolerance: 5 }]', 'warning suspicious-unit'],
    ['kpis: [{ kpi: nps, targets: { 2026-Q3: 0.45 } }]', 'warning suspicious-unit'],
    ['kpis: [{ kpi: nps, target: 145 }]', 'error out-of-range'],
  ])('%s', async (text, code) => {
    expect(await reports(`history: { ${current} }`, kpis(text))).toEqual([`program/kpis.yaml:1 ${code}`]);
  });

  test('targets that may pass 1 may, and a score of 45 is one', async () => {
    const text =
      'kpis: [{ kpi: net-revenue-retention, target: 1.05 }, { kpi: nps, target: 45 }, { kpi: churn, target: 0.02 }]';
    expect(await reports(`history: { ${current} }`, kpis(text))).toEqual([]);
  });

  test('growth in a rule of a segment, and the load of a manager', async () => {
    const extra = {
      'data/program/segments.yaml':
        'schemes:\n  - id: s\n    name: S\n    segments:\n      - { id: up, name: U, when: [{ field: growth, atLeast: 10 }] }\n',
      'data/program/resources.yaml': 'load: { low: 60, high: 100 }\n',
    };
    expect(await reports(`history: { ${current} }`, extra)).toEqual([
      'program/resources.yaml:1 warning suspicious-unit',
      'program/resources.yaml:1 warning suspicious-unit',
      'program/segments.yaml:5 warning suspicious-unit',
    ]);
  });

  test('weights that are all zero are refused', async () => {
    const extra = {
      'data/program/resources.yaml': 'difficulty: { risk: 0, weakness: 0, exposure: 0 }\n',
    };
    expect(await reports(`history: { ${current} }`, extra)).toHaveLength(1);
  });
});
