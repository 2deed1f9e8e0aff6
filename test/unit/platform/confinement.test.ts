import { expect, it, test } from 'vitest';
import { createConfinement } from '../../../src/platform/confinement.ts';

const file = 'templates/helpers/own.js';
const confinement = createConfinement();
const placeWith = (text: string) => confinement.open([{ name: 'own', file, text }]);
const call = (text: string, ...args: unknown[]) => placeWith(text).call('own', JSON.stringify(args));

it('gives back plain values as JSON, and no others', () => {
  expect(call('helper=(a, b) => a + b', 'A', 'ñ')).toEqual({ value: '"Añ"' });
  expect(call('helper=(a, b) => a / b', 1, 8)).toEqual({ value: '0.125' });
  expect(call('helper=() => undefined')).toEqual({ value: 'null' });
  for (const value of ['{}', '[1]', 'Symbol()', '1n', '() => 1', '0 / 0', '1 / 0'])
    expect(call(`helper=() => (${value})`), value).toEqual({});
});

it('says what went wrong, at the line and column of the file', () => {
  const text =
    'const check = value => {\n  if (!value) throw new Error("no value");\n};\nhelper=value => check(value)';
  expect(call(text, 0)).toEqual({ fault: 'Error: no value', line: 2, column: 21 });
  expect(call('\nhelper=value => value.length.x.y', 'a')).toMatchObject({ line: 2 });
  expect(call('throw new TypeError("early")')).toMatchObject({ fault: 'early', line: 1 });
});

it('ends what does not end by itself, at once or when called', () => {
  for (const text of ['helper=() => { for (;;); }', 'for (;;);'])
    expect(call(text)).toEqual({ fault: 'it takes more than 500 ms' });
  expect(call('helper=function f() { return f() }')).toHaveProperty(
    'fault',
    'RangeError: Maximum call stack size exceeded',
  );
});

test('what one place remembers, no other knows', () => {
  const text = 'let calls = 0; helper=() => ++calls';
  const [one, other] = [placeWith(text), placeWith(text)];
  expect([one, one, other].map(place => place.call('own', '[]'))).toEqual([
    { value: '1' },
    { value: '2' },
    { value: '1' },
  ]);
});

test.each([
  'typeof process',
  'typeof require',
  'typeof fetch',
  'typeof setTimeout',
  'typeof queueMicrotask',
  'typeof console',
  'typeof Date',
  'typeof Intl',
  'typeof Promise',
  'typeof WebAssembly',
  'typeof Math.random',
  'typeof (1).toLocaleString',
  'typeof "a".localeCompare',
])('there is neither machine nor hour nor chance: %s', expression => {
  expect(call(`helper=() => ${expression}`)).toEqual({ value: '"undefined"' });
});

test.each([
  'globalThis.constructor.constructor("return process")()',
  '(() => {}).constructor("return process")()',
  'eval("process")',
  'Object.getPrototypeOf(globalThis).constructor.constructor("return 1")()',
  '(function () { return arguments.callee.caller })().constructor("return process")()',
  'Reflect.construct(Function, ["return process"])()',
])('no way leads out: %s', expression => {
  expect(call(`helper=() => ${expression}`)).toHaveProperty('fault');
});

test('text that is no end of a text is text', () => {
  const odd = '"); throw 1; ("\u2028`x`\\';
  expect(call('helper=a => a', odd)).toEqual({ value: JSON.stringify(odd) });
});
