import type { Analysis } from '../analysis/analyze.ts';
import { namedOf } from '../locale/sentence.ts';
import type { Figure, FigureId, SeriesId } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import type { Series } from '../model/series.ts';
import type { SourceRef } from '../model/source.ts';
import type { Collected } from './composer.ts';
import { escapeMarkup } from './escape.ts';
import type { Html, ShownRow } from './model.ts';

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
  { analysis, collected }: Making,
  series: SeriesId,
  rowInputs: Series['rowInputs'],
  index: number,
  name: string,
): string | undefined => {
  const inputs = rowInputs?.[index] ?? [];
  if (inputs.length === 0) return undefined;
  const method = analysis.madeBy.series.get(series);
  return noteRow(collected, {
    id: `${series}#${index + 1}`,
    name,
    inputs,
    ...(method === undefined ? {} : { method }),
  });
};

/** Notes that the document shows a field of an entity as it was recorded. @returns the id by which its card is found */
export const showField = (
  { collected }: Pick<Making, 'collected'>,
  entity: string,
  place: SourceRef,
  name: string,
): string => noteRow(collected, { id: `${entity}#${place.path.join('.')}`, name, inputs: [place] });

const noteRow = (collected: Collected, row: ShownRow): string => {
  collected.rows.set(row.id, row);
  noteSection(collected, row.id);
  return row.id;
};

/** Notes that the document says what was found. */
export const showFinding = ({ analysis, collected }: Making, finding: Finding): void => {
  const method = analysis.madeBy.findings.get(finding.id);
  if (method !== undefined) collected.methods.add(method);
  for (const id of finding.figures) noteFigure(collected, id);
  for (const name of namesIn(finding)) collected.named.add(name);
};

/** Accounts and codes that the sentence of a finding names. */
const namesIn = ({ account, params }: Finding): string[] => [
  ...(account === undefined ? [] : [account]),
  ...Object.values(params).flatMap(param => {
    if (param.kind === 'account') return [param.id];
    if (param.kind === 'accounts') return namedOf(param.ids);
    return param.kind === 'term' ? [param.code] : [];
  }),
];

/**
 * Text that rests on figures, which its reader can have explained.
 * @param of what the text is: words within a sentence, or a whole one that may stand beside others of its kind
 */
export const explained = (
  html: Html,
  figures: readonly FigureId[],
  of: 'words' | 'sentence' = 'words',
): Html => {
  if (figures.length === 0) return html;
  const kind = of === 'sentence' ? ' class="said"' : '';
  return `<span data-figure="${figures.map(escapeMarkup).join(' ')}"${kind}>${html}</span>`;
};
