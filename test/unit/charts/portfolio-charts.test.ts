import { describe, expect, it } from 'vitest';
import { draw, drawing, svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf, seriesOf } from './fixture.ts';
import {
  contributors,
  forecasts,
  longName,
  many,
  pipelines,
  resourceShares,
  scoreMovements,
  segmentMembers,
  whitespaceOf,
} from './portfolio-fixture.ts';
import { textBoxes } from './text-boxes.ts';

describe('segment migration', () => {
  const members = segmentMembers([
    ['cabriel', 'Mantener', 'Crecer', 2.9e6],
    ['safor', 'Mantener', 'Mantener', 880e3],
    ['bajo-cinca', null, 'Crecer', 690e3],
    ['utiel', 'Por ganar', 'Por ganar', null],
  ]);

  it('shows who moved with the value, new customers in a row of their own, and no zero for those without revenue', async () => {
    const texts = textsOf(
      await svgOf('segment-migration', inputOf(analysisOf(...members)), { scheme: 'growth' }),
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        'Nuevos',
        'Cabriel: de «Mantener» a «Crecer», 2,90',
        'Bajo Cinca: de «Nuevos» a «Crecer», 0,69',
        '–',
      ]),
    );
  });

  it('says that nobody moved', async () => {
    const still = segmentMembers([['safor', 'Mantener', 'Mantener', 880e3]]);
    const texts = textsOf(
      await svgOf('segment-migration', inputOf(analysisOf(...still)), { scheme: 'growth' }),
    );
    expect(texts).toContain('Nadie cambia de segmento');
  });

  it('has nothing to draw where there was no earlier quarter', () => {
    const fresh = segmentMembers([['safor', null, 'Mantener', 880e3]]);
    expect(draw('segment-migration', inputOf(analysisOf(...fresh)), { scheme: 'growth' })).toHaveProperty(
      'unavailable',
    );
  });

  it('names the largest movers and counts the others', async () => {
    const movers = segmentMembers(many(400, index => [`c${index}`, 'Mantener', 'Crecer', 1e6 / (index + 1)]));
    const texts = textsOf(
      await svgOf('segment-migration', inputOf(analysisOf(...movers)), { scheme: 'growth' }),
    );
    expect(texts).toContain('y 395 cuentas más');
    expect(texts.filter(text => text.includes('«Mantener»'))).toHaveLength(5);
  });
});

describe('resource shares', () => {
  it('says by arrow and word who gets too much and who too little', async () => {
    const rows = resourceShares([
      ['cabriel', 0.02, 0.07, 'under'],
      ['papelera-clariano', 0.18, 0.09, 'over'],
      ['safor', 0.1, 0.1, 'balanced'],
      // Judged by its hours alone: no verdict on the resources that are drawn.
      ['alto-magro', 0.1, 0.1, 'over-hours'],
    ]);
    const input = inputOf(analysisOf(rows));
    const texts = textsOf(await svgOf('resource-shares', input));
    expect(texts.filter(text => /^[↑↓] /.test(text))).toEqual(['↑ Excesiva', '↓ Escasa']);
    const { alternative } = drawing('resource-shares', input);
    expect(alternative).toContain('Recibe más de lo que vale: Clariano, 18\u00a0% de los recursos');
    expect(alternative).toContain('Recibe menos de lo que vale: Cabriel');
  });

  it.each([
    ['one account', resourceShares([['a', 1, 1, 'balanced']])],
    [
      'no resources at all',
      resourceShares([
        ['a', 0, 0.5, null],
        ['b', 0, 0.5, null],
      ]),
    ],
    ['long names', resourceShares(many(3, index => [`${longName} ${index}`, 0.3, 0.3, null]))],
  ])('holds for %s', async (_, series) => {
    expect(await svgOf('resource-shares', inputOf(analysisOf(series)))).not.toMatch(/NaN|Infinity/);
  });

  it('counts the accounts beyond the limit', async () => {
    const rows = resourceShares(many(400, index => [`c${index}`, 1 / 400, 1 / 400, 'balanced']));
    expect(textsOf(await svgOf('resource-shares', inputOf(analysisOf(rows))))).toContain('y 380 cuentas más');
  });
});

describe('forecast', () => {
  it('shows the largest deviations first, with a sign, and the total of all', async () => {
    const rows = forecasts([
      ['safor', 200e3, 190e3],
      ['cabriel', 1e6, 1.1e6],
      ['irati', 0, 50e3],
    ]);
    const texts = textsOf(await svgOf('forecast', inputOf(analysisOf(rows)), { limit: 2 }));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Cabriel',
        '+100',
        '+50',
        '+140',
        '+10,0',
        'Total, 3 cuentas',
        'y 1 cuenta más',
      ]),
    );
    expect(texts).not.toContain('Safor');
    // A ratio to a forecast of nothing means nothing.
    expect(texts.filter(text => text === 'n. d.')).toHaveLength(1);
  });

  it('leaves out the last column of variances where there is no room for its bars, and covers no text', async () => {
    const rows = forecasts([
      ['safor', 200e3, 190e3],
      ['cabriel', 1e6, 1.1e6],
    ]);
    const titled = async (width: number): Promise<string[]> => {
      const svg = await svgOf('forecast', { ...inputOf(analysisOf(rows)), width });
      const boxes = textBoxes(svg);
      expect(boxes.filter((one, index) => boxes.slice(index + 1).some(other => one.meets(other)))).toEqual(
        [],
      );
      return textsOf(svg).filter(text => text.startsWith('Δ'));
    };
    expect(await titled(420)).toHaveLength(2);
    expect(await titled(240)).toHaveLength(1);
  });

  it('holds where everything came as forecast', async () => {
    const rows = forecasts([['safor', 200e3, 200e3]]);
    expect(await svgOf('forecast', inputOf(analysisOf(rows)))).not.toMatch(/NaN|Infinity/);
  });
});

describe('score changes', () => {
  it('splits each change by cause and names the criterion that weighs most', async () => {
    const movement = seriesOf(
      'account.cabriel.score-movement',
      [],
      [
        { criterion: 'Volumen', inputsEffect: 0.06, weightsEffect: 0 },
        { criterion: 'Potencial', inputsEffect: 0.36, weightsEffect: 0 },
      ],
    );
    const rows = scoreMovements([
      ['cabriel', 0.42, 0, 0],
      ['irati', -0.83, 0.1, 0],
      ['safor', 0, 0, 0],
    ]);
    const texts = textsOf(await svgOf('score-changes', inputOf(analysisOf(rows, movement))));
    expect(texts).toEqual(expect.arrayContaining(['+0,42', '−0,73', '−0,83', '+0,10', 'Potencial']));
    expect(texts).not.toContain('Safor');
  });

  it('prints the difference of the printed scores, and names no criterion where what is rated at all decides', async () => {
    const row = { account: 'irati', scorePrior: 5.6351, score: 4.8049, weightsEffect: 0 };
    const movement = seriesOf(
      'account.irati.score-movement',
      [],
      [{ criterion: 'Volumen', inputsEffect: -0.1, weightsEffect: 0 }],
    );
    const rows = seriesOf(
      'portfolio.movements.scores',
      [],
      [{ ...row, scoreChange: -0.8302, inputsEffect: -0.1, coverageEffect: -0.7302 }],
    );
    const texts = textsOf(await svgOf('score-changes', inputOf(analysisOf(rows, movement))));
    expect(texts).toEqual(expect.arrayContaining(['−0,84', '−0,10', '−0,74', '–']));
    expect(texts).not.toContain('Volumen');
  });

  it('has nothing to draw where no score changed', () => {
    expect(draw('score-changes', inputOf(analysisOf(scoreMovements([['safor', 0, 0, 0]]))))).toHaveProperty(
      'unavailable',
    );
  });
});

describe('whale', () => {
  it('marks where the declared part is reached, and names whom the rules would let go', async () => {
    const rows = contributors([
      ['cabriel', 800e3, 'keep'],
      ['irati', 300e3, 'keep'],
      ['safor', -100e3, 'let-go'],
    ]);
    const input = inputOf(analysisOf(rows));
    const texts = textsOf(await svgOf('whale', input));
    expect(texts).toEqual(
      expect.arrayContaining(['1 cliente suma el 80\u00a0%', 'candidato a dejar: Safor']),
    );
    expect(drawing('whale', input).alternative).toContain('−10\u00a0%');
  });

  it.each([1, 400])('holds for %i customers', async count => {
    const rows = contributors(
      many(count, index => [`c${index}`, 1e6 / (index + 1), index > 300 ? 'let-go' : 'keep']),
    );
    expect(await svgOf('whale', inputOf(analysisOf(rows)))).not.toMatch(/NaN|Infinity/);
  });
});

describe('pipeline', () => {
  it('prints weighted and whole value of each stage and their totals, and says where there is no value', async () => {
    const rows = pipelines([
      ['renewal', 'open', 23.1e6, 16.6e6],
      ['new', 'open', 190e3, 70e3],
      ['up-sell', 'open', null, null],
    ]);
    const texts = textsOf(await svgOf('pipeline', inputOf(analysisOf(rows))));
    expect(texts).toEqual(
      expect.arrayContaining(['16,6 de 23,1 (2)', '0,07 de 0,19 (2)', '16,7 de 23,3 (6)', 'sin valor (2)']),
    );
  });

  it('has nothing to draw where no opportunity has a value', () => {
    expect(draw('pipeline', inputOf(analysisOf(pipelines([['new', 'open', null, null]]))))).toHaveProperty(
      'unavailable',
    );
  });
});

describe('whitespace by line', () => {
  it('prints the cells of each state, and what is known of the potential', async () => {
    const rows = whitespaceOf([
      ['Lechada', 7, 3, 1, 6, 1.45e6],
      ['Cal viva', 5, 0, 0, 6, null],
    ]);
    const texts = textsOf(await svgOf('whitespace-lines', inputOf(analysisOf(rows))));
    expect(texts).toEqual(expect.arrayContaining(['Lechada', '7', '3', '6', '1,45', 'n. d.', 'sin ofrecer']));
  });

  it('has nothing to draw without cells', () => {
    expect(
      draw('whitespace-lines', inputOf(analysisOf(whitespaceOf([['Lechada', 0, 0, 0, 0, null]])))),
    ).toHaveProperty('unavailable');
  });
});
