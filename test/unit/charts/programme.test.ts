import { describe, expect, it } from 'vitest';
import type { Series } from '../../../src/model/series.ts';
import { draw, drawing, nothing, said, shownTexts, svgOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';
import { trail } from './programme-fixture.ts';
import { depthTrail, elements, path, phaseHistory, plannedStage, returns, stages } from './review-fixture.ts';

const long = 'Coordinadora de grandes cuentas industriales del Levante y Aragón';
const inputFor = (...series: readonly Series[]) => inputOf(analysisOf(...series));

describe('commitment', () => {
  it('labels the last quarter with its values', async () => {
    const shown = await shownTexts('commitment', inputFor(trail()));
    expect(shown).toContain('T3 2026\n33 %; 0,58');
  });
});

describe('congruence', () => {
  it('prints each gap with its sign and names the weakest link', async () => {
    const shown = await shownTexts('congruence', inputFor(elements()));
    expect(shown).toEqual(expect.arrayContaining(['0', '1', '2', 'eslabón débil', 'T2 2026']));
    expect(shown.filter(text => text === 'eslabón débil')).toHaveLength(1);
  });

  it('says in words what a picture says by place', () => {
    const { alternative } = drawing('congruence', inputOf(analysisOf(elements()), { language: 'en' }));
    expect(alternative).toContain('Systems and processes 2 of 4, gap 2 (weakest link)');
  });

  it('keeps a row without a rating or without a target level, and says that there is no gap to tell', async () => {
    const partial = elements([
      ['strategy', null, null, 4, false],
      ['organisation', 3, null, null, false],
    ]);
    const shown = await shownTexts('congruence', inputFor(partial));
    expect(shown.filter(text => text === 'n. d.')).toHaveLength(2);
    expect(shown).not.toContain('T2 2026');
  });

  it('has nothing to draw where nothing is rated', () => {
    expect(draw('congruence', inputFor(elements([['strategy', null, null, null, false]])))).toEqual(nothing);
  });

  it('leaves the tag out where it would take the room of the dots', async () => {
    const narrow = inputOf(analysisOf(elements()), { width: 220 });
    expect(await shownTexts('congruence', narrow)).not.toContain('eslabón débil');
  });
});

describe('phase timeline', () => {
  it('hatches the best phase of a quarter without a clear lead, and marks a phase that recurs', async () => {
    const shown = await shownTexts('phase-timeline', inputFor(phaseHistory()));
    expect(shown).toEqual(
      expect.arrayContaining([
        'la mejor, sin ventaja suficiente',
        '0,52',
        '0,63*',
        '0,71',
        '* vuelve a darse',
      ]),
    );
  });

  it('explains a notation only where it occurs', async () => {
    const clear = phaseHistory([['2026-Q3', 'momentum', [0.1, 0.2, 0.7, 0.3, 0.2], false]]);
    const shown = await shownTexts('phase-timeline', inputFor(clear));
    expect(shown).not.toContain('la mejor, sin ventaja suficiente');
    expect(shown).not.toContain('* vuelve a darse');
  });

  it('skips quarters without any fit', () => {
    const rows = phaseHistory([
      ['2026-Q2', 'indeterminate', [null, null, null, null, null], false],
      ['2026-Q3', 'momentum', [null, null, 0.7, null, null], false],
    ]);
    expect(said('phase-timeline', inputFor(rows))).not.toContain('T2 2026');
  });

  it('skips quarters of which the audience may see the fits and not the phase', () => {
    const history = phaseHistory();
    const rows = history.rows.map(row => (row.period === '2026-Q2' ? { ...row, phase: null } : row));
    expect(said('phase-timeline', inputFor({ ...history, rows }))).not.toContain('T2 2026');
  });

  it('marks both phases where they are level', async () => {
    const level = phaseHistory([['2026-Q3', 'indeterminate', [0.5, 0.5, 0.1, 0.1, 0.1], false]]);
    const shown = await shownTexts('phase-timeline', inputFor(level));
    expect(shown.filter(text => text === '0,50')).toHaveLength(2);
  });
});

describe('depth', () => {
  const levels = { structures: 0.7, systems: 0.4, people: 0.55, finance: 0.67 };

  it('titles each panel with its last value and names the cut once', async () => {
    const shown = await shownTexts('depth', inputFor(depthTrail([levels, { ...levels, systems: 0.35 }])));
    expect(shown).toEqual(expect.arrayContaining(['Estructuras 0,70', 'Sistemas 0,35']));
    expect(shown.filter(text => text === 'corte 0,50')).toHaveLength(1);
  });

  it('leaves out a dimension that was never rated, and says where the last quarter is not', async () => {
    const shown = await shownTexts(
      'depth',
      inputFor(
        depthTrail([
          { structures: 0.4, systems: 0.5 },
          { structures: null, systems: 0.5 },
        ]),
      ),
    );
    expect(shown).toContain('Estructuras n. d.');
    expect(shown.some(text => text.startsWith('Personas'))).toBe(false);
  });
});

describe('adoption', () => {
  it('counts accounts and criteria of each stage, planned and real', async () => {
    const shown = await shownTexts('adoption', inputFor(stages(), path()));
    expect(shown).toEqual(
      expect.arrayContaining([
        '3 cuentas',
        '4 cuentas',
        '12 cuentas',
        'Entrada: 2 de 2',
        'Salida: 3 de 4',
        'cierre de T3 2026',
      ]),
    );
  });

  it('prints key accounts planned and real below their quarter', async () => {
    const shown = await shownTexts('adoption', inputFor(stages(), path()));
    expect(shown).toEqual(expect.arrayContaining(['Cuentas previstas', '5', '6', '8']));
    expect(await shownTexts('adoption', inputFor(stages()))).not.toContain('Cuentas previstas');
  });

  it('draws a stage that has not begun as a plan alone', () => {
    const { alternative } = drawing('adoption', inputFor(stages([plannedStage(1, 'Piloto', {})])));
    expect(alternative).toContain('real n. d.');
  });

  it('cuts long names and counts the stages beyond the limit', async () => {
    const many = stages(
      Array.from({ length: 9 }, (_, index) => plannedStage(index + 1, `${long} ${index}`, {})),
    );
    const shown = await shownTexts('adoption', inputFor(many));
    expect(shown).toContain('y 3 más');
    expect(shown.some(text => text.startsWith('Coordinadora') && text.endsWith('…'))).toBe(true);
  });
});

describe('does the programme pay', () => {
  it('tells an effect that chance could explain from one that it could not, by shape and words', async () => {
    const shown = await shownTexts('programme-return', inputFor(returns()));
    expect(shown).toEqual(
      expect.arrayContaining([
        '+12,3 (−2,8 a +27,4); n = 6',
        '+6,0 (+2,0 a +10,0); n = 6',
        'se distingue de cero',
        'no se distingue de cero',
        'cuánto se iban separando ya antes de la designación',
      ]),
    );
  });

  it('never calls an estimate without an interval clear', () => {
    const bare = returns([['revenue', 0.2, null, null, null]]);
    expect(said('programme-return', inputFor(bare))).toContain('no se distingue de cero');
  });

  it('draws a difference of zero', async () => {
    expect(await svgOf('programme-return', inputFor(returns([['revenue', 0, 0, 0, 0]])))).not.toMatch(
      /NaN|Infinity/,
    );
  });

  it('says that there is nothing to draw where no account was designated', () => {
    expect(draw('programme-return', inputFor(returns([])))).toEqual({
      unavailable: { code: 'not-recorded' },
    });
  });
});

it('keeps the pictures of the programme light', async () => {
  const input = inputFor(elements(), phaseHistory(), stages(), path(), returns());
  for (const name of ['congruence', 'phase-timeline', 'adoption', 'programme-return'])
    expect((await svgOf(name, input)).length).toBeLessThan(16_000);
});
