import { expect, test } from 'vitest';
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
