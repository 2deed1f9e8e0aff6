import type { Cell, Row, Series } from '../model/series.ts';
import type { TableCellOptions } from './cells.ts';

/** The rows of a table, as its options and the findings of its section want them. */
export interface ChosenRows {
  readonly rows: readonly Row[];
  /** Those that the limit cuts off. */
  readonly rest: readonly Row[];
  /** Those without a value in the column that asks for one. */
  readonly without: readonly Row[];
}

/** Fewer rows are not worth leaving out: the line that counts them takes room, too, and who looks for one misses it. */
const leastLeftOut = 5;

/**
 * The rows to show. A table that is shortened keeps what its section speaks of, unless it is said to be ranked: a smaller row
 * after a larger one that is left out would belie the order.
 *
 * @param named accounts and codes that the findings of the section name
 * @param head column that says what a row is about
 */
export const chooseRows = (
  series: Series,
  {
    where,
    except,
    order,
    recorded,
    limit,
    ranked,
  }: Pick<TableCellOptions, 'where' | 'except' | 'order' | 'recorded' | 'limit' | 'ranked'>,
  named: ReadonlySet<string>,
  head: string | undefined,
): ChosenRows => {
  const wanted = series.rows
    .filter(
      row =>
        Object.entries(where ?? {}).every(([id, value]) => row[id] === value) &&
        !Object.entries(except ?? {}).some(([id, values]) => values.some(value => row[id] === value)),
    )
    .sort(byColumns(order ?? []));
  const has = (row: Row): boolean =>
    recorded === undefined || [recorded].flat().some(id => (row[id] ?? '') !== '');
  const [kept, without] = [wanted.filter(has), wanted.filter(row => !has(row))];
  const subjects = series.columns.filter(({ id, kind }) => kind === 'account' || id === head);
  // Who has several rows is there with the first of them.
  const met = new Set<string>();
  const isShown = (row: Row, index: number): boolean => {
    const names = subjects.flatMap(({ id }) => nameIn(row[id], named)).filter(name => !met.has(name));
    for (const name of names) met.add(name);
    return index < (limit ?? kept.length) || (names.length > 0 && ranked !== true);
  };
  const shown = new Set(kept.filter(isShown));
  const rows = kept.filter(row => shown.has(row));
  return kept.length - rows.length < leastLeftOut
    ? { rows: kept, rest: [], without }
    : { rows, rest: kept.filter(row => !shown.has(row)), without };
};

/** The column that a part of the order names, without the minus of a falling one. */
export const orderedColumn = (part: string): string => part.replace(/^-/, '');

const byColumns =
  (order: readonly string[]) =>
  (a: Row, b: Row): number => {
    for (const part of order) {
      const id = orderedColumn(part);
      const compared = compareCells(a[id], b[id], part.startsWith('-') ? -1 : 1);
      if (compared !== 0) return compared;
    }
    return 0;
  };

/** Numbers and flags by size, dates and codes as they are written; texts, which each language writes its own way, stay. */
const compareCells = (a: Cell | undefined, b: Cell | undefined, direction: 1 | -1): number => {
  const [one, other] = [a, b].map(cell => (cell === null || typeof cell === 'object' ? undefined : cell));
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  if (one === other) return 0;
  return one < other ? -direction : direction;
};

const nameIn = (cell: Cell | undefined, named: ReadonlySet<string>): string[] =>
  typeof cell === 'string' && named.has(cell) ? [cell] : [];
