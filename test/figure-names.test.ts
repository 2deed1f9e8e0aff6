import { expect, test } from 'vitest';
import { analyze } from '../src/analysis/analyze.ts';
import { genericId } from '../src/analysis/generic-id.ts';
import { figureIds, seriesIds } from '../src/analysis/ids.ts';
import { figureName, findFigureName } from '../src/locale/figure-names.ts';
import { createLocale, type Locale } from '../src/locale/locale.ts';
import { createFiles } from '../src/platform/files.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { loadWorkspace } from '../src/workspace/load.ts';

const product = createFiles(packageRoot);
const load = async (language: string, tag: string): Promise<Locale> => {
  const { value } = await loadMessages(product, language);
  if (value === undefined) throw new Error(`no texts for ${language}`);
  return createLocale(tag, value);
};
const locales = [await load('es', 'es-ES'), await load('en', 'en-GB')];

const inEach = (lacking: (locale: Locale) => readonly string[]): readonly string[] =>
  locales.flatMap(locale => lacking(locale).map(id => `${locale.language}: ${id}`));

test('every figure has a name in every language', () => {
  expect(inEach(locale => figureIds.filter(id => figureName(id, locale) === undefined))).toEqual([]);
});

test('no name is for figures that nobody makes', () => {
  const unused = inEach(locale => {
    const used = new Set(figureIds.map(id => findFigureName(id, locale)?.key));
    return [...locale.keys].filter(key => key.startsWith('figures.') && !used.has(key));
  });
  expect(unused).toEqual([]);
});

test('a name is short, and neither a sentence nor the name of another figure of the same subject', () => {
  const odd = inEach(locale => {
    const known = new Map<string, string>();
    return figureIds.filter(id => {
      const name = figureName(id, locale) ?? '';
      const subject = `${id.split('.')[0]} ${name}`;
      const taken = known.has(subject);
      known.set(subject, id);
      return taken || name.endsWith('.') || name.split(' ').length > 10;
    });
  });
  expect(odd).toEqual([]);
});

test('a figure of an account is called what the figure is called in general', async () => {
  const { value: workspace } = await loadWorkspace(product);
  if (workspace === undefined) throw new Error('the example workspace has errors, see "cuentas check"');
  const ids = [...analyze(workspace, workspace.settings.period).figures.keys()];
  const unlike = inEach(locale =>
    ids.filter(id => figureName(id, locale) !== figureName(genericId(id), locale)),
  );
  expect(unlike).toEqual([]);
});

test('every series has a caption in every language', () => {
  expect(inEach(locale => seriesIds.filter(id => !locale.has(`tables.${id}`)))).toEqual([]);
});

test('no caption is for a series that nobody makes', () => {
  const promised = new Set(seriesIds.map(id => `tables.${id}`));
  const unused = [...(locales[0]?.keys ?? [])].filter(key => key.startsWith('tables.') && !promised.has(key));
  expect(unused).toEqual([]);
});
