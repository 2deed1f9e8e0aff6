import { asOf } from '../analysis/as-of.ts';
import { recent } from '../analysis/recent.ts';
import type { Planned } from '../document/plan.ts';
import type { DocumentLink } from '../document/view.ts';
import { cardsOf, type Edition, type EditionPage, pageOf } from '../edition/edition.ts';
import { type PrintedPage, printPage } from '../edition/print.ts';
import { createPrograms } from '../edition/programs.ts';
import type { Templates } from '../edition/templates.ts';
import type { Effects, Fonts, Printer } from '../effects.ts';
import { packCards } from '../render/pack.ts';
import { rememberingCharts } from '../render/remembered-charts.ts';
import { createRenderer, type Renderer } from '../render/renderer.ts';
import { checkTemplates } from '../render/template-check.ts';
import { madeFrom, type Tree } from './files-in-hand.ts';
import { refuseErrors } from './problems.ts';
import { keyed, remembered } from './remembered.ts';

/** Documents whose pages are kept; each is some hundreds of kilobytes. */
const pagesKept = 48;

/** Makes pages of documents, each anew only when something that it is made of has changed. */
export interface PageMakers {
  /** Without what explains its figures: who reads seldom asks. @throws Hindered where a template can't be read */
  page(edition: Edition, planned: Planned): Promise<EditionPage>;
  /** What explains the figures of its page, packed. */
  cards(edition: Edition, planned: Planned): Promise<string>;
  print(edition: Edition, planned: Planned): Promise<PrintedPage>;
}

export const createPageMakers = (
  ownTemplates: Templates,
  { fonts, print, confinement }: Pick<Effects, 'fonts' | 'confinement'> & { readonly print: Printer },
): PageMakers => {
  const tree: Tree = { ...ownTemplates, readBytes: async () => undefined };
  const programOf = createPrograms(confinement);
  const charts = rememberingCharts();
  const templates = madeFrom(tree, files => checkTemplates(files, []));
  const links = remembered<readonly DocumentLink[]>();
  const pages = recent((_path: string) => remembered<Promise<EditionPage>>(), pagesKept);
  const prints = new WeakMap<EditionPage, Promise<PrintedPage>>();

  const renderersWith = (brand: Fonts['faces']) => {
    const all = { ...fonts, faces: [...brand, ...fonts.faces] };
    return keyed(layout => madeFrom(tree, files => createRenderer(files, all, layout, charts)));
  };
  const renderers = remembered<ReturnType<typeof renderersWith>>();
  const rendererOf = ({ analysis }: Edition, layout: string): Promise<Renderer> => {
    const brand = analysis.scope.workspace.brand?.faces ?? [];
    return renderers([brand], () => renderersWith(brand))(layout)();
  };

  const page = async (edition: Edition, planned: Planned): Promise<EditionPage> => {
    const { diagnostics, texts } = await templates();
    refuseErrors(diagnostics, texts);
    const { analysis, archived, locate, locales } = edition;
    const renderer = await rendererOf(edition, planned.notebook.head.layout);
    // The list of documents is made anew with every analysis; as long as it says the same, it is the same.
    const listed = links([JSON.stringify(edition.links)], () => edition.links);
    const restsOn = [analysis, archived, locate, locales, planned.notebook, renderer, listed];
    return pages(planned.path)(restsOn, () => pageOf(edition, planned, programOf(planned), renderer));
  };
  return {
    page,
    cards: async (edition, planned) => {
      const { model, marked } = await page(edition, planned);
      return packCards(cardsOf(edition, planned, model), marked);
    },
    print: async (edition, planned) => {
      const finished = await page(edition, planned);
      refuseErrors(finished.complaints, new Map());
      const printed = prints.get(finished) ?? printPage(print, finished, asOf(edition.analysis.scope));
      prints.set(finished, printed);
      printed.catch(() => prints.delete(finished));
      return printed;
    },
  };
};
