import fc from 'fast-check';
import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { printable, printableJson } from '../../../src/cli/printable.ts';

const escaped = (sequence: string): string => `${String.fromCharCode(27)}${sequence}`;

test.each([
  ['clears the screen', escaped('[2J')],
  ['sets the title of the window', `${escaped(']0;x')}${String.fromCharCode(7)}`],
  ['hides what follows', escaped('[8m')],
  ['writes over the line', 'good\rbad'],
  ['erases', 'a\b'],
  ['turns the line around', 'safe \u202Egnissim'],
  ['isolates', 'a \u2067b'],
  ['speaks with eight bits', `${String.fromCharCode(0x9b)}2J`],
])('a text that %s is shown, not obeyed', (_, text) => {
  expect(printable(text)).not.toMatch(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066\u2067]/u);
  expect(printable(text)).toHaveLength(text.length);
});

test('colours of our own stay', () => {
  const colours = picocolors.createColors(true);
  const text = colours.bold(colours.red('x')) + colours.dim('y\tz\n');
  expect(printable(text)).toBe(text);
});

test('JSON stays the same value, in printable characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const json = printableJson({ text });
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).not.toMatch(/[^\P{Cc}\n]/u);
    }),
  );
});
