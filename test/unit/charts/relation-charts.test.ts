import { describe, expect, it } from 'vitest';
import { colourTokens } from '../../../src/charts/theme.ts';
import type { Row } from '../../../src/model/series.ts';
import { account, input, long, textsFrom } from './account-drawn.ts';
import {
  accountSeries,
  action,
  actionSeries,
  person,
  problemSeries,
  relationshipSeries,
  risk,
  riskSeries,
} from './account-fixture.ts';
import { draw, drawing, svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';
import { many } from './portfolio-fixture.ts';
import { textBoxes } from './text-boxes.ts';

describe('relationship', () => {
  it('says who is overdue, who has no counterpart, which role nobody holds and who has no place', async () => {
    const texts = await textsFrom('relationship', accountSeries(account));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Teresa Pardo',
        'ines, 252 días, atrasado',
        'sin interlocutor, 12 días',
        'Falta: Usa',
        'Sin actitud anotada: Bruno Cebrián',
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
      return svg.split(`"var(${colourTokens.ink3})"`).length;
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

describe('risks', () => {
  it('names the risks and says which are not in hand', async () => {
    const texts = await textsFrom('risks', accountSeries(account));
    expect(texts).toEqual(
      expect.arrayContaining(['Falta técnico en verano', 'Sin responsable', 'Con medidas']),
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
      expect.arrayContaining(['Vencida, 15 días (+1 trim.)', 'En curso, 20\u00a0nov.\u00a02026 (+1 trim.)']),
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
      return svg.split(`"var(${colourTokens.ink3})"`).length - 1;
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
