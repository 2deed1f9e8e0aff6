import type { Analysis } from '../analysis/analyze.ts';
import type { Figure, FigureId, SeriesId } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import type { Series } from '../model/series.ts';
import type { Collected } from './composer.ts';
import { escapeMarkup } from './escape.ts';
import type { Html } from './model.ts';

/** A document that is being made, as far as the noting of its methods needs it. */
interface Making {
  readonly analysis: Analysis;
  readonly collected: Collected;
}

/** Notes that the document shows a figure, so that it is explained, and its method in the appendix. */
export const showFigure = ({ analysis, collected }: Making, id: FigureId): Figure | undefined => {
  const figure = analysis.figures.get(id);
  if (figure !== undefined) noteFigure(collected, id);
  if (figure?.value !== undefined) collected.methods.add(figure.method);
  return figure;
};

const noteFigure = (collected: Collected, id: FigureId): void => {
  collected.figures.add(id);
  noteSection(collected, id);
};

const noteSection = ({ shownIn, section }: Collected, id: FigureId): void => {
  if (section > 0) shownIn.set(id, (shownIn.get(id) ?? new Set()).add(section));
};

/** Notes that the document shows rows of a series. */
export const showSeries = ({ analysis, collected }: Making, id: SeriesId): void => {
  const method = analysis.madeBy.series.get(id);
  if (method !== undefined) collected.methods.add(method);
};

/**
 * Notes that the document shows a row of which it is known what it was made from.
 * @returns the id by which its card is found
 */
export const showRow = (
  { collected }: Making,
  { id: series, rowInputs }: Series,
  index: number,
  name: string,
): string | undefined => {
  if ((rowInputs?.[index] ?? []).length === 0) return undefined;
  const id = `${series}#${index + 1}`;
  collected.rows.set(id, { id, series, index, name });
  noteSection(collected, id);
  return id;
};

/** Notes that the document says what was found. */
export const showFinding = ({ analysis, collected }: Making, finding: Finding): void => {
  const method = analysis.madeBy.findings.get(finding.id);
  if (method !== undefined) collected.methods.add(method);
  for (const id of finding.figures) noteFigure(collected, id);
};

/** Text that rests on figures, which its reader can have explained. */
export const explained = (html: Html, figures: readonly FigureId[]): Html =>
  figures.length === 0 ? html : `<span data-figure="${figures.map(escapeMarkup).join(' ')}">${html}</span>`;
