import { describe, expect, test } from 'vitest';
import type { Files } from '../../../src/effects.ts';
import { availableLanguages, loadMessages } from '../../../src/platform/locales.ts';

const filesOf = (texts: Record<string, string>): Files => ({
  read: async path => texts[path],
  readBytes: async () => undefined,
  list: async folder => Object.keys(texts).filter(path => path.startsWith(`${folder}/`)),
  write: async () => false,
});

test('the file of a language gives its texts by dotted keys, every scalar as text', async () => {
  const files = filesOf({
    'templates/locales/es.yaml': 'a: uno\nb: {c: dos}\nyear: 2026\nanswer: no',
    'templates/locales/en.yaml': 'a: one',
  });
  const { value, diagnostics } = await loadMessages(files, 'es');
  expect(diagnostics).toEqual([]);
  expect(Object.fromEntries(value?.texts ?? [])).toEqual({
    a: 'uno',
    'b.c': 'dos',
    year: '2026',
    answer: 'no',
  });
  expect(await availableLanguages(files)).toEqual(['en', 'es']);
});

test('what cannot be read is reported at its line', async () => {
  const files = filesOf({ 'templates/locales/es.yaml': 'a: uno\nb: [dos]\nb: tres' });
  const { diagnostics } = await loadMessages(files, 'es');
  expect(diagnostics.map(({ code, span }) => [code, span?.line])).toEqual([
    ['locale/syntax', 3],
    ['locale/not-text', 2],
  ]);
});

test('an unknown language names the known ones', async () => {
  const files = filesOf({ 'templates/locales/es.yaml': 'a: uno' });
  const { value, diagnostics } = await loadMessages(files, 'fr');
  expect(value).toBeUndefined();
  expect(diagnostics[0]?.hints[0]).toContain('Use one of es');
});

describe('texts of a workspace', () => {
  const product = filesOf({
    'templates/locales/en.yaml':
      'formats: { region: GB, decimal: ".", group: ",", percent: "{n}%" }\npage: { contents: Contents, shown: "{n} of {count}" }',
    'templates/locales/en-US.yaml': 'formats: { region: US }\nwords: { programme: program }',
  });
  const load = (tag: string, own: Record<string, string>) => loadMessages(product, tag, filesOf(own));
  const file = 'templates/locales/en.yaml';

  test('take the place of those of the product one by one, and add some below `own`', async () => {
    const { value, diagnostics } = await load('en-GB', {
      [file]: 'page: { contents: What is inside }\nown: { greeting: "Dear {name}" }',
    });
    expect(diagnostics).toEqual([]);
    expect(value?.texts.get('page.contents')).toBe('What is inside');
    expect(value?.texts.get('page.shown')).toBe('{n} of {count}');
    expect(value?.texts.get('own.greeting')).toBe('Dear {name}');
  });

  test('a region keeps what the product says of it', async () => {
    const { value, diagnostics } = await load('en-US', {
      'templates/locales/en-US.yaml': 'page: { contents: Inside }\nwords: { colour: color }',
    });
    expect(diagnostics).toEqual([]);
    expect(value?.texts.get('page.contents')).toBe('Inside');
    expect(value?.regional?.('The programme has colour')).toBe('The program has color');
  });

  test('a slip is told at its line, with the word that was meant', async () => {
    const { diagnostics, sources } = await load('en', {
      [file]: 'own:\n  a: "Dear {name"\npage:\n  contens: Inside\n  shown: "{n} of {cuont}"',
    });
    expect(diagnostics.map(({ code, span, hints }) => [code, span?.line, span?.column, hints[0]])).toEqual([
      ['locale/message', 2, 3, expect.stringContaining('Braces hold')],
      ['locale/unknown-text', 4, 3, 'Did you mean "page.contents"?'],
      ['locale/unknown-parameter', 5, 3, 'Did you mean {count}?'],
    ]);
    expect(sources.get(file)).toContain('contens');
  });

  test('a language that only the workspace has says what it lacks, and what stands in its place', async () => {
    const { value, diagnostics } = await load('fr-FR', {
      'templates/locales/fr.yaml':
        'formats: { region: FR, decimal: ",", group: " ", percent: "{n} %" }\npage: { contents: Sommaire }',
    });
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['locale/incomplete', 'warning', '1 of 6 texts are missing in "fr" and stand in "en": page.shown.'],
    ]);
    expect([value?.language, value?.texts.get('page.contents'), value?.texts.get('page.shown')]).toEqual([
      'fr',
      'Sommaire',
      '{n} of {count}',
    ]);
  });

  test('without formats such a language cannot be used: its numbers would be those of another', async () => {
    const { diagnostics } = await load('fr', { 'templates/locales/fr.yaml': 'page: { contents: Sommaire }' });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
      'locale/formats',
      'error',
    ]);
  });
});
