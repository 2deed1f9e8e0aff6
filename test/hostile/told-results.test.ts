import { expect, onTestFinished, test, vi } from 'vitest';
import { analyze } from '../../src/analysis/analyze.ts';
import { jsonPieces } from '../../src/cli/json-pieces.ts';
import { printable, printableJson } from '../../src/cli/printable.ts';
import { run } from '../../src/cli/run.ts';
import { compare } from '../../src/explain/comparison.ts';
import { comparisonData } from '../../src/explain/comparison-data.ts';
import { comparisonLines } from '../../src/explain/comparison-text.ts';
import { explain } from '../../src/explain/explanation.ts';
import { seriesLines } from '../../src/explain/series-lines.ts';
import { treeLines } from '../../src/explain/tree-text.ts';
import { folderWith, soundWorkspace } from '../e2e/command-line.ts';
import { corpus, isText } from './corpus/corpus.ts';
import { type Results, resultsOf } from './hostile-exports.ts';
import { dealt, rewritten, timesMet } from './hostile-workspace.ts';
import { effort, grouped, tally } from './tally.ts';

const texts = corpus.filter(isText).map(({ text }) => text);
/** In a slice every so many-th payload, of every family. */
const tried = texts.filter((_, index) => index % effort(Math.ceil(texts.length / 110), 1) === 0);
const chunk = effort(110, 240);
const lots = Array.from({ length: Math.ceil(tried.length / chunk) }, (_, index) =>
  tried.slice(index * chunk, (index + 1) * chunk),
);
const met = timesMet();

/** What steers a terminal, or turns a line around; the isolates of ours do neither. */
const steering = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066\u2067\u2028\u2029]/u;

const plain = { strong: (text: string) => text, faint: (text: string) => text };
/** So wide that no line is broken for its length. */
const width = 1e6;

/** What the three commands say of results, line by line: every figure that is explained, every series, what moved. */
const saidOf = (
  { analysis, locale, names, locate }: Results,
  figures: readonly string[],
): readonly string[] => {
  const style = { locale, ink: plain, locate, limit: 6, width };
  const explained = figures.flatMap(id => {
    const figure = analysis.figures.get(id);
    return figure === undefined ? [] : treeLines(explain(figure, analysis.figures, locate), style);
  });
  const series = [...analysis.series.values()].flatMap(one => seriesLines(one, style));
  return [...explained, ...series, ...comparisonLines(comparisonOf(analysis), { locale, names, ink: plain })];
};

const comparisonOf = (now: Results['analysis']) =>
  compare(analyze(now.scope.workspace, '2025-Q3'), now, { basis: 'quarter' });

/** Every so many-th figure, since each is explained down to its files. */
const someOf = (all: Iterable<string>): readonly string[] =>
  [...all].filter((_, index) => index % effort(40, 10) === 0);

let lines = 0;

test.for(lots)(
  'explanations, differences and results say each text as one, and steer no terminal',
  async lot => {
    const hostile = await resultsOf(rewritten(dealt(lot, met)));
    const ids = someOf(hostile.analysis.figures.keys());
    const said = saidOf(hostile, ids);
    lines += said.length;
    // No text makes a line of its own.
    expect(said.filter(line => /[\n\r\v\f\u0085\u2028\u2029]/.test(line))).toEqual([]);
    const shown = printable(said.join('\n'));
    expect(steering.exec(shown)).toBeNull();
    // What reaches the terminal is what was said: nothing of it was masked.
    expect(shown).toBe(said.join('\n'));

    const { analysis, locate } = hostile;
    const { scope, figures, series, findings } = analysis;
    const comparison = comparisonData(comparisonOf(analysis));
    const values: readonly unknown[] = [
      comparison,
      ...ids.map(id => explain(figures.get(id) ?? failed(id), figures, locate)),
    ];
    for (const value of values) {
      const json = printableJson(value);
      expect(steering.exec(json)).toBeNull();
      expect(JSON.parse(json)).toEqual(asJson(value));
    }
    const whole = { period: scope.period, figures: figures.values(), series: series.values(), findings };
    const json = [...jsonPieces(whole)].join('');
    expect(steering.exec(json)).toBeNull();
    expect(JSON.parse(json)).toEqual(
      asJson({ ...whole, figures: [...figures.values()], series: [...series.values()] }),
    );
  },
);

const failed = (id: string): never => {
  throw new Error(`There is no figure ${id}`);
};
/** As JSON without any care for terminals gives it back. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Runs a command in this process. @returns all that it wrote */
const written = async (args: readonly string[]): Promise<string> => {
  let said = '';
  const hear = (piece: unknown): boolean => {
    said += String(piece);
    return true;
  };
  const spies = [process.stdout, process.stderr].map(stream =>
    vi.spyOn(stream, 'write').mockImplementation(hear),
  );
  try {
    await run(args);
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
  return said;
};

test('what is typed behind a command steers no terminal when it is told back', async () => {
  const root = await folderWith(soundWorkspace);
  // Colours of ours are sequences, too.
  vi.stubEnv('NO_COLOR', '1');
  onTestFinished(() => void vi.unstubAllEnvs());
  const orders = corpus.filter(payload => !isText(payload) && !payload.text.includes('\0'));
  const others = tried.filter((_, index) => index % effort(6, 3) === 0);
  const all = [...orders.map(({ text }) => text), ...others];
  for (const text of all)
    for (const args of [
      ['explain', text],
      ['explain', 'account.*.share', '--account', text],
      ['diff', '2026-Q2', '2026-Q3', '--account', text],
      ['diff', text, '2026-Q3'],
      ['analyze', '--period', text],
    ]) {
      const said = await written([...args, '--root', root]);
      expect([args, steering.exec(said)]).toEqual([args, null]);
    }
  expect(orders.length).toBeGreaterThan(10);
  await tally(
    'markup-results',
    `${grouped(tried.length)} payloads in every text field, ${grouped(lines)} lines; ${grouped(all.length)} behind 5 commands`,
  );
});
