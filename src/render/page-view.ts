import { escapeMarkup } from '../document/escape.ts';
import type { Cover, DocumentModel } from '../document/model.ts';
import type { Locale } from '../locale/locale.ts';
import { ownPrefix } from '../locale/own-texts.ts';
import { Markup } from './markup.ts';
import { blockViews, type Draw, methodAnchor } from './page-blocks.ts';
import { brandStyles, logoView } from './page-brand.ts';
import { classes } from './page-grid.ts';
import type { CardView, CoverView, PageModel, PageTexts, SectionView } from './page-model.ts';
import { runningStyles, sheetOf } from './page-running.ts';

export interface PageInput {
  /** Gives the SVG of a chart; charts are drawn beforehand. */
  readonly draw: Draw;
  readonly locale: Locale;
  /** The stylesheets, in order, as one text. */
  readonly styles: string;
  /** What runs in the page, with hashes. */
  readonly scripts: readonly { readonly text: string; readonly hash: string }[];
  /** Whether there is anything to explain. */
  readonly explains: boolean;
}

/** A document as its layout sees it. */
export const pageModel = (
  document: DocumentModel,
  { draw, locale, styles, scripts, explains }: PageInput,
): PageModel => {
  const { running } = document;
  const words = {
    contents: locale.t('page.contents'),
    before: locale.t('page.number.before'),
    between: locale.t('page.number.between'),
  };
  return {
    language: document.locale,
    title: document.subject === undefined ? document.title : `${document.title}: ${document.subject}`,
    company: running.company,
    logo: logoView(document.brand.logo),
    running,
    styles: new Markup(`${styles}\n${brandStyles(document.brand)}\n${runningStyles(document, words)}`),
    texts: pageTexts(locale),
    cover: document.cover === undefined ? undefined : coverView(document, document.cover, draw),
    card: explains ? cardView(locale) : undefined,
    scripts: scripts.map(({ text, hash }) => ({ text: new Markup(text), hash: new Markup(hash) })),
    contents: document.contents,
    sections: sectionViews(document, draw),
    menu: document.sections.length > 1,
  };
};

const pageTexts = ({ t, keys, parameters }: Locale): PageTexts => ({
  skip: t('page.skip'),
  cover: t('page.cover'),
  contents: t('page.contents'),
  reading: t('page.reading'),
  data: t('page.data'),
  unavailable: t('page.unavailable'),
  filter: t('page.filter'),
  shown: t('page.shown', { n: '{n}', of: '{of}' }),
  keys: t('page.keys'),
  own: Object.fromEntries(
    // A layout has nothing to fill into a text.
    [...keys].flatMap(key =>
      key.startsWith(ownPrefix) && parameters(key).length === 0
        ? [[key.slice(ownPrefix.length), t(key)]]
        : [],
    ),
  ),
  find: {
    search: t('page.find.search'),
    kind: t('page.find.kind'),
    account: t('page.find.account'),
    kam: t('page.find.kam'),
    language: t('page.find.language'),
    all: t('page.find.all'),
    nothing: t('page.find.nothing'),
    archive: t('page.find.archive'),
  },
});

const cardView = ({ t }: Locale): CardView => ({
  several: t('page.card.several'),
  back: t('page.card.back'),
  close: t('page.card.close'),
  formula: t('page.card.formula'),
  notes: t('page.card.notes'),
  inputs: t('page.card.inputs'),
});

const sectionViews = ({ sections }: DocumentModel, draw: Draw): SectionView[] =>
  sections.map((section, index) => {
    const sheet = sheetOf(sections, index);
    return {
      id: section.id,
      number: section.number,
      name: section.name,
      headline: new Markup(section.headline),
      title: section.title.map(part => new Markup(part)),
      classes: classes(`section sheet-${sheet}`, {
        landscape: section.landscape,
        appendix: section.appendix,
        flowing: sheet !== index + 1,
      }),
      blocks: blockViews(section.blocks, draw, section.landscape ? 'landscape' : 'portrait'),
    };
  });

const coverView = (
  { title, subject, running, brand }: DocumentModel,
  cover: Cover,
  draw: Draw,
): CoverView => ({
  company: running.company,
  logo: logoView(brand.logo),
  tagline: cover.tagline ?? '',
  audience: cover.audience ?? '',
  periodFirst: cover.period[0],
  periodSecond: cover.period[1],
  title: hyphensKept(title),
  subject: subject === undefined ? undefined : hyphensKept(subject),
  drawing: cover.drawing === undefined ? undefined : new Markup(draw(cover.drawing)),
  lead: cover.lead,
  leadLabel: cover.leadLabel,
  note: cover.note === undefined ? undefined : new Markup(cover.note),
  rows: cover.rows,
});

/** Words with a hyphen in one piece: in large type a line that ends in half of one reads as if it were divided. */
const hyphensKept = (text: string): Markup =>
  new Markup(escapeMarkup(text).replaceAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu, '<span>$&</span>'));

/** What stands at each anchor, for those to whom links are read: sections by name, figures and tables by number. */
export const anchorNames = ({ sections }: DocumentModel): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { id, number, name, blocks } of sections) {
    // The contents lead to the headline: where a section shares a page, its box may begin on the one before.
    for (const anchor of [id, `${id}-message`]) names.set(anchor, `${number} ${name}`);
    for (const block of blocks.flatMap(outer => (outer.kind === 'row' ? outer.blocks : [outer]))) {
      if (block.kind === 'figure' || block.kind === 'table') names.set(block.anchor, block.label);
      if (block.kind === 'methods')
        for (const item of block.items) names.set(methodAnchor(item.id), item.title);
    }
  }
  return names;
};
