import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Analysis, analyze } from '../src/analysis/analyze.ts';
import { methods } from '../src/analysis/methods/index.ts';
import { settingOf } from '../src/explain/settings.ts';
import { createLocale, type Locale } from '../src/locale/locale.ts';
import { flattenMessages, type Messages } from '../src/locale/messages.ts';
import { parametersOf as parametersRead } from '../src/locale/own-texts.ts';
import { recommendations } from '../src/model/recommendations.ts';
import type { Column, Series } from '../src/model/series.ts';
import { isWorkedOut, workedOutKinds } from '../src/model/worked-out.ts';
import { createFiles } from '../src/platform/files.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { loadWorkspace } from '../src/workspace/load.ts';

const product = createFiles(packageRoot);
const load = async (language: string): Promise<Messages> => {
  const { value, diagnostics } = await loadMessages(product, language);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error(`no texts for ${language}`);
  return value;
};
const [es, en] = [await load('es'), await load('en')];
const locales = [createLocale('es-ES', es), createLocale('en-GB', en)];
const { value: workspace } = await loadWorkspace(product);

const analysis = workspace && analyze(workspace, workspace.settings.period);
const example = (): Analysis => {
  if (analysis === undefined) throw new Error('the example workspace has errors, see "cuentas check"');
  return analysis;
};

test('a decision put to the board can answer whatever a finding recommends, and nothing else', () => {
  const recommended = [...en.texts.keys()].flatMap(key => /^findings\.(.+)\.decision$/.exec(key)?.[1] ?? []);
  expect(recommendations).toEqual([...recommended].sort());
});

/** Names of the parameters that a text takes. @throws where it cannot be read, or its reason would pass for a name */
const parametersOf = (text: string): readonly string[] => {
  const names = parametersRead(text);
  if (typeof names === 'string') throw new Error(`${text}: ${names}`);
  return names;
};

const missingIn = (keys: Iterable<string>, locale: Locale): string[] =>
  [...new Set(keys)]
    .filter(key => !locale.has(key))
    .map(key => `${locale.language}: ${key}`)
    .sort();
const missing = (keys: Iterable<string>): string[] => {
  const all = [...keys];
  return locales.flatMap(locale => missingIn(all, locale));
};

test('what a figure assumes is a setting that one types, or has words in every language', () => {
  expect(missing(Object.keys(workedOutKinds).map(name => `explain.worked-out.${name}`))).toEqual([]);
  const assumed = [...example().figures.values()].flatMap(({ assumptions = [] }) => assumptions);
  const names = new Set(assumed.map(({ name }) => name));
  expect([...names].filter(isWorkedOut)).not.toEqual([]);
  expect([...names].filter(name => !isWorkedOut(name) && settingOf(name) === undefined)).toEqual([]);
});

test('parameters are found wherever a text has them', () => {
  expect(parametersOf('{a}, {b, plural, one {# x {c}} other {#}}, {d, select, x {{e}} other {}}')).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
});

test('Spanish and English have the same texts', () => {
  expect([...es.texts.keys()].filter(key => !en.texts.has(key))).toEqual([]);
  expect([...en.texts.keys()].filter(key => !es.texts.has(key))).toEqual([]);
});

test('no text is empty', () => {
  const empty = [es, en].flatMap(({ language, texts }) =>
    [...texts].flatMap(([key, text]) => (text.trim() === '' ? [`${language}: ${key}`] : [])),
  );
  expect(empty).toEqual([]);
});

test('a text takes the same parameters in both languages', () => {
  const unlike = [...es.texts].flatMap(([key, text]) => {
    const [spanish, english] = [parametersOf(text), parametersOf(en.texts.get(key) ?? text)];
    return spanish.join() === english.join() ? [] : [`${key}: es {${spanish}}, en {${english}}`];
  });
  expect(unlike).toEqual([]);
});

test.each(['es-MX', 'en-US'])('%s says only what differs: no new keys, the same parameters', async tag => {
  const base = tag.startsWith('es') ? es : en;
  const own = flattenMessages(parse((await product.read(`templates/locales/${tag}.yaml`)) ?? ''));
  const wrong = own.flatMap(([key, text]) => {
    if (key.startsWith('words.')) return text === key.slice(6) ? [`${key} differs in nothing`] : [];
    const known = base.texts.get(key);
    if (known === undefined) return [`${key} is no key of ${base.language}.yaml`];
    if (known === text) return [`${key} differs in nothing`];
    return parametersOf(known).join() === parametersOf(text).join() ? [] : [`${key} takes other parameters`];
  });
  expect(wrong).toEqual([]);
  expect(own.length).toBeGreaterThan(5);
});

test('American English has no British spelling left', async () => {
  const { value } = await loadMessages(product, 'en-US');
  const respell = value?.regional ?? (text => text);
  const british =
    /\b(?:programmes?|\w*colou?red?|\w*colour\w*|\w+[iy]s(?:ation|ed|ing)\w*|cent(?:re|res)|(?:lab|fav|behavi|hon|neighb)our\w*|judgements?|catalogues?|grey|learnt|cheques?|licence|fulfil|skilful|towards|cancell(?:ed|ing)|label?led|modelled)\b/giu;
  const fine = new Set([
    'advised',
    'advising',
    'raised',
    'raising',
    'promised',
    'promising',
    'revised',
    'revising',
    'exercised',
    'surprised',
    'supervised',
    'comprised',
    'compromised',
    'rising',
    'arising',
    'colored',
  ]);
  const found = [...en.texts]
    .flatMap(([key, text]) => [...respell(text).matchAll(british)].map(([word]) => `${key}: ${word}`))
    .filter(line => !fine.has(line.split(': ')[1]?.toLowerCase() ?? ''));
  expect(found).toEqual([]);
});

test('every method says in prose what it does', () => {
  const parts = ['title', 'summary', 'formula', 'inputs', 'defaults', 'pitfalls'];
  expect(missing(methods.flatMap(({ id }) => parts.map(part => `methods.${id}.${part}`)))).toEqual([]);
});

test('every finding of the example can be said', () => {
  const { findings } = example();
  expect(missing(findings.map(({ code }) => `findings.${code}.message`))).toEqual([]);
});

test('every sentence of a finding gets the parameters that it takes', () => {
  const lacking = example().findings.flatMap(({ id, code, params }) =>
    ['message', 'detail', 'decision'].flatMap(part =>
      parametersOf(es.texts.get(`findings.${code}.${part}`) ?? '')
        .filter(name => !(name in params))
        .map(name => `${id} ${part} {${name}}`),
    ),
  );
  expect(lacking).toEqual([]);
});

test('every figure of the example can be said, or why it has no value', () => {
  const unsaid = locales.flatMap(locale =>
    [...example().figures.values()].flatMap(figure => {
      try {
        if (figure.unavailable) locale.reason(figure.unavailable);
        locale.figure(figure);
        return [];
      } catch (error) {
        return [`${locale.language} ${figure.id}: ${String(error)}`];
      }
    }),
  );
  expect(unsaid).toEqual([]);
});

const termsOf = ({ rows }: Series, { id }: Column, vocabulary: string): string[] =>
  rows.flatMap(row => (typeof row[id] === 'string' ? [`terms.${vocabulary}.${row[id]}`] : []));

test('every column of the example has a title, and every term a name', () => {
  const keys = [...example().series.values()].flatMap(series =>
    series.columns.flatMap(column => [
      `columns.${column.id}`,
      ...(column.kind === 'term' ? termsOf(series, column, column.vocabulary) : []),
    ]),
  );
  expect(missing(keys)).toEqual([]);
});

test('every topic that there are words for is one that a method says it finds', () => {
  const topics = new Set(methods.flatMap(({ finds }) => Object.values(finds).flat()));
  const said = locales.flatMap(({ keys }) =>
    [...keys].flatMap(key => /^findings\.([^.]+)\./.exec(key)?.[1] ?? []),
  );
  expect(said.filter(topic => !topics.has(topic))).toEqual([]);
});
