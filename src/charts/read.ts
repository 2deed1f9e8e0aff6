import type { SeriesId } from '../model/figure.ts';
import type { Row } from '../model/series.ts';
import type { ChartInput, Drawn } from './chart.ts';

/** The rows of a series; none where the analysis has no such series. */
export const rowsOf = ({ analysis }: ChartInput, id: SeriesId): readonly Row[] =>
  analysis.series.get(id)?.rows ?? [];

/** Undefined where the cell is missing or no number. */
export const numberIn = (row: Row, column: string): number | undefined => {
  const cell = row[column];
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined;
};

/** Ids and codes; empty where the cell is missing. */
export const codeIn = (row: Row, column: string): string => {
  const cell = row[column];
  return typeof cell === 'string' ? cell : '';
};

export const flagIn = (row: Row, column: string): boolean => row[column] === true;

/** A text of the workspace in the reader's language. */
export const textIn = ({ locale }: ChartInput, row: Row, column: string): string => {
  const cell = row[column];
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' && cell !== null ? locale.marked(cell) : '';
};

/** The word for a code of a closed vocabulary, named by the column of the series. */
export const termIn = (input: ChartInput, id: SeriesId, row: Row, column: string): string => {
  const found = input.analysis.series.get(id)?.columns.find(one => one.id === column);
  const code = codeIn(row, column);
  return found?.kind === 'term' ? input.locale.term(found.vocabulary, code) : code;
};

/** Currency of a money column, the reporting currency where the column does not say. */
export const currencyIn = ({ analysis }: ChartInput, id: SeriesId, column: string): string => {
  const found = analysis.series.get(id)?.columns.find(one => one.id === column);
  return found?.kind === 'measure' && found.unit.startsWith('money:')
    ? found.unit.slice(6)
    : analysis.scope.workspace.settings.currency;
};

export const nothingToDraw: Drawn = { unavailable: { code: 'not-recorded' } };

/** Nothing to draw, with what it means that the series is there and has no rows. */
export const emptySeries = ({ analysis }: ChartInput, id: SeriesId, code: string): Drawn =>
  analysis.series.get(id)?.rows.length === 0 ? { unavailable: { code } } : nothingToDraw;
