import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { type Colours, formatDiagnostic } from '../../../src/workspace/frame.ts';
import { sortDiagnostics } from '../../../src/workspace/order.ts';

const at = (line: number, column: number, length = 3, file = 'data/a.yaml'): Diagnostic => ({
  code: 'workspace/unknown-key',
  severity: 'error',
  message: 'No such key.',
  span: { file, line, column, length },
  hints: ['Did you mean "abc"?'],
});

const text = Array.from({ length: 12 }, (_, i) => `line ${i + 1}`).join('\n');

describe('a code frame', () => {
  test('shows the place, two lines around it, a caret and the hints', () => {
    expect(formatDiagnostic(at(9, 2), text)).toBe(
      [
        'data/a.yaml:9:2  error workspace/unknown-key  No such key.',
        '   7 │ line 7',
        '   8 │ line 8',
        '>  9 │ line 9',
        '     │  ^^^',
        '  10 │ line 10',
        '  11 │ line 11',
        '  → Did you mean "abc"?',
      ].join('\n'),
    );
  });

  test('stops at both ends of the file', () => {
    expect(formatDiagnostic(at(1, 1), 'only\n')).toContain('> 1 │ only\n    │ ^^^\n  2 │\n');
    expect(formatDiagnostic(at(12, 1), text)).not.toContain('13 │');
  });

  test('keeps tabs under tabs, and cuts lines that are too long', () => {
    expect(formatDiagnostic(at(1, 2), '\tabc')).toContain('    │ \t^^^');
    expect(formatDiagnostic(at(1, 1, 500), 'x'.repeat(500))).toContain(`│ ${'^'.repeat(120)}\n`);
    expect(formatDiagnostic(at(1, 300), 'x'.repeat(500))).not.toContain('^');
  });

  test('is left out without a source, and the place without a span', () => {
    expect(formatDiagnostic(at(9, 2), undefined).split('\n')).toHaveLength(2);
    expect(formatDiagnostic({ code: 'x/y', severity: 'hint', message: 'M.', hints: [] }, text)).toBe(
      'hint x/y  M.',
    );
  });

  test('takes colours from outside', () => {
    const paint = (name: string) => (part: string) => `<${name}>${part}</${name}>`;
    const colours: Colours = {
      place: paint('place'),
      severity: { error: paint('red'), warning: paint('yellow'), hint: paint('blue') },
      code: paint('code'),
      gutter: paint('gutter'),
      mark: paint('mark'),
      hint: paint('hint'),
    };
    const printed = formatDiagnostic(at(9, 2), text, colours);
    expect(printed).toContain(
      '<place>data/a.yaml:9:2</place>  <red>error</red> <code>workspace/unknown-key</code>',
    );
    expect(printed).toContain('<mark>^^^</mark>');
  });
});

test('diagnostics are ordered by file, line and column, as numbers', () => {
  const sorted = sortDiagnostics([at(10, 1), at(9, 5), at(1, 1, 1, 'data/b.yaml'), at(9, 4)]);
  expect(sorted.map(({ span }) => `${span?.file.at(-6)}${span?.line}:${span?.column}`)).toEqual([
    'a9:4',
    'a9:5',
    'a10:1',
    'b1:1',
  ]);
});
