import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Card } from '../../../src/explain/card.ts';
import { numberMarks, packCards } from '../../../src/render/pack.ts';

const card = (name: string, inputs: Card['inputs']): Card => ({
  name,
  value: '1',
  method: 'Sum',
  formula: ['= a + b', `= ${name}`],
  notes: ['= a + b', `${inputs.length} inputs`],
  inputs,
  more: '',
});

const columnsOf = (text: string): readonly (readonly unknown[])[] =>
  JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8'));

const summed = (steps: readonly number[]): number[] => {
  let sum = 0;
  return steps.map(step => (sum += step));
};

/** Reads a pack as the script of the page does. */
const unpacked = (text: string) => {
  const [ids, names, , , formulas, notes, said, inputs, , files, fileOf, lines, columns, texts] = columnsOf(
    text,
  ) as [...(readonly string[][])] as unknown as [
    string[],
    string[],
    unknown,
    unknown,
    number[][],
    number[][],
    string[],
    number[][],
    unknown,
    string[],
    number[],
    number[],
    number[],
    string[],
  ];
  const lineOf = summed(lines);
  const place = (number: number): readonly [string, string] => [
    lineOf[number] === 0
      ? (files[fileOf[number] ?? -1] ?? '')
      : `${files[fileOf[number] ?? -1]}:${lineOf[number]}:${columns[number]}`,
    texts[number] ?? '',
  ];
  return new Map(
    ids.map((id, number) => [
      id,
      {
        name: names[number],
        formula: formulas[number]?.map(line => said[line]),
        notes: notes[number]?.map(line => said[line]),
        inputs: summed(inputs[number] ?? []).map(input =>
          input < ids.length ? ids[input] : place(input - ids.length),
        ),
      },
    ]),
  );
};

const places = fc
  .tuple(fc.constantFrom('data/a.yaml', 'data/b.yaml'), fc.nat(900), fc.nat(40), fc.string())
  .map(([file, line, column, text]) =>
    line === 0 ? ([file, text] as const) : ([`${file}:${line}:${column}`, text] as const),
  );

it('gives back every card with its inputs, in their order', () => {
  const ids = ['account.a.share', 'account.b.share', 'portfolio.total', 'portfolio.risks#3'];
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
      fc.array(fc.array(fc.oneof(fc.constantFrom(...ids), places), { maxLength: 6 }), {
        minLength: 4,
        maxLength: 4,
      }),
      (known, inputs) => {
        const cards = new Map(
          known.map((id, index) => [
            id,
            card(
              `name of ${id}`,
              (inputs[index] ?? []).filter(input => typeof input !== 'string' || known.includes(input)),
            ),
          ]),
        );
        const back = unpacked(packCards(cards).text);
        for (const [id, { name, formula, notes, inputs: own }] of cards)
          expect(back.get(id)).toEqual({ name, formula, notes, inputs: own });
      },
    ),
  );
});

it('packs the same cards to the same text, whatever order they come in', () => {
  const one = [
    ['portfolio.total', card('Total', ['account.a.share'])],
    ['account.a.share', card('Share', [['data/a.yaml:3:1', 'x = 1']])],
  ] as const;
  const { text, numbers } = packCards(new Map(one));
  expect(packCards(new Map([...one].reverse())).numbers).toEqual(numbers);
  expect(packCards(new Map(one)).text).toBe(text);
});

it('numbers the marks of a page, and leaves nothing marked that has no card', () => {
  const numbers = new Map([
    ['a', 0],
    ['b', 7],
  ]);
  expect(numberMarks('<b data-figure="b a">1</b><i data-figure="c">2</i>', numbers)).toBe(
    '<b data-figure="7 0">1</b><i>2</i>',
  );
});
