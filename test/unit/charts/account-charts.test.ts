import { describe, expect, it } from 'vitest';
import { account, input, long, textsFrom } from './account-drawn.ts';
import {
  accountSeries,
  benefitSeries,
  cell,
  chainSeries,
  ladder,
  link,
  offer,
  priceSeries,
  valueRankingSeries,
  whitespaceSeries,
} from './account-fixture.ts';
import { draw, drawing, svgOf } from './drawn.ts';
import { many } from './portfolio-fixture.ts';
import { textBoxes } from './text-boxes.ts';

describe('whitespace', () => {
  it('prints the potential of cells and of lines, and tells the states apart by form', async () => {
    const texts = await textsFrom('whitespace', accountSeries(account));
    expect(texts).toEqual(
      expect.arrayContaining(['440', '68', 'Lo tiene', 'En curso', 'Perdido', 'No procede']),
    );
    expect(texts.filter(text => text === '440')).toHaveLength(2);
  });

  it('says in words what each state counts', () => {
    expect(drawing('whitespace', input(accountSeries(account))).alternative).toContain('Perdido: 1');
  });

  it('shows as many of 60 units and lines as fit, and counts the others', async () => {
    const rows = many(60, line =>
      many(60, unit => cell(long(line), long(unit), 'white', line * 1000)),
    ).flat();
    const texts = await textsFrom('whitespace', [whitespaceSeries(account, rows)]);
    expect(texts.join()).toMatch(/y 46 líneas más; y 5\d unidades más/);
  });

  it('draws a single cell without a potential', async () => {
    const texts = await textsFrom('whitespace', [whitespaceSeries(account, [cell('Cal', 'Sede', 'have')])]);
    expect(texts).toEqual(expect.arrayContaining(['Cal', 'Sede', 'Lo tiene']));
  });
});

describe('value chain', () => {
  it('adds the values of a cell, and marks the priority that no link serves', async () => {
    const series = chainSeries(
      account,
      [link('service', 'operations'), link('service', 'operations', { effect: 'better-performance' })],
      [{ priority: 'Operarios formados', theirs: 'human-resources', importance: 2, state: 'unlinked' }],
    );
    const texts = await textsFrom('value-chain', series, {}, 665);
    expect(texts).toEqual(
      expect.arrayContaining([
        '80',
        'Operarios formados (2)',
        'Prioridad sin enlace acordado',
        'Mejor resultado',
      ]),
    );
    expect(drawing('value-chain', input(series)).alternative).toContain(
      'Prioridades sin enlace acordado ni en marcha: Operarios formados.',
    );
  });

  it('writes a long priority on two lines, its importance behind the last word, and lets none meet another', async () => {
    const priorities = [
      'Menos kilos de cal por tonelada de acero',
      'Azufre final más bajo sin alargar la colada',
    ].map(priority => ({ priority, theirs: 'operations', importance: 4, state: 'in-place' }));
    const series = chainSeries(account, [link('service', 'operations')], priorities);
    const texts = await textsFrom('value-chain', series, {}, 310);
    const written = texts.filter(text => text.includes('\n')).map(text => text.replace('\n', ' '));
    expect(written).toEqual(priorities.map(({ priority }) => `${priority} (4)`));
    expect(texts.join()).not.toContain('…');
  });

  it('leaves out the activities that no link and no priority names', async () => {
    const texts = await textsFrom('value-chain', chainSeries(account, [link('service', 'operations')], []));
    expect(texts).toEqual(expect.arrayContaining(['Servicio', 'Operaciones']));
    expect(texts).not.toContain('Compras');
  });

  it('draws priorities alone, and counts those beyond three of an activity', async () => {
    const priorities = many(60, index => ({
      priority: long(index),
      theirs: 'service',
      importance: null,
      state: 'unlinked',
    }));
    const texts = await textsFrom('value-chain', chainSeries(account, [], priorities));
    expect(texts.filter(text => text.startsWith('Sociedad'))).toHaveLength(3);
    expect(texts.join()).toContain('y 57 más');
  });
});

describe('value against price', () => {
  it('climbs from the alternative to the value, and ends with the surplus', async () => {
    const texts = await textsFrom('value-price', accountSeries(account));
    expect(texts).toEqual(expect.arrayContaining(['94,0', '+12,4', '+1,5', '107,9', '103,0', '+4,9']));
    expect(texts).toContain('Barras: diferencia con la mejor alternativa');
  });

  it('chooses the offer with most money in it', () => {
    const series = priceSeries(
      account,
      [offer('una', 500, 10), offer('otra', 20, 10_000)],
      [...ladder('una', [480, 40, 0, 500]), ...ladder('otra', [18, 4, 0, 20])],
    );
    expect(drawing('value-price', input(series)).alternative).toContain('Oferta otra');
    expect(drawing('value-price', input(series), { offer: 'una' }).alternative).toContain('Oferta una');
  });

  it('shows a loss where the price is above the value', async () => {
    const series = priceSeries(account, [offer('una', 138, null)], ladder('una', [134, 2, -1, 138]));
    expect(await textsFrom('value-price', series)).toContain('−3,0');
  });

  it('keeps the number of a bar that ends left of the axis clear of it', async () => {
    const series = priceSeries(account, [offer('una', 138, null)], ladder('una', [134, -0.5, -1.5, 138]));
    const boxes = textBoxes(await svgOf('value-price', input(series)));
    const places = ['134,0', '−1,5'].map(label => boxes.find(({ text }) => text === label)?.box.x);
    expect(places[1]).toBe(places[0]);
  });

  it('has nothing to draw for an offer that does not exist', () => {
    expect(draw('value-price', input(accountSeries(account)), { offer: 'none' })).toHaveProperty(
      'unavailable',
    );
  });
});

describe('benefits', () => {
  it('adds a gain that came back, totals both sides, and says where there is no amount', async () => {
    const texts = await textsFrom('benefits', accountSeries(account));
    expect(texts.filter(text => text === '93')).toHaveLength(2);
    expect(texts).toEqual(expect.arrayContaining(['29', 'sin importe']));
  });

  it('gathers what is beyond the limit, so that the totals hold', async () => {
    const rows = many(60, index => ['customer', `Ganancia ${index}`, 1000] as const);
    const texts = await textsFrom('benefits', [benefitSeries(account, rows)], { limit: 2 });
    expect(texts).toEqual(expect.arrayContaining(['60', '58 ganancias más', '58']));
  });

  it('draws a single gain once, not again as the total of its side', async () => {
    const series = [benefitSeries(account, [['customer', 'Descuento de grupo', 289_000]])];
    const texts = await textsFrom('benefits', series);
    expect(texts.filter(text => text === '289')).toHaveLength(1);
    expect(texts).toContain('Cliente: Descuento de grupo');
  });

  it('keeps names of two lines apart from one another', async () => {
    const rows = many(3, index => ['customer', `${long(index)} de la cuenta`, 1000 * (index + 1)] as const);
    const svg = await svgOf('benefits', input([benefitSeries(account, rows)], 325), { pitch: 20 });
    const heightOf = (value: number) =>
      textBoxes(svg).find(({ text }) => /^\d+(,0+)?$/.test(text) && Number.parseInt(text, 10) === value)?.box
        .y ?? 0;
    expect(heightOf(1) - heightOf(2)).toBeGreaterThanOrEqual(26);
  });

  it('draws one side without any amount', async () => {
    const texts = await textsFrom('benefits', [benefitSeries(account, [['supplier', 'Referencia', null]])]);
    expect(texts.filter(text => text === 'sin importe').length).toBeGreaterThan(0);
  });
});

describe('value ranking', () => {
  it('shows the account of the document beyond the limit, and counts the others', async () => {
    const rows = many(60, index => [index === 59 ? account : `c${index}`, index + 1, 60 - index] as const);
    const texts = await textsFrom('value-ranking', [valueRankingSeries(rows)], { limit: 5 });
    expect(texts).toEqual(expect.arrayContaining(['Cabriel', 'c0', 'y 54 cuentas más']));
  });

  it('shows only the neighbours of the account where that is asked for', async () => {
    const rows = many(9, index => [index === 4 ? account : `c${index}`, index + 1, index + 1] as const);
    const texts = await textsFrom('value-ranking', [valueRankingSeries(rows)], { near: 1 });
    expect(texts).toEqual(expect.arrayContaining(['c3', 'Cabriel', 'c5', 'y 6 cuentas más']));
    expect(texts).not.toContain('c0');
  });

  it('draws a single account', async () => {
    expect(await textsFrom('value-ranking', [valueRankingSeries([[account, 1, 1]])])).toContain('Cabriel');
  });
});
