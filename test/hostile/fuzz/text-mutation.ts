import fc from 'fast-check';
import { corpus } from '../corpus/corpus.ts';

/** What YAML, notebooks and numbers stumble over. */
const tokens = [
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '    ',
    '- ',
    ': ',
    ':',
    ',',
    '#',
    '? ',
    '|\n',
    '>-\n',
    '"',
    "'",
    '`',
    '\\',
    '\0',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '{{',
    '}}',
    '{{{',
    '{{/',
    '{{#if ',
    '{{else}}',
    '&a ',
    '*a',
    '<<: *a',
    '!t ',
    '%YAML 1.1\n',
  ],
  ...[
    '---\n',
    '...\n',
    ':::\n',
    '::: note\n',
    '```\n',
    '```table\n',
    '```vega-lite\n',
    '|---|',
    '[^1]',
    '<!--',
    '-->',
  ],
  ...[
    '0',
    '-0',
    '-1',
    '1e308',
    '-1e308',
    '5e-324',
    '.nan',
    '.inf',
    '9007199254740993',
    '1.234',
    '00123',
    '0x1F',
  ],
  ...[
    'null',
    '~',
    'true',
    'no',
    '2026-Q3',
    '2026-13-45',
    '9999-12-31',
    '2026-Q9',
    '__proto__',
    'constructor',
  ],
  ...['é', '\u00a0', '\u200b', '\u202e', '\ufeff', '\ufffd', '😀', '\ud800'],
] as const;

/** A slip in a text: a piece of it is taken out, doubled, moved or replaced. */
export interface TextSlip {
  readonly at: number;
  readonly length: number;
  readonly what: 'insert' | 'delete' | 'double' | 'move' | 'line' | 'cut' | 'indent' | 'flip';
  readonly put: string;
  readonly to: number;
}

export const textSlip: fc.Arbitrary<TextSlip> = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  length: fc.nat({ max: 40 }),
  what: fc.constantFrom('insert', 'delete', 'double', 'move', 'line', 'cut', 'indent', 'flip'),
  put: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...tokens) },
    { weight: 2, arbitrary: fc.constantFrom(...corpus.map(({ text }) => text)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  ),
  to: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

/** Makes a slip in a text. */
export const slipped = (text: string, { at, length, what, put, to }: TextSlip): string => {
  const from = Math.floor(at * text.length);
  const end = from + length;
  const piece = text.slice(from, end);
  const without = text.slice(0, from) + text.slice(end);
  const lines = text.split('\n');
  const row = Math.floor(at * lines.length);
  switch (what) {
    case 'insert':
      return text.slice(0, from) + put + text.slice(from);
    case 'delete':
      return without;
    case 'double':
      return text.slice(0, end) + piece + text.slice(end);
    case 'move': {
      const target = Math.floor(to * without.length);
      return without.slice(0, target) + piece + without.slice(target);
    }
    case 'line':
      return lines
        .toSpliced(row, 1, ...lines.slice(Math.floor(to * lines.length)).slice(0, 1 + (length % 3)))
        .join('\n');
    case 'indent':
      return lines.with(row, `${' '.repeat(length % 7)}${lines[row]?.trimStart() ?? ''}`).join('\n');
    case 'cut':
      return text.slice(0, end);
    case 'flip':
      return text.slice(0, from) + put.slice(0, 1) + text.slice(from + 1);
  }
};
