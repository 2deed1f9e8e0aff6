import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from '../../../src/cli/json-pieces.ts';
import { printableJson } from '../../../src/cli/printable.ts';

test('pieces make the JSON that is printed at once', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), fc.jsonValue(), (items, list, value) => {
      const given = { 'a "name"': value, items: items.values(), list };
      expect([...jsonPieces(given)].join('')).toBe(`${printableJson({ ...given, items })}\n`);
    }),
  );
});
