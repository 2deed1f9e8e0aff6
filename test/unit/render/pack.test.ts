import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Card, PlaceCard } from '../../../src/explain/card.ts';
import { fillCards, numberMarks, packCards } from '../../../src/render/pack.ts';

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
  const place = (number: number): PlaceCard => ({
    file: files[fileOf[number] ?? -1] ?? '',
    line: lineOf[number] ?? 0,
    column: columns[number] ?? 0,
    text: texts[number] ?? '',
  });
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

const places: fc.Arbitrary<PlaceCard> = fc
  .tuple(fc.constantFrom('data/a.yaml', 'data/b.yaml'), fc.nat(900), fc.nat(40), fc.string())
  .map(([file, line, column, text]) => ({ file, line, column: line === 0 ? 0 : column, text }));

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
        const back = unpacked(packCards(cards, []));
        for (const [id, { name, formula, notes, inputs: own }] of cards)
          expect(back.get(id)).toEqual({ name, formula, notes, inputs: own });
      },
    ),
  );
});

it('packs the same cards to the same text, whatever order they come in', () => {
  const one = [
    ['portfolio.total', card('Total', ['account.a.share'])],
    ['account.a.share', card('Share', [{ file: 'data/a.yaml', line: 3, column: 1, text: 'x = 1' }])],
  ] as const;
  expect(packCards(new Map([...one].reverse()), [])).toBe(packCards(new Map(one), []));
});

it('says once what is not there, however many name it', () => {
  const absent = (): PlaceCard => ({ file: 'data/a.yaml', line: 0, column: 0, text: 'x is not there' });
  const cards = new Map([
    ['a', card('A', [absent()])],
    ['b', card('B', [absent()])],
  ]);
  expect(columnsOf(packCards(cards, [])).at(-1)).toEqual(['x is not there']);
});

it('numbers the marks of a page, and leaves nothing marked that has no card', () => {
  const page = '<b data-figure="b a">1</b><i data-figure="c">2</i><u data-figure="a">3</u>';
  expect(numberMarks(page, ['b', 'a', 'z'])).toEqual({
    html: '<b data-figure="1 0">1</b><i>2</i><u data-figure="0">3</u>',
    marked: ['a', 'b'],
  });
});

it('gives the marks of a page the first numbers, whatever lies below them', () => {
  const cards = new Map([
    ['a', card('Below', [])],
    ['b', card('Shown', ['a'])],
  ]);
  const [ids] = columnsOf(packCards(cards, ['b']));
  expect(ids).toEqual(['b', 'a']);
  expect(() => packCards(cards, ['z'])).toThrow('"z", which nothing explains');
});

it('puts cards into the place that a page has for them, and in the place of others', () => {
  const page = '<p id="cards">text</p><script type="text/plain" id="cards"></script>';
  const filled = fillCards(page, 'abc=');
  expect(filled).toBe('<p id="cards">text</p><script type="text/plain" id="cards">abc=</script>');
  expect(fillCards(filled, 'x')).toBe(page.replace('></script>', '>x</script>'));
});
