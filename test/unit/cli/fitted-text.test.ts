import { describe, expect, test } from 'vitest';
import { fittedText } from '../../../src/cli/fitted-text.ts';

const escapeCharacter = String.fromCharCode(27);

describe('a text on a terminal', () => {
  test('is broken at spaces, and goes on under its beginning', () => {
    expect(fittedText('  → one two three four', 12)).toBe('  → one two\n    three\n    four');
    expect(fittedText('short', 12)).toBe('short');
  });

  test('keeps columns, words and frames whole', () => {
    expect(fittedText('ok    Browser  found there', 16, 15)).toBe(
      `ok    Browser\n${' '.repeat(15)}found\n${' '.repeat(15)}there`,
    );
    expect(fittedText('averyveryverylongword here', 10)).toBe('averyveryverylongword\n  here');
    const frame = '> 12 │ revenue: 85.000 and more';
    expect(fittedText(frame, 10)).toBe(frame);
  });

  test('counts no colours', () => {
    const red = `${escapeCharacter}[31mred${escapeCharacter}[39m`;
    expect(fittedText(`${red} ${red}`, 7)).toBe(`${red} ${red}`);
  });
});
