import { expect, test } from 'vitest';
import { keyOf } from '../../../src/cache/key.ts';

test('values that JSON would make the same of have keys of their own', async () => {
  const values = [
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    -0,
    1,
    '1',
    1n,
    [],
    {},
    [1],
    new Map([['a', 1]]),
    { a: 1 },
    new Set(['a']),
    ['a'],
    [undefined],
    [null],
    { a: undefined },
  ];
  const keys = await Promise.all(values.map(value => keyOf(value)));
  expect(new Set(keys).size).toBe(values.length);
  expect(await keyOf('a', 'b')).not.toBe(await keyOf('ab', ''));
  expect(await keyOf({ a: [1, new Map([['x', Number.NaN]])] })).toBe(
    await keyOf({ a: [1, new Map([['x', Number.NaN]])] }),
  );
});

test('what cannot be told from another value is refused', async () => {
  expect(() => keyOf({ a: () => 1 })).toThrow('function');
  expect(() => keyOf(new Uint8Array(2))).toThrow();
});
