import { describe, expect, it } from 'vitest';
import { svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';
import { contributions, ranking } from './programme-fixture.ts';

describe('contributions', () => {
  it('prints every part, says which one is missing, and gives the score with its interval', async () => {
    const texts = textsOf(await svgOf('contributions', inputOf(analysisOf(ranking(), contributions()))));
    expect(texts).toEqual(expect.arrayContaining(['3,20', '8,42', '3,20–6,40', 'umbral 6,00', 'n. d.']));
  });

  it('draws parts paler where a rating is missing', async () => {
    const pale = /fill="var\(--ink-3[^>]*>(?:<path)/;
    expect(await svgOf('contributions', inputOf(analysisOf(ranking(), contributions())))).toMatch(pale);
    const { rows, ...made } = contributions();
    const rated = analysisOf({ ...made, rows: rows.map(row => ({ ...row, contribution: 1 })) });
    expect(await svgOf('contributions', inputOf(rated))).not.toMatch(pale);
  });

  it('adds the known parts up where the points table has no score', async () => {
    const texts = textsOf(await svgOf('contributions', inputOf(analysisOf(contributions()))));
    expect(texts).toEqual(expect.arrayContaining(['9,60', '7,50']));
  });

  it('prints parts that add up to the printed score', async () => {
    const made = contributions();
    const rows = made.rows.map(row => ({ ...row, contribution: 1.004 }));
    const texts = textsOf(await svgOf('contributions', inputOf(analysisOf({ ...made, rows }))));
    expect(texts.filter(text => /^[13],0\d$/.test(text)).sort()).toEqual(
      ['1,00', '1,00', '1,01', '3,01'].flatMap(text => [text, text, text]),
    );
  });
});
