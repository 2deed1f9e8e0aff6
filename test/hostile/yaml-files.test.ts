import { afterAll, expect, test } from 'vitest';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { load, summary } from '../unit/workspace/memory.ts';
import { tally } from './tally.ts';

const account = (text: string): Readonly<Record<string, string>> => ({
  'data/accounts/a.yaml': `name: A\n${text}`,
});
const anchors = [...'bcdefghi'].map(
  (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`,
);
const bomb = ['fields: &a [x,x,x,x,x,x,x,x,x]', ...anchors].join('\n');

/** What is written, and where and as what it is told: line, column, severity, code. */
const refused: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['an alias bomb', account(bomb), 'too-many-aliases'],
  ['a map in a map in a map', account(`fields: ${'{ a: '.repeat(1000)}1${' }'.repeat(1000)}`), 'too-deep'],
  ['a key that stands twice', account('industry: steel\nindustry: paper\n'), 'duplicate-key'],
  ['__proto__ as a key', account('fields: { __proto__: { polluted: yes } }\n'), 'forbidden-key'],
  ['constructor as a key', account('fields: { constructor: x }\n'), 'forbidden-key'],
  ['a prototype as an id', { 'data/accounts/__proto__.yaml': 'name: A\n' }, 'bad-file-name'],
  ['a tag', account('industry: !!python/object:os.system x\n'), 'unsupported-yaml'],
  ['a scalar of megabytes', account(`industry: ${'x'.repeat(3_000_000)}\n`), 'too-large'],
  ['NUL', account('industry: a\0b\n'), 'control-character'],
  ['NUL in an escape', account('industry: "a\\0b"\n'), 'control-character'],
  ['an order to the terminal in an escape', account('industry: "\\e[2J"\n'), 'control-character'],
  ['text that turns around', account('industry: steel \u202Enoillim 1\n'), 'control-character'],
  ['an isolate that nobody closes', account('industry: "\\u2067x"\n'), 'control-character'],
  ['half a character', account('industry: "\\ud800"\n'), 'control-character'],
  ['Windows-1252', account(Buffer.from('industry: Compañía\n', 'latin1').toString('utf8')), 'wrong-encoding'],
  ['UTF-16', account(Buffer.from('\uFEFFindustry: x\n', 'utf16le').toString('utf8')), 'wrong-encoding'],
  ['a number that never ends', account('history: { 2026-Q1: { revenue: .inf } }\n'), 'wrong-type'],
  ['a number too great for a number', account('history: { 2026-Q1: { revenue: 1e400 } }\n'), 'wrong-type'],
  ['no number', account('history: { 2026-Q1: { revenue: .nan } }\n'), 'wrong-type'],
  ['a code with zeros where a text must stand', { 'data/accounts/a.yaml': 'name: 00123\n' }, 'wrong-type'],
  [
    'ids that differ by case',
    { 'data/accounts/A.yaml': 'name: A\n', 'data/accounts/a.yaml': 'name: B\n' },
    'bad-file-name',
  ],
  ['a Cyrillic id', { 'data/accounts/\u0430.yaml': 'name: A\n' }, 'bad-file-name'],
  ['a decomposed id', { 'data/accounts/cafe\u0301.yaml': 'name: A\n' }, 'bad-file-name'],
  ['an id with a line break', { 'data/accounts/a\nb.yaml': 'name: A\n' }, 'bad-file-name'],
  [
    'an id that no file system takes',
    { [`data/accounts/${'a'.repeat(200)}.yaml`]: 'name: A\n' },
    'bad-file-name',
  ],
  ['a name out of the root as a reference', account('parent: ../../etc/passwd\n'), 'bad-format'],
  [
    'a logo out of the root',
    {
      'data/workspace.yaml':
        'company: { name: A }\ncurrency: EUR\nperiod: 2026-Q3\nbrand: { logo: ../../../etc/passwd }\n',
    },
    'missing-brand-file',
  ],
];

test.each(refused)('%s is refused at its place', async (_, texts, code) => {
  const start = performance.now();
  const { value, diagnostics } = await load(texts);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(value).toBeUndefined();
  const found = diagnostics.find(one => one.code === `workspace/${code}`);
  expect(summary({ diagnostics }).join('\n')).toContain(`error workspace/${code}`);
  expect(found?.span?.line).toBeGreaterThan(0);
  expect(found?.hints.length).toBeGreaterThan(code === 'bad-file-name' || code === 'wrong-type' ? -1 : 0);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const doubted: readonly (readonly [string, string, string])[] = [
  ['1.234 of revenue', 'history: { 2026-Q1: { revenue: 1.234 } }\n', '2:32 workspace/thousands-separator'],
  ['12.345 in a field of one’s own', 'fields: { turnover: 12.345 }\n', '2:21 workspace/thousands-separator'],
  ['00123 in a field of one’s own', 'fields: { erp: 00123 }\n', '2:16 workspace/leading-zeros'],
  ['007 as an amount', 'history: { 2026-Q1: { revenue: 007 } }\n', '2:32 workspace/leading-zeros'],
];

test.each(doubted)('%s is read, with a warning', async (_, text, told) => {
  const { value, diagnostics } = await load(account(text));
  expect(value).toBeDefined();
  const places = diagnostics.map(
    ({ span, severity, code }) => `${severity} ${span?.line}:${span?.column} ${code}`,
  );
  expect(places).toContain(`warning ${told}`);
});

test('a zero with a minus is zero', async () => {
  const { value } = await load(
    account('history: { 2026-Q1: { revenue: -0, plan: -0.00 } }\nfields: { x: -0e3 }\n'),
  );
  expect(value?.accounts[0]?.history).toEqual({ '2026-Q1': { revenue: 0, plan: 0 } });
  expect(Object.is(value?.accounts[0]?.fields.x, 0)).toBe(true);
});

test('names of prototypes may be ids and fields of one’s own: they are names like others', async () => {
  const { value, diagnostics } = await load({
    'data/accounts/constructor.yaml': 'name: A\nfields: { toString: x, hasOwnProperty: y, valueOf: z }\n',
    'data/accounts/valueof.yaml': 'name: B\nparent: constructor\n',
    'data/people/constructor.yaml': 'name: P\nrole: kam\n',
  });
  expect(summary({ diagnostics }).filter(line => line.includes('error'))).toEqual([]);
  expect(value?.accounts.map(({ id }) => id)).toEqual(['constructor', 'valueof']);
});

test('a byte order mark and Windows line ends change nothing', async () => {
  const { value } = await load({ 'data/accounts/a.yaml': '\uFEFFname: A\r\nindustry: steel\r\n' });
  expect(value?.accounts[0]).toMatchObject({ name: 'A', industry: 'steel' });
});

test('names that look the same are told', async () => {
  for (const [first, second] of [
    ['Café', 'Cafe\u0301'],
    ['ACME', '\u0410\u0421\u041C\u0415'],
    ['Acme', 'Acme\u200B'],
  ] as const) {
    const { diagnostics } = await load({
      'data/accounts/a.yaml': `name: ${first}\n`,
      'data/accounts/b.yaml': `name: ${second}\n`,
    });
    expect(summary({ diagnostics })).toContain('accounts/b.yaml:1 warning workspace/duplicate-name');
  }
});

test('a workspace that is not there is told, not thrown', async () => {
  const { value, diagnostics } = await loadWorkspace({ read: async () => undefined, list: async () => [] });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toContain('workspace/missing-file');
});

afterAll(() => tally('yaml-cases', `${refused.length} refusals, ${doubted.length} warnings`));
