import { describe, expect, it } from 'vitest';
import type { Series } from '../../../src/model/series.ts';
import { draw, drawing, nothing, said, shownTexts, svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';
import { efforts, kpiCosts, loads, ownSkills, pays, skillGaps } from './review-fixture.ts';

const long = 'Coordinadora de grandes cuentas industriales del Levante y Aragón';
const inputFor = (...series: readonly Series[]) => inputOf(analysisOf(...series));
const ownInput = (...series: readonly Series[]) => inputOf(analysisOf(...series), { kam: 'rodrigo' });

describe('load', () => {
  it('labels the share with hours and capacity, and a minimum as one', async () => {
    expect(await shownTexts('load', inputFor(loads()))).toEqual(
      expect.arrayContaining([
        '≥ 31 % · 470 de 1500 h',
        '57 % · 970 de 1700 h · Con margen',
        '104 % · 1770 de 1700 h · Por encima',
        'por encima de la capacidad',
      ]),
    );
  });

  it('shows the heaviest of forty people, and counts the others', async () => {
    const forty = loads(
      Array.from({ length: 40 }, (_, index) => [`Persona ${index}`, index * 40, 1700, null, 1, 1] as const),
    );
    const shown = await shownTexts('load', inputFor(forty));
    expect(shown).toContain('y 20 más');
    expect(shown).toContain('Persona 39');
    expect(shown).not.toContain('Persona 3');
  });

  it('says that a load is unknown, and draws nothing where all are', async () => {
    const partly = loads([
      ['Ana', 100, 1000, 'within', 1, 1],
      ['Berta', null, 1000, null, 0, 0],
    ]);
    expect(await shownTexts('load', inputFor(partly))).toContain('n. d.');
    expect(draw('load', inputFor(loads([['Ana', null, null, null, 0, 0]])))).toEqual(nothing);
  });
});

describe('effort split', () => {
  it('prints shares where they fit, and says where nothing is recorded', async () => {
    const shown = await shownTexts('effort-split', inputFor(efforts()));
    expect(shown).toEqual(
      expect.arrayContaining(['78 %', '38 %', 'finalidad sin anotar', 'Horas declaradas']),
    );
    // A twentieth is too narrow for its label, which the alternative text has.
    expect(shown).not.toContain('5 %');
    expect(said('effort-split', inputFor(efforts()))).toContain('Asesorar 5 %');
  });

  it('draws one row, all of one kind', async () => {
    const shown = await shownTexts('effort-split', inputFor(efforts([['Ana', 1, 0, 0]])));
    expect(shown).toContain('100 %');
  });

  it('has nothing to draw where nobody records it', () => {
    expect(draw('effort-split', inputFor(efforts([['Ana', null, null, null]])))).toEqual(nothing);
  });
});

describe('skills', () => {
  it('prints actual against required level, and what is missing in all', async () => {
    const shown = await shownTexts('skills-heatmap', inputFor(skillGaps()));
    expect(shown).toEqual(expect.arrayContaining(['4/4', '?/3', '2/4', '2/3', 'Faltan', 'sin evaluar']));
    expect(said('skills-heatmap', inputFor(skillGaps()))).toMatch(/Faltan 3 niveles.*rodrigo/);
  });

  it('keeps the people with the widest gaps of forty, and counts the others', async () => {
    const forty = skillGaps(
      Array.from({ length: 40 }, (_, index) => [`p${index}`, 'analysis', 5, index === 37 ? 1 : 5] as const),
    );
    const shown = await shownTexts('skills-heatmap', inputFor(forty));
    expect(shown).toContain('y 31 más');
    expect(shown).toContain('p37');
  });

  it('says in words that no level is missing', () => {
    const met = skillGaps([['ines', 'analysis', 3, 4]]);
    expect(said('skills-heatmap', inputFor(met))).toContain('No falta ningún nivel');
  });

  it("shows one manager's own levels only", async () => {
    const shown = await shownTexts('skills', ownInput(ownSkills(), skillGaps()));
    expect(shown).toEqual(expect.arrayContaining(['Análisis', '2', '1']));
    expect(draw('skills', inputFor(ownSkills()))).toEqual(nothing);
  });

  it('says once what nobody assessed', async () => {
    const open = ownSkills([['rodrigo', 'closing', 3, null]]);
    const shown = await shownTexts('skills', ownInput(open));
    expect(shown).toContain('sin evaluar');
    expect(shown).not.toContain('n. d.');
    expect(said('skills', ownInput(open))).toContain('una está sin evaluar');
  });
});

describe('incentives', () => {
  it('prints pay and what each case changes, with its sign', async () => {
    expect(await shownTexts('incentives', inputFor(pays()))).toEqual(
      expect.arrayContaining(['Miles de euros', '45,4', '−45,4', '+5,3', '0,0']),
    );
  });

  it("draws a manager's own pay in their document, never that of all", () => {
    const own = pays('kam.rodrigo.incentives', [['Plan de 2026', true, null, 9000, null]]);
    const drawn = drawing('incentives', ownInput(own, pays()));
    expect(drawn.series).toBe('kam.rodrigo.incentives');
    expect(drawn.alternative).not.toContain('45,4');
    expect(draw('incentives', ownInput(pays()))).toEqual(nothing);
  });

  it('draws schemes that pay nothing, and says where pay is not known', async () => {
    const none = pays('programme.incentives', [
      ['Plan de 2026', true, null, 0, null],
      ['Equilibrado 2027', false, null, null, null],
    ]);
    const svg = await svgOf('incentives', inputFor(none));
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(textsOf(svg)).toContain('n. d.');
  });

  it('counts the cases beyond the limit', async () => {
    const many = pays(
      'programme.incentives',
      Array.from({ length: 30 }, (_, index) => ['Plan', true, `${long} ${index}`, index * 100, 0] as const),
    );
    expect(await shownTexts('incentives', inputFor(many))).toContain('y 6 más');
  });
});

describe('KPI cost and benefit', () => {
  it('puts the dearest for what it brings on top, and says what is advised', async () => {
    const shown = await shownTexts('kpi-cost-benefit', inputFor(kpiCosts()));
    expect(shown).toEqual(expect.arrayContaining(['7,0 · Sustituir', 'valor 2 de 5', '60,0']));
    const { alternative } = drawing('kpi-cost-benefit', inputFor(kpiCosts()));
    expect(alternative.indexOf('NPS')).toBeLessThan(alternative.indexOf('Renovación'));
  });

  it('draws costs of zero and benefits that nobody stated', async () => {
    const free = kpiCosts([['enps', 0, null, null, 'undecided']]);
    const svg = await svgOf('kpi-cost-benefit', inputFor(free));
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(textsOf(svg)).toContain('n. d.');
  });

  it('has nothing to draw where no cost is declared', () => {
    expect(draw('kpi-cost-benefit', inputFor(kpiCosts([['nps', null, 10, null, 'keep']])))).toEqual(nothing);
  });
});
