import { describe, expect, it } from 'vitest';
import { vision } from '../../../../src/analysis/methods/vision.ts';
import { alignment } from '../../../../src/analysis/programme/alignment.ts';
import { joinTexts } from '../../../../src/analysis/programme/joined-text.ts';
import { readStatement } from '../../../../src/analysis/programme/statement-reading.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import { statementSchema } from '../../../../src/model/statement.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

const scopeOf = (input: WorkspaceInput) => createScope(workspaceOf(input), '2026-Q3');
const read = (input: Parameters<typeof statementSchema.parse>[0], language = 'en') =>
  readStatement(statementSchema.parse(input), language);
const presenceIn = (reading: ReturnType<typeof read>, aspect: string) =>
  reading.aspects.find(one => one.aspect === aspect)?.presence;

const anchor =
  'lead provider of express courier and logistics for target global customers, an essential part of their strategies';
const marked = {
  text: anchor,
  spans: [
    { aspect: 'customer-type', quote: 'target global customers' },
    { aspect: 'relationship-type', quote: 'an essential part of their strategies' },
    { aspect: 'organisational-approach', quote: 'express courier and logistics' },
  ],
};

describe('presence tests', () => {
  it('are all three passed by the anchor case, once its spans are marked', () => {
    const reading = read(marked);
    expect(reading.passed).toBe(3);
    expect(reading.warnings).toEqual([]);
  });

  it('are suggested by the lexicon, never passed by it', () => {
    const reading = read({ text: anchor });
    expect(reading.passed).toBe(0);
    expect(presenceIn(reading, 'customer-type')).toBe('suggested');
    expect(presenceIn(reading, 'relationship-type')).toBe('suggested');
    expect(reading.aspects.find(({ aspect }) => aspect === 'relationship-type')?.words).toBe(
      'essential part, lead provider',
    );
  });

  it('take a mark only when its words stand in the text', () => {
    const quote = 'clientes estratégicos';
    const spans = [{ aspect: 'customer-type', quote: { es: quote } }];
    const presence = (text: string) => presenceIn(read({ text: { es: text }, spans }, 'es'), 'customer-type');
    expect(presence('Servimos a clientes\n  estratégicos.')).toBe('present');
    expect(presence('Vendemos cal.')).toBe('absent');
  });

  it('want the mark in every language of the statement', () => {
    const text = { es: 'Socio de la industria', en: 'Partner of industry' };
    const spans = (quote: object) => [{ aspect: 'relationship-type', quote }];
    expect(
      presenceIn(read({ text, spans: spans({ es: 'Socio', en: 'Partner' }) }), 'relationship-type'),
    ).toBe('present');
    expect(presenceIn(read({ text, spans: spans({ es: 'Socio' }) }), 'relationship-type')).toBe('suggested');
  });
});

describe('openness', () => {
  const warnings = (text: string, language: string) =>
    read({ text }, language).warnings.map(({ rule, words }) => `${rule}: ${words}`);

  it('is broken by figures, dates, quotas and exclusions, with the words', () => {
    expect(
      warnings('Crecer al menos un 12,5 % hasta diciembre de 2028, solo con grandes cuentas', 'es'),
    ).toEqual(['figure: 12,5 %, 2028', 'date: diciembre', 'quota: al menos', 'exclusion: solo']);
    expect(warnings('Only serve customers above a quota of 30%', 'en')).toEqual([
      'figure: 30%',
      'quota: quota',
      'exclusion: Only',
    ]);
  });

  it('does not see a word inside another', () => {
    expect(warnings('Consolidar el suelo y la solidez', 'es')).toEqual([]);
    expect(warnings('Commonly doubled', 'en')).toEqual([]);
  });
});

describe('alignment', () => {
  const input: WorkspaceInput = {
    statements: {
      vision: marked as never,
      strategy: [
        { id: 'served', text: { es: 'Línea servida', en: 'Line served' } },
        { id: 'alone', text: 'Nobody serves me' },
      ],
      objectives: [
        { id: 'good', text: 'Good', serves: ['vision', 'served'], segments: ['grow'], kpis: ['nps', 'clv'] },
        { id: 'adrift', text: 'Adrift', kpis: ['nps'] },
        { id: 'unmeasured', text: 'Unmeasured', serves: ['served'] },
      ],
    },
    segments: {
      schemes: [
        {
          id: 'value',
          name: 'Value',
          segments: [
            { id: 'grow', name: { es: 'Crecer', en: 'Grow' }, when: [{ field: 'revenue', atLeast: 1 }] },
            { id: 'rest', name: 'Rest', when: [{ field: 'revenue', below: 1 }] },
          ],
        },
      ],
    },
    kpis: { kpis: [{ kpi: 'nps' }, { kpi: 'churn' }] },
  };

  it('shows orphans on either side', () => {
    expect(
      scopeOf(input)
        .of(alignment)
        .map(({ objective, orphan }) => [objective, orphan]),
    ).toEqual([
      ['Good', undefined],
      ['Adrift', 'no-strategy'],
      ['Unmeasured', 'no-kpi'],
      [undefined, 'no-objective'],
      [undefined, 'segment-not-used'],
      [undefined, 'kpi-not-used'],
    ]);
    const { series, findings } = vision.run(scopeOf(input));
    expect(series.find(({ id }) => id === 'programme.vision.alignment')?.rows[0]).toEqual({
      objective: 'Good',
      serves: { es: 'Línea servida', en: 'Line served' },
      statements: 'vision',
      segments: { es: 'Crecer', en: 'Grow' },
      kpis: 'clv nps',
      orphan: null,
    });
    expect(findings.find(({ code }) => code === 'vision.orphans')?.params).toMatchObject({
      lines: { value: 1 },
      objectives: { value: 1 },
    });
  });

  it('is not available where nothing is stated', () => {
    const { figures, findings } = vision.run(scopeOf({}));
    expect(figures.find(({ id }) => id === 'programme.vision.mission.customer-type')?.unavailable).toEqual({
      code: 'no-statement',
    });
    expect(findings).toEqual([]);
  });
});

describe('statements of accounts', () => {
  it('are read as those of the programme, each for itself', () => {
    const { series, figures, findings } = vision.run(
      scopeOf({ accounts: { alfa: { vision: marked as never }, beta: { mission: { text: 'Vender' } } } }),
    );
    expect(series.find(({ id }) => id === 'account.alfa.vision.tests')?.rows[0]).toMatchObject({
      statement: 'vision',
      aspect: 'customer-type',
      present: true,
      quote: 'target global customers',
    });
    expect(figures.find(({ id }) => id === 'account.beta.vision.mission')?.value).toBe(0);
    expect(findings.find(({ code }) => code === 'vision.accounts-incomplete')?.params).toMatchObject({
      accounts: { ids: ['beta'] },
    });
  });
});

describe('joined texts', () => {
  it('join language by language, with what there is where a translation lacks', () => {
    expect(joinTexts([{ es: 'Uno.', en: 'One.' }, 'All.', { es: 'Dos.' }])).toEqual({
      en: 'One. All. Dos.',
      es: 'Uno. All. Dos.',
    });
    expect(joinTexts(['a', 'b'], '; ')).toBe('a; b');
    expect(joinTexts([])).toBeUndefined();
  });
});
