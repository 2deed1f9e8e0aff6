import { describe, expect, it } from 'vitest';
import { composed } from './composed.ts';

describe('quadrants', () => {
  const cell = (options: string): string =>
    [
      '```section one',
      'name: One',
      'headline: One',
      '```',
      '```quadrants portfolio.customers',
      options,
      '```',
    ].join('\n');
  const wanted = ['by: account', 'order: [north, south, east, west]', 'item: account'].join('\n');

  it('puts each row into the list of its code, and says which list has none', () => {
    const [block] = composed(cell(wanted)).sections[0]?.blocks ?? [];
    if (block?.kind !== 'quadrants') throw new Error('no quadrants');
    expect(block.quadrants.map(({ items }) => items.map(({ text }) => text))).toEqual([
      ['North'],
      ['South'],
      [],
      [],
    ]);
    expect(block.quadrants.map(({ note }) => note)).toEqual([
      undefined,
      undefined,
      'Nothing recorded',
      'Nothing recorded',
    ]);
  });

  it('says what a number is about, and nothing where there is none', () => {
    const [block] = composed(cell(`${wanted}\ndetail: [rank, prior]`)).sections[0]?.blocks ?? [];
    if (block?.kind !== 'quadrants') throw new Error('no quadrants');
    expect(block.quadrants.map(({ items }) => items.map(({ detail }) => detail))).toMatchObject([
      [expect.stringMatching(/: 1\. .+: 500\.$/)],
      [expect.stringMatching(/: 2\.$/)],
      [],
      [],
    ]);
  });

  it('refuses a column that the series does not have', () => {
    expect(() => composed(cell(wanted.replace('item: account', 'item: colour')))).toThrow(
      'There is no column "colour"',
    );
  });
});
