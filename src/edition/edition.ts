import type { Analysis } from '../analysis/analyze.ts';
import { kams } from '../analysis/kams.ts';
import { archiveOf } from '../document/archive.ts';
import type { CheckedNotebook } from '../document/check.ts';
import type { Program } from '../document/compile.ts';
import { compose } from '../document/compose.ts';
import type { DocumentModel } from '../document/model.ts';
import { linksOf, type Planned, planDocuments } from '../document/plan.ts';
import type { DocumentLink } from '../document/view.ts';
import { type Basis, createBasis } from '../explain/basis.ts';
import { type Card, type Cards, createCards } from '../explain/card.ts';
import type { Place } from '../explain/explanation.ts';
import type { Locale } from '../locale/locale.ts';
import { createNames, type Names } from '../locale/names.ts';
import type { FigureId } from '../model/figure.ts';
import type { SourceRef } from '../model/source.ts';
import { nameLeft } from '../redaction/diagnostics.ts';
import type { RenderedPage, Renderer } from '../render/renderer.ts';
import type { ArchivedPaths } from './archived.ts';

/** What an edition is made from. */
export interface EditionParts {
  readonly analysis: Analysis;
  /** In the order of their names; none of them with an error. */
  readonly notebooks: readonly CheckedNotebook[];
  readonly locales: readonly Locale[];
  readonly archived: ArchivedPaths;
  /** Finds a source reference in the files of the workspace. */
  readonly locate: (ref: SourceRef) => Place;
  /** The code of a name that the audience may not read and that a finished page holds all the same. */
  readonly leakIn?: (page: string) => string | undefined;
}

/** Everything that the documents of a period share: one state of the data and of the notebooks. */
export interface Edition extends EditionParts {
  readonly names: Names;
  /** Every document of the period, in the order of notebooks, subjects, locales. */
  readonly planned: readonly Planned[];
  /** The same as the index links to them. */
  readonly links: readonly DocumentLink[];
  /** What the figures of the analysis rest on. */
  readonly basis: Basis;
  /** Explains what documents in a language show. */
  readonly cardsIn: (locale: Locale) => Cards;
}

export const createEdition = (parts: EditionParts): Edition => {
  const { analysis, notebooks, locales } = parts;
  const { reading, workspace } = analysis.scope;
  const names = createNames(workspace);
  const planned = planDocuments(notebooks, analysis, { locales, only: [] });
  return {
    ...parts,
    names,
    planned,
    links: linksOf(planned, names),
    basis: createBasis(analysis.figures, parts.locate, reading),
    cardsIn: cardsByLocale(parts, names),
  };
};

const cardsByLocale = ({ analysis, locate }: EditionParts, names: Names): Edition['cardsIn'] => {
  const { figures, scope } = analysis;
  const { reading } = scope;
  const known = new Map<Locale, Cards>();
  return locale => {
    const cards = known.get(locale) ?? createCards({ figures, locale, names, locate, reading });
    known.set(locale, cards);
    return cards;
  };
};

/** A finished page, and the document that it shows. */
export interface EditionPage extends RenderedPage {
  readonly model: DocumentModel;
}

/** One document of an edition, before it has a page. */
export const composed = (
  { analysis, notebooks, archived, names, links, locate, basis }: Edition,
  { notebook, locale, subject }: Planned,
  program: Program,
): DocumentModel => {
  // A manager was found when the documents were planned: whoever shows one has read what was read for it.
  if (subject?.kind === 'kam') analysis.scope.of(kams);
  return compose(
    { name: notebook.name, frontMatter: notebook.head, program },
    {
      analysis,
      locale,
      names,
      documents: links,
      archive: () => {
        const titles = new Map(notebooks.map(({ name, head }) => [name, head.title]));
        return archiveOf(archived, titles, locale, names);
      },
      basis,
      locate,
      ...(subject === undefined ? {} : { subject }),
    },
  );
};

/** Explanations of the figures that a document shows, and of what they rest on. */
export const cardsOf = (
  { cardsIn }: Edition,
  { locale }: Pick<Planned, 'locale'>,
  { figures, rows }: DocumentModel,
): ReadonlyMap<FigureId, Card> => cardsIn(locale)(figures, rows);

/** Makes one document of an edition: composed and rendered. */
export const pageOf = async (
  edition: Edition,
  planned: Planned,
  program: Program,
  renderer: Renderer,
): Promise<EditionPage> => {
  const model = composed(edition, planned, program);
  const page = await renderer.page(model, planned.locale);
  return { ...withoutLeak(edition, planned, page), model };
};

/** The page, with an error where it holds a name that its audience may not read. */
export const withoutLeak = <Page extends RenderedPage>(
  { leakIn }: Pick<Edition, 'leakIn'>,
  { path }: Pick<Planned, 'path'>,
  page: Page,
): Page => {
  const leak = leakIn?.(page.html);
  return leak === undefined ? page : { ...page, complaints: [...page.complaints, nameLeft(path, leak)] };
};
