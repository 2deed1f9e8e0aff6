import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/analysis/analyze.ts';
import { chartNamed, charts } from '../../../src/charts/index.ts';
import { accountSeries } from './account-fixture.ts';
import { draw, drawing, svgOf, textsOf } from './drawn.ts';
import {
  analysisOf,
  curve,
  curveRows,
  customers,
  inputOf,
  kaism,
  kaismRow,
  kaismSeries,
  portfolioQuarters,
  quarterSeries,
  seriesOf,
} from './fixture.ts';
import {
  acceptability,
  contributors,
  forecasts,
  lifetimeCuts,
  lifetimes,
  pipelines,
  resourceShares,
  scoreMovements,
  segmentMembers,
  whitespaceOf,
  withFigures,
} from './portfolio-fixture.ts';
import {
  bridgeSeries,
  contributions,
  criteriaOf,
  fits,
  lossSeries,
  npsHistory,
  ranking,
  rankingSeries,
  segmentSeries,
  trail,
} from './programme-fixture.ts';
import {
  efforts,
  elements,
  kpiCosts,
  loads,
  ownSkills,
  path,
  pays,
  phaseHistory,
  returns,
  skillGaps,
  stages,
} from './review-fixture.ts';
import { textBoxes } from './text-boxes.ts';

const portfolio = analysisOf(
  portfolioQuarters(),
  curve(),
  customers(),
  kaism(),
  trail(),
  fits(),
  criteriaOf('cabriel'),
  npsHistory(),
  bridgeSeries(),
  lossSeries([
    ['siderurgica-palancia', 12.48e6],
    ['morteros-maestrat', 7.96e6],
  ]),
  segmentSeries(),
  ranking(),
  contributions(),
  ...accountSeries('cabriel'),
  elements(),
  phaseHistory(),
  stages(),
  path(),
  loads(),
  efforts(),
  skillGaps(),
  ownSkills(),
  pays('kam.rodrigo.incentives'),
  kpiCosts(),
  returns(),
  lifetimes(),
  ...acceptability(8, 3),
  ...segmentMembers([
    ['cabriel', 'Mantener', 'Crecer', 2.9e6],
    ['safor', 'Mantener', 'Mantener', 880e3],
  ]),
  resourceShares([
    ['cabriel', 0.02, 0.07, 'under'],
    ['papelera-clariano', 0.18, 0.09, 'over'],
  ]),
  forecasts([
    ['cabriel', 1e6, 1.1e6],
    ['safor', 200e3, 190e3],
  ]),
  scoreMovements([
    ['cabriel', 0.42, 0, 0],
    ['irati', -0.83, 0.1, 0],
  ]),
  contributors([
    ['cabriel', 900e3, 'keep'],
    ['safor', 100e3, 'let-go'],
  ]),
  pipelines([['renewal', 'open', 23.1e6, 16.6e6]]),
  whitespaceOf([['Lechada', 7, 3, 1, 6, 1.45e6]]),
);
const full = withFigures(portfolio, lifetimeCuts);

const inputFor = (analysis: Analysis = full, language: 'es' | 'en' = 'es') =>
  inputOf(analysis, { language, account: 'cabriel', kam: 'rodrigo' });
const optionsFor = (name: string): object => {
  if (name === 'segments') return { scheme: 'value' };
  if (name === 'segment-migration') return { scheme: 'growth' };
  return name === 'quarters' ? { series: 'portfolio.quarters' } : {};
};

describe.each(charts.map(({ name }) => name))('chart %s', name => {
  it.each(['es', 'en'] as const)('draws and describes itself in %s', async language => {
    const input = inputFor(full, language);
    const { alternative, series } = drawing(name, input, optionsFor(name));
    expect(alternative).toMatch(/^.{20,}\.$/s);
    expect(full.series.has(series)).toBe(true);
    expect(await svgOf(name, input, optionsFor(name))).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says that there is nothing to draw where the series is missing', () => {
    expect(draw(name, inputFor(analysisOf()), optionsFor(name))).toEqual({
      unavailable: { code: 'not-recorded' },
    });
  });

  it('refuses an option that it does not have', () => {
    expect(chartNamed(name)?.options.safeParse({ colour: 'red' }).success).toBe(false);
  });
});

describe('quarters', () => {
  it('prints three significant digits and hatches the forecast only', async () => {
    const texts = textsOf(await svgOf('quarters', inputFor(), { series: 'portfolio.quarters' }));
    expect(texts).toEqual(expect.arrayContaining(['Millones de euros', '19,3', '20,3', 'FC']));
    expect(texts.some(text => text.startsWith('T4'))).toBe(true);
    expect(texts.filter(text => text === 'FC')).toHaveLength(1);
  });

  it('draws the series of the account in an account document', () => {
    const own = quarterSeries('account.cabriel.quarters', [{ period: '2026-Q1', actual: 905e3 }]);
    const drawn = drawing('quarters', inputFor(analysisOf(own)));
    expect(drawn.series).toBe('account.cabriel.quarters');
    expect(drawn.alternative).toContain('905');
  });

  it('leaves plan and previous year out where there are none', async () => {
    const rows = [1, 2].map(quarter => ({
      period: `2026-Q${quarter}`,
      actual: quarter * 1e6,
      prior: null,
      plan: null,
    }));
    const texts = textsOf(
      await svgOf('quarters', inputOf(analysisOf(quarterSeries('portfolio.quarters', rows)))),
    );
    expect(texts).not.toContain('PL');
    expect(texts).not.toContain('PY');
  });
});

describe('revenue curve', () => {
  it('marks the customer with whom the line is reached', async () => {
    expect(textsOf(await svgOf('revenue-curve', inputFor()))).toContain('10 clientes suman el 81,4\u00a0%');
  });

  it.each([1, 2, 5, 85])('holds for %i customers', async count => {
    const rows = curveRows(
      'AC',
      Array.from({ length: count }, (_, index) => [
        `cliente de nombre muy largo ${index}`,
        1000 / (index + 1),
      ]),
    );
    const input = inputOf(analysisOf(seriesOf('portfolio.curve', [], rows)), { width: 325 });
    expect(await svgOf('revenue-curve', input)).not.toMatch(/NaN/);
  });
});

describe('KAISM', () => {
  it('names every account, and says whose strength was scored by ourselves', async () => {
    const texts = textsOf(await svgOf('kaism', inputFor()));
    expect(texts).toEqual(
      expect.arrayContaining(['Cabriel', 'Palancia', 'Irati\u00a0*', '* fuerza puntuada por nosotros']),
    );
  });

  it('names only the account in focus, and states its place', async () => {
    const texts = textsOf(await svgOf('kaism', inputFor(), { focus: 'account' }));
    expect(texts).toContain('Cabriel');
    expect(texts).not.toContain('Palancia');
    expect(drawing('kaism', inputFor(), { focus: 'account' }).alternative).toContain('atractivo 8,0');
  });

  it('says in a small matrix what the axes are and where they are cut', async () => {
    const texts = textsOf(await svgOf('kaism', inputFor(), { focus: 'account', height: 140 }));
    expect(texts.some(text => text.startsWith('Atractivo, corte en '))).toBe(true);
    expect(texts.some(text => text.startsWith('Fuerza relativa, corte en '))).toBe(true);
  });

  it('names on request only what is key or moves, and explains no sign that it does not print', async () => {
    const texts = textsOf(await svgOf('kaism', inputFor(), { named: 'key' }));
    expect(texts).toContain('Palancia');
    expect(texts).not.toContain('Utiel');
    expect(texts.includes('* fuerza puntuada por nosotros')).toBe(
      texts.some(text => text.endsWith('\u00a0*')),
    );
    expect(texts.join()).not.toContain('sin sitio para su nombre');
  });

  it('has nothing to draw for an account without a place', () => {
    expect(draw('kaism', inputOf(full, { account: 'utiel' }), { focus: 'account' })).toHaveProperty(
      'unavailable',
    );
  });

  it('names forty of 85 accounts, key accounts first, and counts the others', async () => {
    const rows = Array.from({ length: 85 }, (_, index) =>
      kaismRow(`c${index}`, [1.5 + ((index * 37) % 80) / 10, 1.5 + ((index * 53) % 80) / 10], undefined, {
        revenue: 1e6 / (index + 1),
        key: index >= 80,
      }),
    );
    const texts = textsOf(await svgOf('kaism', inputOf(analysisOf(kaismSeries(rows)))));
    expect(texts.filter(text => /^c\d+$/.test(text))).toHaveLength(40);
    expect(texts).toEqual(expect.arrayContaining(['c80', 'c84', '45 cuentas sin sitio para su nombre']));
  });
});

describe('ranking', () => {
  it('says where the points table and the programme disagree', async () => {
    const texts = textsOf(await svgOf('ranking', inputFor()));
    expect(texts.filter(text => text === 'no entraría')).toHaveLength(2);
    expect(texts.filter(text => text === 'entraría')).toHaveLength(1);
  });

  it('shows the possible interval, not a score, where a rating is missing', async () => {
    expect(textsOf(await svgOf('ranking', inputFor()))).toContain('3,20–6,40');
  });

  it('counts the accounts beyond the limit', async () => {
    const rows = Array.from({ length: 85 }, (_, index) => ({
      rank: index + 1,
      account: `c${index}`,
      score: 9 - index / 20,
    }));
    const texts = textsOf(await svgOf('ranking', inputOf(analysisOf(rankingSeries(rows))), { limit: 20 }));
    expect(texts).toContain('y 65 cuentas más');
  });
});

describe('criteria', () => {
  it("keeps the number of a bar on its own side of last quarter's mark", async () => {
    const svg = await svgOf('criteria', inputFor());
    const boxOf = (number: string) => textBoxes(svg).find(({ text }) => text === number)?.box;
    const [shrunk, grown] = [boxOf('6,4'), boxOf('6,1')];
    expect((shrunk?.x ?? 0) + (shrunk?.width ?? 0)).toBeLessThan(grown?.x ?? 0);
  });

  it('says that points are missing instead of drawing a zero', async () => {
    expect(textsOf(await svgOf('criteria', inputFor()))).toContain('n. d.');
  });
});
