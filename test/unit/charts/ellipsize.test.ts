import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ellipsize, textWidth } from '../../../src/charts/text-width.ts';

/** Takes one character after the other from the end, until what is left fits. */
const plainly = (text: string, limit: number): string => {
  if (textWidth(text, 10) <= limit) return text;
  const characters = [...text];
  while (characters.length > 0) {
    characters.pop();
    const shortened = `${characters.join('').trimEnd()}…`;
    if (textWidth(shortened, 10) <= limit) return shortened;
  }
  return '';
};

it('keeps as many characters as fit with the ellipsis', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'W', ' ', 'i', 'é', '🏭', 'ש'), maxLength: 30 });
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 120 }), (words, limit) => {
      expect(ellipsize(words, limit, 10)).toBe(plainly(words, limit));
    }),
  );
});

it('comes to an end with a name of half a million letters', () => {
  expect(ellipsize('Cal '.repeat(120_000), 80, 10)).toMatch(/^Cal .*…$/);
});
