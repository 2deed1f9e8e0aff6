import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../src/analysis/analyze.ts';
import { vision } from '../../../../src/analysis/methods/vision.ts';
import { alignment } from '../../../../src/analysis/programme/alignment.ts';
import { joinTexts } from '../../../../src/analysis/programme/joined-text.ts';
import { readStatement } from '../../../../src/analysis/programme/statement-reading.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import { statementSchema } from '../../../../src/model/statement.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

const scopeOf = (input: WorkspaceInput) => createScope(workspaceOf(input), '2026-Q3');
const analysisOf = (input: WorkspaceInput) => analyze(workspaceOf(input), '2026-Q3', [vision]);
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
const ancla =
  'ser el proveedor líder de mensajería urgente y logística para los clientes globales objetivo, una parte esencial de sus estrategias';
const marcada = {
  text: ancla,
  spans: [
    { aspect: 'customer-type', quote: 'los clientes globales objetivo' },
    { aspect: 'relationship-type', quote: 'una parte esencial de sus estrategias' },
    { aspect: 'organisational-approach', quote: 'mensajería urgente y logística' },
  ],
};

describe('presence tests', () => {
  it.each([
    ['en', marked],
    ['es', marcada],
  ])('are all three passed by the anchor case in %s, once its spans are marked', (language, statement) => {
    const reading = read(statement, language);
    expect(reading.passed).toBe(3);
    expect(reading.warnings).toEqual([]);
  });

  it('are all three passed by the anchor case in both languages at once', () => {
    const both = {
      text: { es: ancla, en: anchor },
      spans: marked.spans.map(({ aspect, quote }, index) => ({
        aspect,
        quote: { es: marcada.spans[index]?.quote, en: quote },
      })),
    };
    expect(read(both).passed).toBe(3);
    expect(read({ ...both, spans: marked.spans }).passed).toBe(0);
  });

  it('are suggested by the lexicon, never passed by it', () => {
    const reading = read({ text: anchor });
    expect(reading.passed).toBe(0);
    expect(presenceIn(reading, 'customer-type')).toBe('suggested');
    expect(presenceIn(reading, 'relationship-type')).toBe('suggested');
    expect(reading.aspects.find(({ aspect }) => aspect === 'relationship-type')?.words).toBe(
      'essential part, lead provider',
    );
    const spanish = read({ text: ancla }, 'es');
    expect(spanish.passed).toBe(0);
    expect(presenceIn(spanish, 'customer-type')).toBe('suggested');
    expect(spanish.aspects.find(({ aspect }) => aspect === 'relationship-type')?.words).toBe(
      'parte esencial, proveedor líder',
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
      gaps: null,
    });
    expect(findings.find(({ code }) => code === 'vision.orphans')?.params).toMatchObject({
      lines: { value: 1 },
      objectives: { value: 1 },
      segments: { value: 1 },
      kpis: { value: 1 },
      unmeasured: { value: 1 },
    });
  });

  it('says everything that an objective lacks, and takes one without a segment for no orphan', () => {
    expect(
      scopeOf({
        ...input,
        statements: {
          strategy: [{ id: 'served', text: 'Line served' }],
          objectives: [
            { id: 'idle', text: 'Idle' },
            { id: 'elsewhere', text: 'Elsewhere', serves: ['served'], segments: ['grow'], kpis: ['clv'] },
            { id: 'everyone', text: 'Everyone', serves: ['served'], kpis: ['nps'] },
          ],
        },
      })
        .of(alignment)
        .filter(({ objective }) => objective !== undefined)
        .map(({ orphan, gaps }) => [orphan, gaps]),
    ).toEqual([
      ['no-strategy', ['no-strategy', 'no-kpi', 'no-segment']],
      ['kpi-not-selected', ['kpi-not-selected']],
      [undefined, ['no-segment']],
    ]);
  });

  it('names segments and KPIs that no objective takes up even where every line has one', () => {
    const served = {
      strategy: [{ id: 'served', text: 'Line served' }],
      objectives: [
        { id: 'good', text: 'Good', serves: ['served'], segments: ['grow'], kpis: ['nps' as const] },
      ],
    };
    const { findings } = vision.run(scopeOf({ ...input, statements: served }));
    expect(findings.find(({ code }) => code === 'vision.orphans')).toBeUndefined();
    expect(findings.find(({ code }) => code === 'vision.unused')?.params).toMatchObject({
      segments: { value: 1 },
      kpis: { value: 1 },
      unmeasured: { value: 0 },
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
    const { series, figures, findings } = analysisOf({
      accounts: { alfa: { vision: marked as never }, beta: { mission: { text: 'Vender' } } },
    });
    expect(series.get('account.alfa.vision.tests')?.rows[0]).toMatchObject({
      statement: 'vision',
      aspect: 'customer-type',
      present: true,
      quote: 'target global customers',
    });
    expect(figures.get('account.beta.vision.mission')?.value).toBe(0);
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

describe('statements of the key accounts', () => {
  const key = [{ from: '2026-Q1' }];
  const input: WorkspaceInput = {
    accounts: {
      told: { key, vision: marked as never },
      narrow: { key, mission: { text: 'Solo dos plantas hasta 2027' } },
      silent: { key },
      other: { vision: { text: 'Lime' } },
    },
  };

  it('are tested one by one, and the key accounts without any are named', () => {
    const { figures, series, findings } = analysisOf(input);
    expect(figures.get('account.told.vision.vision')?.value).toBe(3);
    expect(figures.get('programme.vision.accounts')).toMatchObject({ value: 2, coverage: { n: 2, of: 3 } });
    expect(series.get('programme.vision.accounts')?.rows.at(-1)).toMatchObject({
      account: 'told',
      statementText: anchor,
      'customer-type': 'present',
      'customer-type-words': 'target global customers',
    });
    expect(series.get('programme.vision.accounts.lint')?.rows).toEqual([
      { account: 'narrow', statement: 'mission', rule: 'figure', words: '2027' },
      { account: 'narrow', statement: 'mission', rule: 'exclusion', words: 'Solo' },
    ]);
    expect(findings.find(({ code }) => code === 'vision.accounts-without')?.params).toMatchObject({
      accounts: { ids: ['silent'] },
    });
  });
});
