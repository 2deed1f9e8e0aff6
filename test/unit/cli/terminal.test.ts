import { afterEach, expect, test, vi } from 'vitest';
import { diagnosticsText, summaryOf } from '../../../src/cli/diagnostics-text.ts';
import { printable } from '../../../src/cli/printable.ts';
import { coloursFor, isInteractive, widthOf } from '../../../src/cli/terminal.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';

const stream = (isTTY: boolean, columns?: number): NodeJS.WriteStream =>
  ({ isTTY, columns }) as unknown as NodeJS.WriteStream;

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
])('a terminal (%j) with %j has colours: %j', (terminal, environment, expected) => {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'TERM']) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  expect(coloursFor(stream(terminal)).red('x') !== 'x').toBe(expected);
});

test('nobody watches in CI, so nothing is redrawn', () => {
  vi.stubEnv('TERM', 'xterm');
  vi.stubEnv('CI', undefined);
  expect(isInteractive(stream(true))).toBe(true);
  expect(isInteractive(stream(false))).toBe(false);
  vi.stubEnv('CI', 'true');
  expect(isInteractive(stream(true))).toBe(false);
});

test('lines are as wide as the terminal, within what is comfortable', () => {
  expect([widthOf(stream(true, 90)), widthOf(stream(true, 10)), widthOf(stream(true, 400))]).toEqual([
    90, 60, 120,
  ]);
  expect(widthOf(stream(false))).toBe(100);
});

const diagnostic = (severity: Diagnostic['severity'], file: string, line: number): Diagnostic => ({
  code: 'workspace/wrong-type',
  severity,
  message: `${severity} in ${file}`,
  span: { file, line, column: 3, length: 2 },
  hints: [],
});

test('the summary counts by severity and file', () => {
  expect(summaryOf([])).toBe('no problems');
  expect(summaryOf([diagnostic('error', 'a', 1)])).toBe('1 problem: 1 error in 1 file');
  expect(
    summaryOf([diagnostic('error', 'a', 1), diagnostic('warning', 'a', 2), diagnostic('error', 'b', 1)]),
  ).toBe('3 problems: 2 errors, 1 warning in 2 files');
});

test('diagnostics come in order of place, and control characters are shown, not obeyed', () => {
  vi.stubEnv('NO_COLOR', '1');
  const text = diagnosticsText(
    [diagnostic('error', 'b', 1), diagnostic('error', 'a', 9), diagnostic('warning', 'a', 1)],
    new Map([['a', 'x: \u001b[2J\ttab']]),
    coloursFor(stream(false)),
  );
  expect(text.match(/^[ab]:\d+/gm)).toEqual(['a:1', 'a:9', 'b:1']);
  expect(printable(text)).toContain('x: \ufffd[2J\ttab');
});
