import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentsPage, pageProblems, sectionHeadings } from '../../scripts/pdf-layout/page-problems.ts';
import {
  type DocumentLayout,
  elementsOf,
  isElement,
  marksOf,
  readAloud,
  readLayout,
} from '../../scripts/pdf-layout/structure.ts';
import { type RunningBrowser, startBrowser } from '../../src/platform/browser.ts';
import { type BuiltFile, exampleFiles } from './built-example.ts';
import { canVerify, verify } from './pdf-ua.ts';
import { bare, missingFrom, printedText, textsOf } from './printed-text.ts';

const silent = { info: () => {}, warn: () => {}, progress: () => {} };

interface Print extends BuiltFile {
  readonly layout: DocumentLayout;
}

describe('every PDF of the example', { timeout: 300_000 }, () => {
  let prints: readonly Print[];
  let running: RunningBrowser;

  beforeAll(async () => {
    const files = (await exampleFiles()).filter(({ name }) => name.endsWith('.pdf'));
    prints = await Promise.all(
      files.map(async file => {
        const pdf = await PDFDocument.load(file.content, { updateMetadata: false });
        return { ...file, layout: readLayout(pdf) };
      }),
    );
    running = await startBrowser({}, silent);
  }, 300_000);
  afterAll(() => running.close());

  test('has pages as a board paper has them: full, whole, nothing late, covered, cut off or small', () => {
    expect(prints).toHaveLength(34);
    const found = prints.flatMap(({ name, layout }) =>
      pageProblems(layout).map(({ page, rule, detail }) => `${name} p. ${page} ${rule}: ${detail}`),
    );
    expect(found).toEqual([]);
    // A board reads its summary at one opening.
    const boards = prints.filter(({ name }) => name.includes('board-summary'));
    expect(boards.map(({ layout }) => layout.pages.length)).toEqual([2, 2]);
  });

  test('names in its contents the pages on which its sections stand', () => {
    const listed = prints.flatMap(({ name, layout }) => {
      const named = contentsOf(layout);
      if (named.length > 0) expect(named, name).toEqual(sectionsOf(layout));
      return named;
    });
    // Three documents with contents, in two languages.
    expect(listed.length).toBeGreaterThan(6 * 8);
  });

  test('is read in the order of the page, with every text and figure of it, those of charts too', async () => {
    for (const { name, path, layout } of prints) {
      const texts = await textsOf(running.browser, await readFile(path.replace(/pdf$/, 'html'), 'utf8'));
      expect(texts.length, name).toBeGreaterThan(100);
      expect(missingFrom(printedText(layout), texts), name).toEqual([]);
    }
  });

  test('conforms to PDF/UA-1', async context => {
    if (!(await canVerify())) return context.skip('veraPDF or Java is not there');
    const verdicts = await verify(prints.map(({ path }) => path));
    expect(verdicts.filter(line => !line.startsWith('PASS '))).toEqual([]);
    expect(verdicts).toHaveLength(prints.length);
  });
});

interface Place {
  readonly headline: string;
  readonly page: number;
}

/** What the contents of a document say: of each section a link, its headline and a page. */
const contentsOf = (layout: DocumentLayout): readonly Place[] => {
  const number = contentsPage(layout);
  return elementsOf(layout.root, /^LBody$/)
    .filter(entry => marksOf(entry)[0]?.page === number)
    .map(({ content }) => {
      const [, ...texts] = content
        .map(part => (isElement(part) ? readAloud(part) : part.mark.text))
        .filter(text => text.trim() !== '');
      return { headline: bare(texts.slice(0, -1).join('')), page: Number(texts.at(-1)) };
    });
};

/** Where the sections of a document are, after its contents. */
const sectionsOf = (layout: DocumentLayout): readonly Place[] =>
  sectionHeadings(layout)
    .slice(1)
    .map(heading => ({ headline: bare(readAloud(heading)), page: marksOf(heading)[0]?.page ?? 0 }));
