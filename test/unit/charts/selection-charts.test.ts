import { describe, expect, it } from 'vitest';
import { bendAbove } from '../../../src/charts/bend.ts';
import { rankGroups } from '../../../src/charts/rank-groups.ts';
import { drawing, svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';
import {
  acceptability,
  lifetimeCuts,
  lifetimeRow,
  lifetimeSeries,
  lifetimes,
  longName,
  many,
  withFigures,
} from './portfolio-fixture.ts';
import { rankingSeries } from './programme-fixture.ts';
import { textBoxes } from './text-boxes.ts';

const placed = (...rows: Parameters<typeof lifetimeSeries>[0][number][]) =>
  inputOf(withFigures(analysisOf(lifetimeSeries(rows)), lifetimeCuts));

describe('lifetime', () => {
  const input = inputOf(withFigures(analysisOf(lifetimes()), lifetimeCuts));

  it('prints both cuts, names the quadrants, and says how lifetimes were estimated and who is near a cut', async () => {
    const texts = textsOf(await svgOf('lifetime', input));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Verdaderos amigos',
        'Mariposas',
        'Percebes',
        'Extraños',
        '7',
        '0,48',
        'Turolenses\u00a0†',
        'Irati\u00a0*',
        'Cerca de un corte: Mijares e Irati',
      ]),
    );
    expect(texts.filter(text => text.includes('† vida por los pedidos'))).toHaveLength(1);
    expect(texts.filter(text => text.includes('la misma altura vale'))).toHaveLength(1);
  });

  it('states counts, cuts and movements for who does not see it', () => {
    const { alternative } = drawing('lifetime', input);
    expect(alternative).toContain('15 clientes');
    expect(alternative).toContain('Percebes: 5 cuentas');
    expect(alternative).toContain('Cambian de cuadrante: Turolenses.');
  });

  it('keeps a straight scale where profits lie close together', async () => {
    const close = placed(
      lifetimeRow('a', [6, 300e3]),
      lifetimeRow('b', [8, 600e3]),
      lifetimeRow('c', [9, 700e3]),
    );
    expect(textsOf(await svgOf('lifetime', close)).join()).not.toContain('la misma altura');
  });

  it.each([
    ['one account', [lifetimeRow('a', [7.5, 900e3])]],
    ['all equal', many(4, index => lifetimeRow(`a${index}`, [7, 480e3]))],
    ['losses', [lifetimeRow('a', [3, -2e6]), lifetimeRow('b', [8, -100e3]), lifetimeRow('c', [8, 900e3])]],
    ['long names', many(6, index => lifetimeRow(`${longName} ${index}`, [6 + index, index * 3e5]))],
    [
      'four hundred accounts',
      many(400, index => lifetimeRow(`a${index}`, [2 + (index % 17) / 2, 1e7 / (index + 1)])),
    ],
  ])('holds for %s', async (_, rows) => {
    const svg = await svgOf('lifetime', placed(...rows));
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(textsOf(svg).join()).not.toContain(longName);
  });

  it('names as many as can be read and counts the others, also of those near a cut', async () => {
    const rows = many(120, index =>
      lifetimeRow(`cuenta-${index}`, [5 + (index % 9) / 2, 9e5 / (index + 1)], { near: true }),
    );
    const texts = textsOf(await svgOf('lifetime', placed(...rows)));
    const named = texts.filter(text => /^cuenta-\d+$/.test(text)).length;
    expect(named).toBeGreaterThan(5);
    expect(texts).toContain(`${rows.length - named} cuentas sin sitio para su nombre`);
    expect(texts.find(text => text.startsWith('Cerca de un corte'))).toMatch(/ y \d+ más$/);
  });
});

describe('bend', () => {
  it('keeps order and comes back from places to values', () => {
    const values = [66, 117, 165, 243, 287, 480, 552, 764, 1200, 1270, 2470, 2780, 4360];
    const bend = bendAbove(values, 480);
    const places = values.map(value => bend?.place(value) ?? Number.NaN);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    values.forEach((value, index) => {
      expect(bend?.value(places[index] ?? 0)).toBeCloseTo(value, 6);
    });
    expect(bend?.place(4360)).toBeLessThan(4360);
    const [from, to] = bend?.gap ?? [0, 0];
    expect(to).toBeGreaterThan(from);
    expect(places.filter(place => place > from && place < to)).toEqual([]);
  });

  it.each([
    ['nothing', [], 0],
    ['the cut at the lowest value', [5, 6, 7], 5],
    ['a cut in the middle', [1, 2, 3, 4], 2.5],
  ])('does not bend for %s', (_, values, cut) => {
    expect(bendAbove(values, cut)).toBeUndefined();
  });
});

describe('rank acceptability', () => {
  it('groups ranks so that the border of the key set is a border of columns', () => {
    const groups = rankGroups(13, 27);
    expect(groups.map(({ from, to }) => `${from}-${to}`)).toEqual([
      '1-1',
      '2-5',
      '6-9',
      '10-13',
      '14-17',
      '18-22',
      '23-27',
    ]);
    expect(groups.filter(({ inside }) => inside).at(-1)?.to).toBe(13);
  });

  it.each([
    [0, 0, []],
    [0, 1, ['1-1']],
    [1, 2, ['1-1', '2-2']],
    [5, 2, ['1-1', '2-2']],
  ])('holds for %i places of %i ranks', (places, ranks, expected) => {
    expect(rankGroups(places, ranks).map(({ from, to }) => `${from}-${to}`)).toEqual(expected);
  });

  it('prints the share of each cell, and the probabilities of the key set beside it', async () => {
    const texts = textsOf(await svgOf('rank-acceptability', inputOf(analysisOf(...acceptability(8, 3)))));
    expect(texts.filter(text => text === '90')).not.toHaveLength(0);
    expect(texts).toContain('Conjunto clave por puntos, 3 cuentas');
    expect(texts.filter(text => text === '20')).toHaveLength(5);
  });

  it('counts the accounts beyond the limit', async () => {
    const texts = textsOf(await svgOf('rank-acceptability', inputOf(analysisOf(...acceptability(400, 30)))));
    expect(texts).toContain('y 376 cuentas más');
  });

  it('names as many of those that hardly ever enter as the line has room for', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      account: `cliente-de-nombre-largo-${index}`,
      score: 5,
    }));
    const input = inputOf(analysisOf(...acceptability(8, 3), rankingSeries(rows)));
    const [left] = textBoxes(await svgOf('rank-acceptability', input)).filter(({ text }) =>
      /No figuran/.test(text),
    );
    expect(left?.text).toMatch(/ y \d+ más$/);
    expect((left?.box.x ?? 0) + (left?.box.width ?? 0)).toBeLessThanOrEqual(input.width);
  });

  it.each([1, 2])('holds for %i account', async count => {
    const svg = await svgOf('rank-acceptability', inputOf(analysisOf(...acceptability(count, 0))));
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});

describe('ranking', () => {
  it('does not say that an account would qualify whose missing ratings may keep it out', async () => {
    const row = { score: 7, key: false };
    const rows = [
      { ...row, rank: 1, account: 'c1', low: 5, high: 8, inKeySet: true, keySetAnswer: 'perhaps' },
      { ...row, rank: 2, account: 'c2', low: 7, high: 7, inKeySet: true, keySetAnswer: 'yes' },
    ];
    const texts = textsOf(await svgOf('ranking', inputOf(analysisOf(rankingSeries(rows)))));
    expect(texts).toEqual(expect.arrayContaining(['quizá', 'entraría']));
  });
});
