import { archivedQuarters } from '../document/archive.ts';
import type { Planned } from '../document/plan.ts';
import type { Edition } from '../edition/edition.ts';
import { withOwnTemplates } from '../edition/templates.ts';
import type { Confinement, Fonts, Printer } from '../effects.ts';
import type { Locale } from '../locale/locale.ts';
import { sha256 } from '../model/hash.ts';
import { audienceFiles } from '../redaction/files.ts';
import { createDesk, type DeskFiles, type OnDesk, type PreviewRequest } from './desk.ts';
import { filesInHand } from './files-in-hand.ts';
import { overlayHtml } from './overlay.ts';
import { createPageMakers } from './page-makers.ts';
import { type Problems, problemsOf, refuseErrors } from './problems.ts';
import type { DocumentAddress } from './request.ts';
import { emptyPage, readClientSource, servedPage } from './served-page.ts';

export type { PreviewRequest } from './desk.ts';

export interface PreviewEffects extends DeskFiles {
  readonly fonts: Fonts;
  readonly print: Printer;
  /** Where helpers of the workspace run. */
  readonly confinement: Confinement;
}

/** What a browser gets for an address. */
export type Reply =
  | { readonly kind: 'content'; readonly type: string; readonly body: string | Uint8Array }
  | { readonly kind: 'elsewhere'; readonly path: string }
  | { readonly kind: 'absent' }
  /** What was asked for can't be made. */
  | { readonly kind: 'hindered'; readonly problems: Problems };

/** What becomes of a page that somebody looks at. */
export type Live =
  /** It is sound; who shows another version loads it again. */
  | { readonly kind: 'page'; readonly version: string }
  | { readonly kind: 'problems'; readonly html: string; readonly problems: Problems };

export interface Preview {
  /** A file was written, made or removed. */
  changed(tree: 'workspace' | 'product', path: string): void;
  /** The list of all documents. */
  start(): Promise<Reply>;
  document(address: DocumentAddress): Promise<Reply>;
  /** What explains the figures of a page; absent where another version of it is shown. */
  cards(address: DocumentAddress, version: string): Promise<Reply>;
  /** @param address of a page; of the start where it is undefined */
  live(address: DocumentAddress | undefined): Promise<Live>;
  /** Paths of the workspace that were read so far. */
  read(): readonly string[];
  /** What `check` would say: data, and every notebook held against them. */
  check(): Promise<Problems>;
}

interface GoodPage {
  readonly html: string;
  readonly version: string;
  /** Address of the same as PDF. */
  readonly pdf?: string;
}

interface MadePage {
  readonly page: GoodPage;
  readonly planned: Planned;
  readonly edition: Edition;
}

const types = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  cards: 'text/plain; charset=us-ascii',
} as const;
const goodPagesKept = 48;

/** @param words locales that speak before any other is read, the first one at the start */
export const createPreview = (
  request: PreviewRequest,
  effects: PreviewEffects,
  words: readonly Locale[],
): Preview => {
  const [workspace, product] = [filesInHand(effects.workspace), filesInHand(effects.product)];
  const { audience } = request;
  const builtBefore =
    audience === undefined ? effects.workspace : audienceFiles(effects.workspace, audience, text => text);
  const desk = createDesk(request, { ...effects, workspace, product });
  const makers = createPageMakers(withOwnTemplates(workspace, product), effects);
  /** The last good page of each document that somebody saw, the latest last. */
  const good = new Map<string, GoodPage>();

  const localeOf = (address: DocumentAddress | undefined): Locale | undefined => {
    const tag = address?.name.split('.')[1] ?? '';
    return desk.lastLocale(tag) ?? words.find(locale => locale.tag === tag) ?? words[0];
  };

  /** The page of a document, with what it was made from; undefined where there is no such document. @throws Hindered, or what a template throws */
  const madeAt = async (address: DocumentAddress): Promise<MadePage | undefined> => {
    const onDesk = await desk.lookAt();
    refuseNotebookErrors(onDesk, address);
    const planned = plannedAt(onDesk, address);
    if (planned === undefined) return undefined;
    const { html, complaints } = await makers.page(onDesk.edition, planned);
    refuseErrors(complaints, onDesk.texts);
    const pdf = planned.formats.includes('pdf') ? { pdf: `/${address.period}/${address.name}.pdf` } : {};
    const page = { html, version: await sha256(html), ...pdf };
    good.delete(address.path);
    good.set(address.path, page);
    const [oldest] = good.keys();
    if (good.size > goodPagesKept && oldest !== undefined) good.delete(oldest);
    return { page, planned, edition: onDesk.edition };
  };
  const pageAt = async (address: DocumentAddress): Promise<GoodPage | undefined> =>
    (await madeAt(address))?.page;

  const served = async (page: GoodPage, address?: DocumentAddress): Promise<Reply> => {
    const { html, ...client } = page;
    const texts = clientTexts(localeOf(address));
    const body = await servedPage(html, { ...client, texts }, await readClientSource(product));
    return { kind: 'content', type: types.html, body };
  };

  /** The last good page, or an empty one: its script asks at once what is wrong, and lays it over. */
  const servedDespite = (address?: DocumentAddress): Promise<Reply> => {
    const locale = localeOf(address);
    const empty = { html: emptyPage(locale), version: '' };
    return served((address && good.get(address.path)) ?? empty, address);
  };

  const printed = async (address: DocumentAddress): Promise<Reply> => {
    const onDesk = await desk.lookAt();
    refuseNotebookErrors(onDesk, address);
    const planned = plannedAt(onDesk, address);
    if (planned === undefined || !planned.formats.includes('pdf')) return archived(address, onDesk);
    const { pdf } = await makers.print(onDesk.edition, planned);
    return { kind: 'content', type: types.pdf, body: pdf };
  };

  /** What was built for an earlier quarter, as it lies there. */
  const archived = async ({ period, path, format }: DocumentAddress, onDesk: OnDesk): Promise<Reply> => {
    const isEarlier = archivedQuarters(onDesk.period).some(quarter => quarter === period);
    const body = isEarlier ? await builtBefore.readBytes(`reports/${path}`) : undefined;
    return body === undefined ? { kind: 'absent' } : { kind: 'content', type: types[format], body };
  };

  const gone = (address: DocumentAddress): Problems => ({
    diagnostics: [],
    texts: new Map(),
    fault: localeOf(address)?.t('preview.gone', { document: address.name }) ?? address.name,
  });

  return {
    changed: (tree, path) => (tree === 'workspace' ? workspace : product).forget(path),
    read: () => workspace.paths(),
    start: async () => {
      try {
        const { edition, period } = await desk.lookAt();
        const [first] = [...edition.planned].sort(
          (a, b) => Number(b.notebook.name === 'index') - Number(a.notebook.name === 'index'),
        );
        if (first === undefined) return { kind: 'absent' };
        return { kind: 'elsewhere', path: `/${period}/${first.path}.html` };
      } catch {
        // Whatever it was, the script of the page asks for it and shows it.
        return servedDespite();
      }
    },
    document: async address => {
      if (address.format === 'pdf')
        return printed(address).catch(error => ({ kind: 'hindered', problems: problemsOf(error) }) as const);
      try {
        const page = await pageAt(address);
        return await (page === undefined ? archived(address, await desk.lookAt()) : served(page, address));
      } catch {
        return servedDespite(address);
      }
    },
    cards: async (address, version) => {
      try {
        const made = await madeAt(address);
        if (made?.page.version !== version) return { kind: 'absent' };
        return { kind: 'content', type: types.cards, body: await makers.cards(made.edition, made.planned) };
      } catch (error) {
        return { kind: 'hindered', problems: problemsOf(error) };
      }
    },
    live: async address => {
      const lay = (problems: Problems): Live => {
        const hasPage = address !== undefined && good.has(address.path);
        return { kind: 'problems', html: overlayHtml(problems, localeOf(address), hasPage), problems };
      };
      try {
        if (address === undefined) {
          await desk.lookAt();
          return { kind: 'page', version: 'start' };
        }
        const page = await pageAt(address);
        return page === undefined ? lay(gone(address)) : { kind: 'page', version: page.version };
      } catch (error) {
        return lay(problemsOf(error));
      }
    },
    check: async () => {
      try {
        const { notebooks, texts, warnings } = await desk.lookClosely();
        const own = [...notebooks.values()].flatMap(({ diagnostics }) => diagnostics);
        return { diagnostics: [...warnings, ...own], texts };
      } catch (error) {
        return problemsOf(error);
      }
    },
  };
};

/** What is wrong with a notebook hinders its own documents, and the list of all of them. */
const refuseNotebookErrors = ({ notebooks, texts }: OnDesk, { name }: DocumentAddress): void => {
  const [own = ''] = name.split(/[./]/);
  const concerned = own === 'index' ? [...notebooks.keys()] : [`reports/${own}.md`];
  refuseErrors(
    concerned.flatMap(file => notebooks.get(file)?.diagnostics ?? []),
    texts,
  );
};

const plannedAt = (
  { edition, period }: OnDesk,
  address: Pick<DocumentAddress, 'period' | 'name'>,
): Planned | undefined =>
  address.period === period ? edition.planned.find(({ path }) => path === address.name) : undefined;

const clientTexts = (locale: Locale | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(['bar', 'start', 'pdf', 'offline'].map(key => [key, locale?.t(`preview.${key}`) ?? '']));
