import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyze } from '../../../../src/analysis/analyze.ts';
import type { Method } from '../../../../src/analysis/method.ts';
import { accountProfile } from '../../../../src/analysis/methods/account-profile.ts';
import { bridge } from '../../../../src/analysis/methods/bridge.ts';
import { concentrationMethod } from '../../../../src/analysis/methods/concentration.ts';
import { kaismMethod } from '../../../../src/analysis/methods/kaism.ts';
import { loss } from '../../../../src/analysis/methods/loss.ts';
import { pointsTableMethod } from '../../../../src/analysis/methods/points-table.ts';
import { portfolioHistoryMethod } from '../../../../src/analysis/methods/portfolio-history.ts';
import { revenue } from '../../../../src/analysis/methods/revenue.ts';
import { segmentationMethod } from '../../../../src/analysis/methods/segmentation.ts';
import { createLocale, type Locale } from '../../../../src/locale/locale.ts';
import { createMessages } from '../../../../src/locale/messages.ts';
import { createNames } from '../../../../src/locale/names.ts';
import { type SentencePart, sentenceOf } from '../../../../src/locale/sentence.ts';
import type { Series } from '../../../../src/model/series.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';
import { accountsWith, specimenAccounts } from './fixture.ts';

const portfolioMethods: readonly Method[] = [
  revenue,
  portfolioHistoryMethod,
  bridge,
  concentrationMethod,
  loss,
  pointsTableMethod,
  kaismMethod,
  segmentationMethod,
  accountProfile,
];

const localeOf = (language: string, tag: string): Locale => {
  const file = new URL(`../../../../templates/locales/${language}.yaml`, import.meta.url);
  return createLocale(
    tag,
    createMessages(language, parse(readFileSync(file, 'utf8'), { schema: 'failsafe' })),
  );
};
const spanish = localeOf('es', 'es-ES');
const english = localeOf('en', 'en-GB');

const sentences = (input: WorkspaceInput, locale: Locale, which: SentencePart): Record<string, string> => {
  const workspace = workspaceOf(input);
  const { findings, figures } = analyze(workspace, '2026-Q3', portfolioMethods);
  const sources = { locale, figures, names: createNames(workspace) };
  return Object.fromEntries(
    findings.flatMap(finding => {
      const sentence = sentenceOf(finding, which, sources);
      return sentence === undefined ? [] : [[finding.id, sentence.replaceAll('\u00a0', ' ')]];
    }),
  );
};

const specimen: WorkspaceInput = {
  scoring: {
    criteria: [{ id: 'fit', name: 'Fit', weight: 1 }],
    keySet: { threshold: 5 },
  },
  accounts: {
    ...specimenAccounts(),
    cabriel: {
      ...specimenAccounts().cabriel,
      shortName: 'Cabriel',
      ratings: { '2026-Q3': { fit: 8 } },
      strength: [
        { period: '2026-Q2', by: 'customer', criteria: [{ name: 'Quality', us: 5, competitor: 7 }] },
        { period: '2026-Q3', by: 'customer', criteria: [{ name: 'Quality', us: 8, competitor: 7 }] },
      ],
    },
    clariano: { ...specimenAccounts().clariano, ratings: { '2026-Q2': { fit: 4 } } },
  },
};

describe('sentences of the portfolio', () => {
  it('say in Spanish what the specimen report says', () => {
    const said = sentences(specimen, spanish, 'message');
    expect(said['portfolio.attention-clients']).toBe(
      'Cinco clientes aportan el 59,1 % de los ingresos y tres llegan al 10 %',
    );
    expect(said['growth.revenue']).toBe(
      'Los ingresos crecen un 3,9 %, pero solo por las cuentas clave: +7,3 %, frente a −4,9 % en el resto',
    );
    expect(said['portfolio.pareto']).toBe(
      'El 20 % superior, cinco clientes de 24, reúne el 59,1 %, no el 80 %',
    );
    expect(said['portfolio.new-customers']).toBe('Bajo-cinca es cliente nuevo y aporta 690 €');
    expect(said['account.not-admitted.clariano']).toBe(
      'Clariano no sería hoy cuenta clave: 4,00 puntos, y el umbral es 5,0',
    );
  });

  it('say the same in English', () => {
    const said = sentences(specimen, english, 'message');
    expect(said['portfolio.attention-clients']).toBe(
      'Five customers account for 59.1% of revenue and three reach 10%',
    );
    expect(said['account.headline.clariano']).toBe('Clariano falls 3.6% and is not in the KAISM');
  });

  it('compare the key quadrant with last quarter', () => {
    const earlier = { ...specimen.accounts?.cabriel, ratings: { '2026-Q1': { fit: 8 } } };
    const input = { ...specimen, accounts: { ...specimen.accounts, cabriel: earlier } };
    expect(sentences(input, spanish, 'message')['kaism.movements']).toBe(
      'Cabriel entra en el cuadrante clave',
    );
    expect(sentences(input, spanish, 'message')['account.headline.cabriel']).toBe(
      'Cabriel crece un 23,9 % y entra en el cuadrante clave',
    );
    expect(sentences(input, english, 'detail')['account.headline.cabriel']).toBe(
      'Attractiveness 8.0 and relative strength 6.0. In Q2 2026 it was in the development one.',
    );
  });

  it('raise the single-client alarm with a decision', () => {
    const input = { accounts: accountsWith({ a: [51, 40], b: [49, 60] }) };
    expect(sentences(input, spanish, 'decision')['portfolio.single-client']).toBe(
      'Aprobar un plan para que a pese menos del 50 % de los ingresos',
    );
    expect(sentences(input, spanish, 'detail')['portfolio.single-client']).toBe(
      'La alarma de monocliente salta por encima del 50 %. Hace un año no sonaba.',
    );
  });
});

const scheme = (id: string, field: string, test: object): object => ({
  id,
  name: id,
  segments: [{ id: 'x', name: 'X', when: [{ field, ...test }] }],
});

const inputs: Readonly<Record<string, WorkspaceInput>> = {
  specimen,
  empty: {},
  'one account without data': { accounts: { a: {} } },
  segments: {
    ...specimen,
    segments: {
      schemes: [scheme('one', 'revenue', { atLeast: 9_000 }), scheme('two', 'country', { is: 'ES' })],
    } as NonNullable<WorkspaceInput['segments']>,
  },
};

describe.each([spanish, english])('texts in $language', locale => {
  it.each(portfolioMethods.map(({ id }) => id))('tell how the method %s works', id => {
    for (const text of ['title', 'summary', 'formula', 'inputs', 'defaults', 'pitfalls'])
      expect(locale.t(`methods.${id}.${text}`)).not.toBe('');
  });

  it.each(Object.entries(inputs))('name every column, term and reason: %s', (_, input) => {
    const { figures, series } = analyze(workspaceOf(input), '2026-Q3', portfolioMethods);
    for (const { unavailable } of figures.values())
      if (unavailable !== undefined) expect(locale.reason(unavailable)).not.toBe('');
    for (const { columns, rows } of series.values()) {
      for (const column of columns) expect(locale.t(`columns.${column.id}`)).not.toBe('');
      for (const [vocabulary, code] of termsOf(columns, rows))
        expect(locale.term(vocabulary, code)).not.toBe('');
    }
  });

  it.each(Object.entries(inputs))(
    'say every finding in whole sentences of bearable length: %s',
    (_, input) => {
      const { findings } = analyze(workspaceOf(input), '2026-Q3', portfolioMethods);
      const messages = sentences(input, locale, 'message');
      expect(Object.keys(messages).sort()).toEqual(findings.map(({ id }) => id).sort());
      for (const message of Object.values(messages)) expect(message.length, message).toBeLessThanOrEqual(110);
      const said = (['message', 'detail', 'decision'] as const).flatMap(which =>
        Object.values(sentences(input, locale, which)),
      );
      for (const sentence of said) expect(sentence).not.toMatch(/[{}]| {2}|^ | $|undefined|NaN/);
    },
  );
});

const termsOf = (columns: Series['columns'], rows: Series['rows']): readonly (readonly [string, string])[] =>
  columns.flatMap(column =>
    column.kind === 'term'
      ? rows.flatMap(row => {
          const code = row[column.id];
          return typeof code === 'string' ? [[column.vocabulary, code] as const] : [];
        })
      : [],
  );

describe('figures and series of the portfolio', () => {
  it.each(Object.entries(inputs))(
    'rest only on places in files and on figures that exist: %s',
    (_, input) => {
      const { figures, series, findings } = analyze(workspaceOf(input), '2026-Q3', portfolioMethods);
      const named = [...figures.values(), ...series.values()].flatMap(({ inputs: all }) => all);
      const unknown = [...named, ...findings.flatMap(finding => finding.figures)].filter(
        one => typeof one === 'string' && !figures.has(one),
      );
      expect(unknown).toEqual([]);
    },
  );
});
