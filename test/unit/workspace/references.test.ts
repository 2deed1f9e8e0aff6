import { describe, expect, test } from 'vitest';
import { load, summary } from './memory.ts';

const settings = (extra: string): string => `company: { name: C }\ncurrency: EUR\nperiod: 2026-Q3\n${extra}`;
/** An account with revenue, so that the workspace itself gives no warning. */
const account = (extra = ''): string => `name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n${extra}`;
/** Another one, under a name of its own. */
const named = (name: string, extra: string): string => account(extra).replace('name: A', `name: ${name}`);
const scoring = 'criteria:\n  - { id: fit, name: Fit, weight: 1 }\n';

const reports = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  summary(await load(texts)).map(line => line.replace('workspace/', ''));

describe('references', () => {
  test('everyone who is named has a file; a file that was refused still counts', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml': account(
          'manager: ana\nsponsor: eva\nactions: [{ title: T, owner: leo, due: 2026-10-01 }]',
        ),
        'data/people/ana.yaml': 'name: Ana\nrole: kam\n',
        'data/people/eva.yaml': 'name: 5\nrole: kam\n',
      }),
    ).toEqual(['accounts/a.yaml:5 error unknown-reference', 'people/eva.yaml:1 error wrong-type']);
  });

  test('a slip in a file hides nothing of the rest of it', async () => {
    const found = await reports({
      'data/accounts/a.yaml': account('since: soon\nmanager: nobody\nparent: nowhere'),
    });
    expect(found).toEqual([
      'accounts/a.yaml:3 error bad-format',
      'accounts/a.yaml:4 error unknown-reference',
      'accounts/a.yaml:5 error unknown-reference',
    ]);
  });

  test('a circle of parents is named once, an account that leads into it not at all', async () => {
    const loaded = await load({
      'data/accounts/a.yaml': account('parent: b'),
      'data/accounts/b.yaml': named('B', 'parent: c'),
      'data/accounts/c.yaml': named('C', 'parent: b'),
      'data/accounts/d.yaml': named('D', 'parent: d'),
    });
    expect(loaded.diagnostics.map(({ message }) => message)).toEqual([
      'Accounts control each other in a circle: b → c → b.',
      'Accounts control each other in a circle: d → d.',
    ]);
  });

  test('who answered or called is a contact of this very account', async () => {
    const contacts = 'contacts: [{ id: eva, name: Eva }]\n';
    expect(
      await reports({
        'data/accounts/a.yaml': account(`${contacts}surveys: [{ period: 2026-Q3, contact: eva, nps: 9 }]`),
        'data/accounts/b.yaml': named('B', 'surveys: [{ period: 2026-Q3, contact: eva, nps: 9 }]'),
      }),
    ).toEqual(['accounts/b.yaml:3 error unknown-reference']);
  });

  test('without a list of products one warning says so', async () => {
    const loaded = await load({
      'data/accounts/a.yaml': account(
        'opportunities:\n  - { stage: open, product: x }\n  - { stage: open, product: y }',
      ),
    });
    expect(summary(loaded)).toEqual(['accounts/a.yaml:4 warning workspace/unchecked-reference']);
    expect(loaded.value).toBeDefined();
  });

  test('objectives serve strategy lines, vision or mission, segments and KPIs that exist', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml': account(),
        'data/program/statements.yaml':
          'strategy: [{ id: water, text: Water }]\nobjectives:\n  - { id: o, text: T, serves: [water, vision] }\n  - { id: p, text: T, serves: [watr] }\n  - { id: q, text: T, segments: [big] }\n  - { id: r, text: T, kpis: [chrun] }\n',
      }),
    ).toEqual([
      'program/statements.yaml:4 error unknown-reference',
      'program/statements.yaml:5 error unknown-reference',
      'program/statements.yaml:6 error unknown-reference',
    ]);
  });
});

describe('scoring', () => {
  test('ratings need criteria, and stay on the scale', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml': account(
          'ratings:\n  2026-Q3:\n    fit: 11\nstrength:\n  - period: 2026-Q3\n    by: own\n    criteria: [{ name: Price, us: 0, competitor: 5 }]',
        ),
        'data/program/scoring.yaml': scoring,
      }),
    ).toEqual(['accounts/a.yaml:5 error off-scale', 'accounts/a.yaml:9 error off-scale']);
    expect(await reports({ 'data/accounts/a.yaml': account('ratings: { 2026-Q3: { fit: 5 } }') })).toEqual([
      'accounts/a.yaml:3 warning unchecked-reference',
    ]);
  });

  test('a rating of a derived criterion is not used, and says so', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml': account('ratings: { 2026-Q3: { fit: 5 } }'),
        'data/program/scoring.yaml':
          'criteria: [{ id: fit, name: F, weight: 1, derive: { by: min-max, measure: revenue } }]',
      }),
    ).toEqual(['accounts/a.yaml:3 warning derived-criterion-rated']);
  });

  test('weights, scale, cuts and breakpoints', async () => {
    const files = { 'data/accounts/a.yaml': account() };
    const table = async (text: string): Promise<readonly string[]> =>
      (await reports({ ...files, 'data/program/scoring.yaml': text })).map(line =>
        line.replace('program/scoring.yaml:', ''),
      );
    expect(await table('criteria: [{ id: a, name: A, weight: 0 }]')).toEqual(['1 error no-weight']);
    expect(await table(`${scoring}scale: { min: 5, max: 5 }`)).toEqual(['3 error empty-scale']);
    expect(await table(`${scoring}kaism: { strength: 11 }`)).toEqual(['3 error off-scale']);
    expect(await table(`${scoring}  - { id: fit, name: Again, weight: 1 }`)).toEqual([
      '3 error duplicate-id',
    ]);
    expect(
      await table(
        `${scoring}  - id: volume\n    name: V\n    weight: 1\n    derive:\n      by: breakpoints\n      measure: revenue\n      points:\n        - [10, 1]\n        - [5, 12]\n`,
      ),
    ).toEqual(['11 error wrong-order', '11 error off-scale']);
    const turned = (by: string) =>
      table(
        `${scoring}  - id: cost\n    name: C\n    weight: 1\n    derive:\n      measure: cost-to-serve\n      lowerIsBetter: true\n      ${by}\n`,
      );
    expect(await turned('by: breakpoints\n      points: [[0, 10], [5, 1]]')).toEqual([
      '8 error contradiction',
    ]);
    expect(await turned('by: min-max')).toEqual([]);
  });
});

describe('history and money', () => {
  test('a foreign currency needs a rate for each quarter with amounts', async () => {
    const history = 'name: A\ncurrency: USD\nhistory: { 2026-Q2: { orders: 3 }, 2026-Q3: { revenue: 5 } }\n';
    expect(await reports({ 'data/accounts/a.yaml': history })).toEqual([
      'accounts/a.yaml:2 error missing-rate',
    ]);
    const rates = settings('rates: { USD: { 2026-Q3: 0.9 } }\n');
    expect(await reports({ 'data/workspace.yaml': rates, 'data/accounts/a.yaml': history })).toEqual([]);
  });

  test('after the period under review only plan and forecast belong', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml':
          'name: A\nhistory:\n  2026-Q3: { revenue: 1 }\n  2026-Q4: { plan: 2, forecast: 2 }\n  2027-Q1: { margin: 1 }\n',
      }),
    ).toEqual(['accounts/a.yaml:5 warning future-actual']);
  });

  test('a period without revenue is a warning, unless an account could not be read', async () => {
    const empty = { 'data/accounts/a.yaml': 'name: A\n' };
    expect(await reports(empty)).toEqual(['workspace.yaml:3 warning no-history']);
    expect(await reports({ ...empty, 'data/accounts/b.yaml': 'name: 5\n' })).toEqual([
      'accounts/b.yaml:1 error wrong-type',
    ]);
  });

  test('a Spanish thousands separator in an amount is noticed; other decimals are not', async () => {
    const file = (amount: string): Readonly<Record<string, string>> => ({
      'data/accounts/a.yaml': `name: A\nhistory: { 2026-Q3: { revenue: ${amount} } }\n`,
    });
    expect(await reports(file('412.350'))).toEqual(['accounts/a.yaml:2 warning thousands-separator']);
    for (const amount of ['412.35', '412350', '1412.350', '412.3500'])
      expect(await reports(file(amount))).toEqual([]);
  });
});

describe('states and dates', () => {
  test.each([
    ['status: lost', 'missing-date', 'error'],
    ['lost: { date: 2026-01-01 }', 'status-conflict', 'warning'],
    ['key: [{ from: 2026-Q2, to: 2026-Q1 }]', 'wrong-order', 'error'],
    ['contracts: [{ id: c, start: 2026-01-02, end: 2026-01-01, renewal: pending }]', 'wrong-order', 'error'],
    ['opportunities: [{ stage: lost }]', 'missing-date', 'error'],
    ['opportunities: [{ stage: open, closed: 2026-01-01 }]', 'status-conflict', 'warning'],
    ['opportunities: [{ stage: won, opened: 2026-02-01, closed: 2026-01-01 }]', 'wrong-order', 'error'],
    [
      'interactions: [{ date: 2026-02-01, direction: inbound, resolved: 2026-01-01 }]',
      'wrong-order',
      'error',
    ],
    ['vision: { text: Hola, spans: [{ aspect: inspires, quote: hola }] }', 'quote-not-found', 'error'],
    ['contacts: [{ id: a, name: A }, { id: a, name: B }]', 'duplicate-id', 'error'],
  ])('%s', async (line, code, severity) => {
    expect(await reports({ 'data/accounts/a.yaml': account(line) })).toEqual([
      `accounts/a.yaml:3 ${severity} ${code}`,
    ]);
  });

  test('what starts and ends on the same day is in order', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml': account(
          'key: [{ from: 2026-Q1, to: 2026-Q1 }]\ncontracts: [{ id: c, start: 2026-01-01, end: 2026-01-01, renewal: pending }]',
        ),
      }),
    ).toEqual([]);
  });
});

describe('languages', () => {
  test('a text that names its languages has all that are built, wherever it stands', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml': account(
          'vision:\n  text: { es: Hola }\n  spans: [{ aspect: inspires, quote: { es: Hola } }]\nneeds:\n  - text: { en: Water, es: Agua }\n  - text: { en: Lime }\n  - text: Cal\n',
        ),
        'data/program/scoring.yaml':
          'criteria:\n  - { id: a, name: { en: A }, weight: 1, derive: { by: min-max, measure: revenue } }\n',
        'data/products.yaml': 'products:\n  - { id: a, name: A }\n  - { id: b, name: { es: B } }\n',
      }),
    ).toEqual([
      'accounts/a.yaml:4 warning missing-language',
      'products.yaml:3 warning missing-language',
      'program/scoring.yaml:2 warning missing-language',
    ]);
  });

  test('the texts of a file are told of once, and those of many files together', async () => {
    const texts = 'needs: [{ text: { es: Agua } }, { text: { es: Cal } }]';
    const some = await load({ 'data/accounts/a.yaml': account(texts) });
    expect(some.diagnostics.map(({ message }) => message)).toEqual([
      'The text has no en version; the reader gets it in another language, marked as such; so is one more of this file.',
    ]);
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`data/accounts/a${index}.yaml`, named(`A${index}`, texts)]),
    );
    const { diagnostics } = await load(many);
    const languages = diagnostics.filter(({ code }) => code === 'workspace/missing-language');
    expect(languages.map(({ message }) => message.replace(/^.*; /, ''))).toEqual([
      'so are 21 more of 11 files.',
    ]);
  });

  test('es serves es-MX, and only the locales that are built count', async () => {
    const files = { 'data/accounts/a.yaml': account('needs: [{ text: { es: Agua } }]') };
    expect(await reports({ ...files, 'data/workspace.yaml': settings('locales: [es-MX]\n') })).toEqual([]);
  });
});

describe('programme', () => {
  test.each([
    ['kpis', 'kpis: [{ kpi: churn, target: 5 }]', 'warning suspicious-unit'],
    ['kpis', 'kpis: [{ kpi: csat, targets: { 2026-Q3: 85 } }]', 'warning suspicious-unit'],
    ['kpis', 'kpis: [{ kpi: churn }, { kpi: churn }]', 'error duplicate-id'],
    [
      'phase',
      'signals: [{ kind: computed, id: a, text: T, measure: new-business-share, zeroAt: 1, oneAt: 1 }]',
      'error empty-scale',
    ],
    [
      'decisions',
      'decisions: [{ id: a, period: 2026-Q3, title: T, reason: R, owner: O, due: 2026-Q4 }, { id: a, period: 2026-Q3, title: T, reason: R, owner: O, due: 2026-Q4 }]',
      'error duplicate-id',
    ],
  ])('%s: %s', async (name, text, expected) => {
    const found = await reports({ 'data/accounts/a.yaml': account(), [`data/program/${name}.yaml`]: text });
    expect(found).toEqual([`program/${name}.yaml:1 ${expected}`]);
  });

  test('an NPS target of 40 and a retention above one are in order', async () => {
    const kpis = 'kpis: [{ kpi: nps, target: 40 }, { kpi: net-revenue-retention, target: 1.05 }]';
    expect(await reports({ 'data/accounts/a.yaml': account(), 'data/program/kpis.yaml': kpis })).toEqual([]);
  });
});
