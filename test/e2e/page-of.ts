import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { DocumentModel } from '../../src/document/model.ts';
import type { Files } from '../../src/effects.ts';
import { createLocale } from '../../src/locale/locale.ts';
import { createMessages } from '../../src/locale/messages.ts';
import { loadFonts } from '../../src/platform/fonts.ts';
import { createPageRenderer } from '../../src/render/page.ts';
import { readTemplates } from '../../src/render/page-templates.ts';
import { pageModel } from '../../src/render/page-view.ts';
import { drawnBars } from './small-document.ts';

const root = new URL('../../', import.meta.url);

const repository: Files = {
  read: path => readFile(new URL(path, root), 'utf8'),
  readBytes: path => readFile(new URL(path, root)),
  list: async folder => (await readdir(new URL(folder, root))).sort().map(name => `${folder}/${name}`),
  write: () => Promise.reject(new Error('Tests of pages write nothing')),
};

/** The page of a document as the templates of this repository make it, with the same drawing everywhere. */
export const pageOf = async (document: DocumentModel): Promise<string> => {
  const language = document.locale.slice(0, 2);
  const texts = parse(await readFile(new URL(`templates/locales/${language}.yaml`, root), 'utf8'));
  const locale = createLocale(document.locale, createMessages(language, texts));
  const { styles, scripts: _, ...templates } = await readTemplates(repository, 'document');
  const render = createPageRenderer({ ...templates, fonts: await loadFonts() });
  return render(
    pageModel(document, {
      draw: () => drawnBars,
      locale,
      styles,
      scripts: [],
      explains: false,
    }),
  );
};
