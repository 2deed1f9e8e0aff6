import { fitBar, limitSample, pin, pinSample, sparkline, varianceBar } from '../charts/inline/index.ts';
import type { Column, Row } from '../model/series.ts';
import type { BlockContext } from './context.ts';
import { escapeMarkup } from './escape.ts';
import type { Html } from './model.ts';
import type { TableColumnOption } from './table-options.ts';

type ColumnOption = Exclude<TableColumnOption, string>;
type Look = ColumnOption['as'];
export type GraphicLook = Exclude<Look, 'text' | 'short' | 'with-unit' | 'coverage'>;

export interface GraphicInput {
  readonly row: Row;
  readonly rows: readonly Row[];
  /** Columns of the table with the same graphic, this one among them. */
  readonly alike: readonly Column[];
  readonly column: Column;
  readonly option: ColumnOption;
  readonly context: BlockContext;
}

export const isGraphic = (look: Look): look is GraphicLook =>
  look !== 'text' && look !== 'short' && look !== 'with-unit' && look !== 'coverage';

/** Whether the number stands beside its graphic in the same cell; the others have a column of their own for it. */
export const showsNumber = (look: GraphicLook): boolean =>
  look === 'pin' || look === 'fit-bar' || look === 'share-bar';

/** Millimetres to CSS pixels. */
const pixels = (millimetres: number): number => (millimetres * 96) / 25.4;
/** Room that a number beside a graphic needs, in millimetres, with the gap that sets the cell off from a number before it. */
const numberRoom = 16.5;
/** Millimetres that a graphic takes in a column that is given less: a width is a wish, as for texts. */
const leastRoom = 6;
/** Relative deviations beyond this are drawn as outliers, so that one of them does not flatten the others. */
const widestDeviation = 0.35;

export const graphicOf = (look: GraphicLook, input: GraphicInput): Html => {
  const { row, rows, alike, column, option } = input;
  const value = numberAt(row, column.id);
  const room = Math.max(leastRoom, (option.width ?? 24) - 2 - (showsNumber(look) ? numberRoom : 0));
  const width = pixels(room);
  switch (look) {
    case 'variance-bar':
      return varianceBar(value, { ...extent(rows, column.id), width, polarity: polarityOf(row) });
    case 'pin': {
      const limit = limitAt(row, column.id);
      return pin(relativeAt(row, column.id), {
        ...clipped(extent(rows, column.id, (one, id) => [relativeAt(one, id), limitAt(one, id)])),
        width,
        polarity: polarityOf(row),
        near: row.status === 'near',
        ...(limit === undefined ? {} : { limit }),
      });
    }
    case 'share-bar':
    case 'fit-bar': {
      const prior = numberAt(row, 'prior');
      // Shares side by side are compared with each other: their bars have one scale.
      const max = look === 'fit-bar' ? 1 : Math.max(...alike.map(({ id }) => extent(rows, id).max));
      return fitBar(value, { max, width, ...(look === 'fit-bar' && prior !== undefined ? { prior } : {}) });
    }
    case 'sparkline':
      return line(input, width);
  }
};

const numberAt = (row: Row, id: string): number | undefined => {
  const value = row[id];
  return typeof value === 'number' ? value : undefined;
};

/** A deviation among others: that of a score is in points, a hundred of which weigh as much as the whole of a target. */
const relativeAt = (row: Row, id: string): number | undefined => inParts(row, id, numberAt(row, id));

/** The deviation from which on the target is missed, where the series has one. */
const limitAt = (row: Row, id: string): number | undefined => inParts(row, id, numberAt(row, `${id}Limit`));

const inParts = (row: Row, id: string, value: number | undefined): number | undefined =>
  row[`${id}Unit`] === 'nps' && value !== undefined ? value / 100 : value;

/** What the heads of pins mean, and their limits where the rows have any: a line below the table. */
export const pinKey = (id: string, rows: readonly Row[], { locale }: BlockContext): Html | undefined => {
  if (rows.every(row => relativeAt(row, id) === undefined)) return undefined;
  const limited = rows.some(row => limitAt(row, id) !== undefined);
  const entries = limited
    ? ([
        [pinSample('good'), 'met'],
        [pinSample('near'), 'near'],
        [pinSample('bad'), 'missed'],
        [limitSample(), 'limit'],
      ] as const)
    : ([
        [pinSample('good'), 'good'],
        [pinSample('bad'), 'bad'],
      ] as const);
  const marks = entries.map(
    ([sample, name]) => `<span>${sample} ${escapeMarkup(locale.t(`interface.pins.${name}`))}</span>`,
  );
  return `<span class="key">${marks.join(' ')}</span>`;
};

const polarityOf = (row: Row): 'higher' | 'lower' => (row.polarity === 'lower' ? 'lower' : 'higher');

/** The same scale for all rows: from the least value, or zero, to the greatest. */
const extent = (
  rows: readonly Row[],
  id: string,
  valuesAt: (row: Row, id: string) => readonly (number | undefined)[] = (row, column) => [
    numberAt(row, column),
  ],
): { readonly min: number; readonly max: number } => {
  const values = rows.flatMap(row => valuesAt(row, id)).map(value => value ?? 0);
  return { min: Math.min(0, ...values), max: Math.max(0, ...values) };
};

const clipped = ({
  min,
  max,
}: {
  readonly min: number;
  readonly max: number;
}): { min: number; max: number } => ({
  min: Math.max(min, -widestDeviation),
  max: Math.min(max, widestDeviation),
});

/** The course of what the row is about, from the series that holds it, with its target. */
const line = ({ row, column, option, context }: GraphicInput, width: number): Html => {
  const history = option.of === undefined ? undefined : context.analysis.series.get(option.of);
  const rows = history?.rows ?? [];
  const own = new Map(
    rows.filter(point => point[column.id] === row[column.id]).map(point => [point.period, point]),
  );
  // Every row of the table has the same quarters, so that their lines compare; a quarter without a value is a gap.
  const periods = [...new Set(rows.map(({ period }) => String(period)))].sort();
  const target = numberAt(row, 'target');
  return sparkline(
    periods.map(period => numberAt(own.get(period) ?? {}, 'value')),
    { width, ...(target === undefined ? {} : { target }) },
  );
};
