import type { DocumentModel } from '../document/model.ts';
import type { EditionPage } from '../edition/edition.ts';
import { type PrintedPage, printable, printHead } from '../edition/print.ts';
import type { Cache, Fonts } from '../effects.ts';
import type { Card } from '../explain/card.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { sha256 } from '../model/hash.ts';
import { explained } from '../render/explained.ts';
import type { PageMap } from '../render/pdf-destinations.ts';
import type { RenderedPage } from '../render/renderer.ts';
import { keyOf } from './key.ts';
import { jsonIn } from './remembered.ts';

/** Makes pages and prints them, or gives what an earlier build made of the very same. */
export interface PageMemory {
  /**
   * @param cards explanations of what the document shows, which go into its page
   * @param make renders it, with its charts and its type
   */
  page(
    document: DocumentModel,
    layout: string,
    cards: ReadonlyMap<string, Card>,
    make: () => Promise<RenderedPage>,
  ): Promise<EditionPage>;
  /** @param path of the document, by which it is remembered where its pages broke the last time */
  print(
    path: string,
    page: EditionPage,
    date: string,
    make: (assumed?: PageMap) => Promise<PrintedPage>,
  ): Promise<Printed>;
}

/** A printed page; what it tells of others like it is known where it was printed just now. */
export type Printed = Pick<PrintedPage, 'pdf' | 'missing'> & Partial<Pick<PrintedPage, 'pages'>>;

/** Makes everything. */
export const noMemory: PageMemory = {
  page: async (model, _, cards, make) => ({ ...explained(await make(), cards), model }),
  print: async (_, __, ___, make) => make(),
};

/** What all pages of a build are made with. */
export interface Workshop {
  /** Layouts, partials, stylesheets, and the words that the workspace has for languages, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly faces: Fonts['faces'];
  /** Which browser prints. */
  readonly browser: () => Promise<string>;
}

type PageRecord = Omit<RenderedPage, 'html' | 'anchors' | 'complaints'> & {
  readonly html: string;
  readonly anchors: readonly (readonly [string, string])[];
  readonly complaints: readonly Diagnostic[];
};
interface PrintRecord {
  readonly pdf: string;
  readonly missing: readonly string[];
}

/**
 * What a page rests on is its document and what it is made with: whatever an edit does, it changes one of these or it does not
 * change the page. Explanations are put into it each time, since they change when anything below a figure does. What a PDF rests
 * on is the page as it is printed, without them, so that places may move without a new printing.
 */
export const createPageMemory = (cache: Cache, { texts, faces, browser }: Workshop): PageMemory => {
  let shared: Promise<string> | undefined;
  const made = (): Promise<string> => {
    shared ??= workshopKey(cache.engine, texts, faces);
    return shared;
  };
  return {
    page: async (model, layout, cards, make) => {
      // What rows rest on is said by their cards alone.
      const document = { ...model, rows: model.rows.map(({ id }) => id) };
      const key = await keyOf('page', await made(), layout, document);
      const known = await readPage(cache, key);
      const page = explained(known ?? (await make()), cards);
      if (page.html !== known?.html && !hasErrors(page.complaints)) await putPage(cache, key, page);
      return { ...page, model };
    },
    print: async (path, page, date, make) => {
      const { html, anchors, foreign, model } = page;
      const { running, sections } = model;
      const headed = sections.map(({ blocks: _, ...section }) => section);
      const finishing = [printHead(model), running, headed, date, [...anchors], foreign];
      const key = await keyOf('print', cache.engine, await browser(), finishing, printable(html));
      const printed = await readPrint(cache, key);
      if (printed !== undefined) return printed;
      const hint = await keyOf('pages of anchors', path);
      const made = await make(pagesIn(await cache.get('hint', hint)));
      await putPrint(cache, key, made);
      if (made.pages.size > 0) await cache.put('hint', hint, JSON.stringify([...made.pages]));
      return made;
    },
  };
};

const workshopKey = async (
  engine: string,
  texts: Workshop['texts'],
  faces: Fonts['faces'],
): Promise<string> => {
  const files = await Promise.all(
    faces.map(async ({ file, ...face }) => [face, await sha256(file)] as const),
  );
  return keyOf(engine, [...texts], files);
};

const readPage = async (cache: Cache, key: string): Promise<RenderedPage | undefined> => {
  const record = jsonIn<PageRecord>(await cache.get('page', key));
  const html = record && (await cache.get('output', record.html));
  return html && record
    ? { ...record, html: new TextDecoder().decode(html), anchors: new Map(record.anchors) }
    : undefined;
};

const putPage = async (
  cache: Cache,
  key: string,
  { html, anchors, ...page }: RenderedPage,
): Promise<void> => {
  const hash = await sha256(html);
  await cache.put('output', hash, html);
  const record: PageRecord = { ...page, html: hash, anchors: [...anchors] };
  await cache.put('page', key, JSON.stringify(record));
};

const readPrint = async (cache: Cache, key: string): Promise<Printed | undefined> => {
  const record = jsonIn<PrintRecord>(await cache.get('print', key));
  const pdf = record && (await cache.get('output', record.pdf));
  return pdf && record ? { pdf, missing: record.missing } : undefined;
};

const putPrint = async (cache: Cache, key: string, { pdf, missing }: PrintedPage): Promise<void> => {
  const record: PrintRecord = { pdf: await sha256(pdf), missing };
  await cache.put('output', record.pdf, pdf);
  await cache.put('print', key, JSON.stringify(record));
};

const pagesIn = (entry: Uint8Array | undefined): PageMap | undefined => {
  const known = jsonIn<[string, number][]>(entry);
  return known === undefined ? undefined : new Map(known);
};
