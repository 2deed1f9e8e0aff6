import { describe, expect, it } from 'vitest';
import type { ChartInput } from '../../../src/charts/chart.ts';
import { colours } from '../../../src/charts/theme.ts';
import type { Row, Series } from '../../../src/model/series.ts';
import {
  accountSeries,
  action,
  actionSeries,
  benefitSeries,
  cell,
  chainSeries,
  ladder,
  link,
  offer,
  person,
  priceSeries,
  problemSeries,
  relationshipSeries,
  risk,
  riskSeries,
  valueRankingSeries,
  whitespaceSeries,
} from './account-fixture.ts';
import { draw, drawing, svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';
import { textBoxes } from './text-boxes.ts';

const account = 'cabriel';
const input = (series: readonly Series[], width = 495): ChartInput =>
  inputOf(analysisOf(...series), { account, width });
const textsFrom = async (name: string, series: readonly Series[], options: object = {}, width = 495) =>
  textsOf(await svgOf(name, input(series, width), options));

const long = (index: number): string =>
  `Sociedad Explotadora de Tratamientos Integrales número ${String(index).padStart(5, '0')}`;
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

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

describe('relationship', () => {
  it('says who is overdue, who has no counterpart, which role nobody holds and who has no place', async () => {
    const texts = await textsFrom('relationship', accountSeries(account));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Teresa Pardo',
        'ines, 252 días, atrasado',
        'sin interlocutor, 12 días',
        'Falta: Usa',
        'Sin influencia o actitud anotada: Bruno Cebrián',
      ]),
    );
  });

  it('states the gaps in the alternative text, in English too', () => {
    const english = inputOf(analysisOf(...accountSeries(account)), { account, language: 'en' });
    expect(drawing('relationship', english).alternative).toContain('Roles that nobody holds: Uses.');
  });

  it('names all of six people, each in the row of their influence or at the end of a line', async () => {
    const place = (name: string, influence: number, attitude: number): Row =>
      person(name, { influence, attitude });
    const people = [
      place('Alberto Sanz', 5, 1),
      place('Pilar Gisbert', 3, 2),
      place('Joan Ferriols', 5, 2),
      place('Tomás Vidal', 3, 1),
      place('Vicenta Marqués', 5, 1),
      place('Lidia Peiró', 3, 2),
    ];
    const series = relationshipSeries(account, people);
    const svg = await svgOf('relationship', input(series, 440), { height: 205 });
    const names = textBoxes(svg).filter(({ text }) => people.some(({ name }) => name === text));
    expect(names).toHaveLength(people.length);
    expect(textsOf(svg).join()).not.toContain('sin rótulo');
  });

  it('ties a name that has no room in its own row to its mark by a line', async () => {
    const lines = async (attitude: number): Promise<number> => {
      const row = { influence: 5, attitude, counterpart: '', late: 'overdue', silence: 230 };
      const people = [person('Daniel Ureña', row), person('Gonzalo Micó', { influence: 5, attitude })];
      const svg = await svgOf('relationship', input(relationshipSeries(account, people), 440), {
        height: 205,
      });
      return svg.split(colours.ink3).length;
    };
    expect(await lines(-1)).toBeGreaterThan(await lines(0));
  });

  it.each([1, 12, 60])('lets no label of %i people with long names on one spot meet another', async count => {
    const people = many(count, index => person(long(index)));
    const svg = await svgOf('relationship', input(relationshipSeries(account, people)));
    const names = textBoxes(svg).filter(({ text }) => text.startsWith('Sociedad'));
    expect(names.length).toBeGreaterThan(0);
    for (const [index, one] of names.entries())
      for (const other of names.slice(index + 1)) expect(one.meets(other)).toBe(false);
    const unnamed = count - names.length;
    expect(textsOf(svg).join().includes(`${unnamed} persona`)).toBe(unnamed > 0);
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
      expect.arrayContaining(['80', 'Operarios formados (2)', 'Prioridad sin enlace', 'Mejor resultado']),
    );
    expect(drawing('value-chain', input(series)).alternative).toContain(
      'Prioridades sin enlace: Operarios formados.',
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
    const heightOf = (value: string) => textBoxes(svg).find(({ text }) => text === value)?.box.y ?? 0;
    expect(heightOf('1,00') - heightOf('2,00')).toBeGreaterThanOrEqual(26);
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

describe('risks', () => {
  it('names the risks and says which are not in hand', async () => {
    const texts = await textsFrom('risks', accountSeries(account));
    expect(texts).toEqual(
      expect.arrayContaining(['Falta técnico en verano', 'Sin responsable', 'Controlado']),
    );
  });

  it('leaves out a risk without an impact, and has nothing to draw where none has one', () => {
    const unknown = riskSeries(`account.${account}.risks`, [risk('Sin cuantificar', 0.5, null)]);
    expect(draw('risks', input([unknown]))).toHaveProperty('unavailable');
  });

  it.each([1, 60])('lets no label of %i risks at one spot meet another', async count => {
    const rows = many(count, index => risk(long(index), 0.5, 1e6));
    const svg = await svgOf('risks', input([riskSeries(`account.${account}.risks`, rows)], 325));
    const names = textBoxes(svg).filter(({ text }) => text.startsWith('Sociedad'));
    for (const [index, one] of names.entries())
      for (const other of names.slice(index + 1)) expect(one.meets(other)).toBe(false);
    const unnamed = count - names.length;
    expect(textsOf(svg).join().includes(`${unnamed} riesgo`)).toBe(unnamed > 0);
  });

  it('says what its lines are, and how many risks have no place', async () => {
    const rows = [risk('Se pierde', 0.4, 2e6), risk('Sube el gas', 0.3, 1e6), risk('Se retrasa', 0.5, null)];
    const texts = await textsFrom('risks', [riskSeries(`account.${account}.risks`, rows)]);
    expect(texts.some(text => /^exposición \d/.test(text))).toBe(true);
    expect(texts).toContain('Un riesgo sin probabilidad o importe no figura');
  });

  it('takes the risks of the portfolio where no account is at hand', () => {
    const series = riskSeries('portfolio.risks', [risk('Se pierde', 0.4, 2e6, { account: 'cabriel' })]);
    const drawn = drawing('risks', inputOf(analysisOf(series)));
    expect(drawn.series).toBe('portfolio.risks');
    expect(drawn.alternative).toContain('Cabriel: Se pierde');
  });

  it('holds where the impact is nothing', async () => {
    const rows = [risk('Leve', 0, 0)];
    expect(await svgOf('risks', input([riskSeries(`account.${account}.risks`, rows)]))).not.toMatch(/NaN/);
  });
});

describe('actions', () => {
  it('puts what is overdue first, with its delay and how long it was carried over', async () => {
    const texts = await textsFrom('actions', accountSeries(account));
    expect(texts).toEqual(
      expect.arrayContaining(['Vencida, 15 días (+1 trim.)', 'En curso, 20\u00a0nov\u00a02026 (+1 trim.)']),
    );
  });

  it('shows what is open only, of 60 as many as the limit says', async () => {
    const rows = [
      ...many(60, index => action(long(index), '2026-12-01')),
      action('Hecha ya', '2026-05-01', 'done'),
    ];
    const series = actionSeries(`account.${account}.actions`, rows);
    const texts = await textsFrom('actions', [series], { only: 'open', limit: 10 });
    expect(texts).toContain('y 50 acciones más');
    expect(texts).not.toContain('Hecha ya');
  });

  it('names the owner once above the actions that follow', async () => {
    const rows = many(3, index => action(`Acción ${index}`, '2026-12-01'));
    const texts = await textsFrom('actions', [actionSeries(`account.${account}.actions`, rows)]);
    expect(texts.filter(text => text === 'ines')).toHaveLength(1);
  });

  it('writes a long title on two lines, in a row that is as much higher', async () => {
    const title = 'Oferta logística para Utebo con almacén de consignación y reposición';
    const series = (name: string) => [
      actionSeries(`account.${account}.actions`, [action(name, '2026-12-01'), action('Corta', '2026-12-02')]),
    ];
    expect(
      (await textsFrom('actions', series(title), {}, 665)).map(text => text.replace('\n', ' ')),
    ).toContain(title);
    const placeOf = async (name: string) =>
      textBoxes(await svgOf('actions', input(series(name), 665))).find(({ text }) => text === 'Corta')?.box
        .y ?? 0;
    expect(await placeOf(title)).toBeGreaterThan(await placeOf('Breve'));
  });

  it('draws no line backwards from what was done before the quarter that records it', async () => {
    const lines = async (since: string): Promise<number> => {
      const rows = [action('Hecha', '2026-06-30', 'done', { since, completed: '2026-06-10' })];
      const svg = await svgOf('actions', input([actionSeries(`account.${account}.actions`, rows)]));
      return svg.split(colours.ink3).length - 1;
    };
    expect(await lines('2026-Q3')).toBe(0);
    expect(await lines('2026-Q2')).toBe(1);
  });

  it('keeps a date far away on the edge of the axis', async () => {
    const rows = [action('Lejana', '2041-01-01'), action('Antigua', '1999-01-01', 'done', { since: null })];
    const svg = await svgOf('actions', input([actionSeries(`account.${account}.actions`, rows)]));
    expect(svg).not.toMatch(/NaN/);
    expect(textsOf(svg).filter(text => /^T\d$/.test(text)).length).toBeLessThanOrEqual(11);
  });
});

describe('problems', () => {
  it('shows open ones first, and how long each took', async () => {
    const texts = await textsFrom('problems', accountSeries(account));
    expect(texts).toEqual(expect.arrayContaining(['abierto, 81 días', '14 días']));
  });

  it('says the year of a first quarter that has little room', async () => {
    const rows = [
      { problem: 'Antiguo', opened: '2025-12-20', solved: '2026-01-10', days: 21 },
      { problem: 'Último', opened: '2026-09-01', solved: null, days: 29 },
    ];
    const texts = await textsFrom('problems', [problemSeries(account, rows)], {}, 200);
    expect(texts.some(text => text === '2025' || text === '’25')).toBe(true);
  });

  it('counts those beyond the limit', async () => {
    const rows = many(60, index => ({ problem: long(index), opened: '2026-08-01', solved: null, days: 60 }));
    expect(await textsFrom('problems', [problemSeries(account, rows)])).toContain('y 50 problemas más');
  });
});
