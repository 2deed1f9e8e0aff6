import { expect, test } from 'vitest';
import { type Explanation, explain, type Place } from '../../../src/explain/explanation.ts';
import { idMeant } from '../../../src/explain/find.ts';
import { treeLines } from '../../../src/explain/tree-text.ts';
import { wrap } from '../../../src/explain/wrap.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import type { Figure, FigureInput } from '../../../src/model/figure.ts';
import { quotient, sumOf } from '../../../src/model/formula.ts';
import type { SourceRef } from '../../../src/model/source.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';

const figure = (id: string, inputs: readonly FigureInput[], rest: Partial<Figure> = {}): Figure => ({
  id,
  value: 0.591,
  unit: 'share',
  precision: 1,
  method: 'shares',
  period: '2026-Q3',
  inputs,
  ...rest,
});

const source = (...path: string[]): SourceRef => ({ file: 'data/accounts/a.yaml', path });
const place = { file: 'data/accounts/a.yaml', line: 12, column: 5, length: 3 };
const locate = (ref: SourceRef): Place => (ref.path[0] === 'absent' ? {} : { span: place, written: '400' });
const mapOf = (...figures: Figure[]): ReadonlyMap<string, Figure> =>
  new Map(figures.map(one => [one.id, one]));

const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
const locale = createLocale('en-GB', {
  language: 'en',
  texts: new Map([
    ...(messages?.texts ?? []),
    ['methods.shares.title', 'Shares'],
    ['methods.shares.formula', 'part over whole'],
  ]),
});
const plain = { strong: (text: string) => text, faint: (text: string) => text };
const textOf = (root: Figure, figures: ReadonlyMap<string, Figure>, limit = 10): string =>
  treeLines(explain(root, figures, locate), { locale, ink: plain, locate, limit, width: 100 }).join('\n');

test('the tree ends at the line and column of every recorded value', () => {
  const share = figure('top', ['revenue']);
  const revenue = figure('revenue', [source('history', '2026-Q3', 'revenue')], {
    value: 400,
    unit: 'money:EUR',
    precision: 0,
  });
  expect(textOf(share, mapOf(share, revenue))).toBe(
    [
      'top  59.1%',
      '│  Shares (shares), Q3\u00a02026',
      '│  Formula: part over whole',
      '└─ revenue  €400',
      '   │  Shares (shares), Q3\u00a02026',
      '   └─ data/accounts/a.yaml:12:5  history.2026-Q3.revenue = 400',
    ].join('\n'),
  );
});

test('notes tell what is set from defaults, and give coverage, interval and sample size', () => {
  const one = figure('nps', [], {
    assumptions: [
      { name: 'attention', value: 0.1, source: source('thresholds') },
      { name: 'workspace.absent', value: 0.95 },
      { name: 'workspace.basis', value: 'year' },
      { name: 'people-asked', value: 40 },
      { name: 'strength-scored-by', value: 'customer', source: source('by') },
      { name: 'survey-of', value: '2026-Q2' },
      { name: 'solved-since', value: '2025-10-01' },
      { name: 'basis', value: 'quarter', source: source('absent') },
    ],
    coverage: { n: 3, of: 24 },
    interval: { low: 0.4, high: 0.7, level: 0.95, kind: 'wilson' },
    smallSample: true,
  });
  const text = textOf(one, mapOf(one));
  expect(text).toContain('attention = 0.1 (set at data/accounts/a.yaml:12:5)');
  expect(text).toContain('workspace.absent = 0.95 (default)');
  expect(text).toContain('workspace.basis = year (set at data/accounts/a.yaml:12:5)');
  expect(text).toMatch(/People asked, out of whom the answers come: 40 \(worked out from the data\)$/m);
  expect(text).toContain('Strength scored by: Customer (data/accounts/a.yaml:12:5)');
  expect(text).toContain('Quarter of the survey: Q2\u00a02026 (worked out from the data)');
  expect(text).toContain('Problems solved since: 1\u00a0October\u00a02025 (worked out from the data)');
  expect(text).toContain('basis = quarter (default)');
  expect(text).toContain('Coverage: 3 of 24');
  expect(text).toContain('95% interval (Wilson): 40.0% to 70.0%');
  expect(text).toContain('Small sample');
});

test('figures go by their names, in the tree and in the words of formulas', () => {
  const revenues = ['a', 'b'].map(id =>
    figure(`account.${id}.revenue`, [], { value: 400, unit: 'money:EUR', precision: 0 }),
  );
  const total = figure(
    'portfolio.revenue.positive',
    revenues.map(({ id }) => id),
    { value: 800, unit: 'money:EUR', precision: 0, formula: sumOf() },
  );
  const share = figure('account.a.share', ['account.a.revenue', total.id], {
    value: 0.5,
    formula: quotient(0, 1),
  });
  const text = textOf(share, mapOf(share, total, ...revenues));
  expect(text).toContain('= Customer revenue ÷ Positive revenue of the portfolio\n');
  expect(text).toContain('= sum of customer revenue (2)\n');
  expect(text).toContain('─ account.b.revenue  €400  Customer revenue\n');
  expect(text).toContain('─ account.a.revenue  €400  Customer revenue  (explained above)\n');
});

test('a figure without value says why', () => {
  const { value: _, ...rest } = figure('churn', []);
  const one: Figure = { ...rest, unavailable: { code: 'not-recorded' } };
  expect(textOf(one, mapOf(one))).toContain('churn  not available: no data recorded');
});

test('a figure is unfolded once; one that rests on itself is named, and the walk ends', () => {
  const a = figure('a', ['b', 'c', 'lost', source('absent')]);
  const b = figure('b', ['c', 'a']);
  const c = figure('c', []);
  const text = textOf(a, mapOf(a, b, c));
  expect(text.match(/ c {2}/g)).toHaveLength(2);
  expect(text).toContain('c  59.1%  (explained above)');
  expect(text).toContain('a  59.1%  (rests on itself)');
  expect(text).toContain('lost  (not computed)');
  expect(text).toContain('data/accounts/a.yaml  absent  (not written there)');
});

test('long lists are folded with a count', () => {
  const one = figure(
    'sum',
    Array.from({ length: 30 }, (_, i) => source('history', String(i))),
  );
  const folded = textOf(one, mapOf(one), 4);
  expect(folded.match(/a\.yaml:12:5/g)).toHaveLength(4);
  expect(folded).toContain('└─ … and 26 more inputs');
  expect(textOf(one, mapOf(one), Number.POSITIVE_INFINITY).match(/a\.yaml:12:5/g)).toHaveLength(30);
});

test('a tree of many shared inputs stays as large as the analysis', () => {
  const layers = Array.from({ length: 40 }, (_, i) =>
    figure(`f${i}`, i === 39 ? [] : [`f${i + 1}`, `f${i + 1}`, `f${i + 1}`]),
  );
  const [top] = layers;
  if (top === undefined) throw new Error('no layers');
  const size = (node: Explanation): number =>
    1 + (node.kind === 'figure' ? node.inputs.reduce((sum, input) => sum + size(input), 0) : 0);
  expect(size(explain(top, mapOf(...layers), locate))).toBe(1 + 39 * 3);
});

test('a name with an account means the figure of that account', () => {
  expect(idMeant('score.total', 'cal')).toBe('account.cal.score.total');
  expect(idMeant('account.cal.score.total', 'cal')).toBe('account.cal.score.total');
  expect(idMeant('account.*.score.total', 'cal')).toBe('account.cal.score.total');
  expect(idMeant('portfolio.hhi')).toBe('portfolio.hhi');
});

test('lines are broken at spaces, never within a word', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('extraordinary', 5)).toEqual(['extraordinary']);
  expect(wrap('', 5)).toEqual([]);
});
