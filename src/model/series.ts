import type { FigureId, FigureInput, SeriesId, Unit } from './figure.ts';

/** What a column holds, and therefore how the locale prints it. */
export type ColumnKind =
  | { readonly kind: 'measure'; readonly unit: Unit; readonly precision: number; readonly signed?: boolean }
  /**
   * An account or customer id; prints its short or full name. A row of several accounts has none: the term under
   * `terms.<absent>`, which gets the numbers of the row, says what they are.
   */
  | { readonly kind: 'account'; readonly absent?: string }
  | { readonly kind: 'person'; readonly absent?: string }
  | { readonly kind: 'period' }
  | { readonly kind: 'date' }
  /** A code of a closed vocabulary; the locale prints `terms.<vocabulary>.<code>`. */
  | { readonly kind: 'term'; readonly vocabulary: string; readonly absent?: string }
  /** Several codes of a closed vocabulary, parted by spaces. */
  | { readonly kind: 'terms'; readonly vocabulary: string }
  /** A string or localized text of the workspace; where there is none, the term under `terms.<absent>` stands in its place. */
  | { readonly kind: 'text'; readonly absent?: string }
  /** A word that the data use as it is, translated by the vocabulary of the workspace. */
  | { readonly kind: 'word' }
  | { readonly kind: 'flag' };

export type Column = {
  readonly id: string;
  /**
   * Id of the figure that a cell shows, with other columns of its row in braces: `account.{account}.share`. A row where
   * one of them is missing has no figure.
   */
  readonly figure?: string;
} & ColumnKind;
export type Cell = number | string | boolean | null | Readonly<Record<string, string>>;
export type Row = Readonly<Record<string, Cell>>;

/**
 * Named rows for tables and charts. `null` is missing, never zero. Column titles come from the locale (`columns.<id>`). Where
 * the inputs grow with the portfolio, they are properties of the object itself that list them whenever somebody asks.
 */
export interface Series {
  readonly id: SeriesId;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly inputs: readonly FigureInput[];
  /** True where the audience may not see all of it: rows are gone, or cells are empty. */
  readonly withheld?: true;
  /** What each row was made from, in the order of the rows; absent where every cell names its figure. */
  readonly rowInputs?: readonly (readonly FigureInput[])[] | undefined;
}

/** The figure that a cell shows; undefined where the column names none for this row. */
export const figureOfCell = ({ figure }: Column, row: Row): FigureId | undefined => {
  if (figure === undefined) return undefined;
  const { first, names } = partsOf(figure);
  let id = first;
  for (const { name, after } of names) {
    const value = row[name];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    id += `${value}${after}`;
  }
  return id;
};

interface IdParts {
  /** What stands before the first column. */
  readonly first: string;
  /** Columns in braces, and what stands after each. */
  readonly names: readonly { readonly name: string; readonly after: string }[];
}

const known = new Map<string, IdParts>();

/** The code names a hundred such ids, and a page fills them in for thousands of cells. */
const partsOf = (figure: string): IdParts => {
  const ready = known.get(figure);
  if (ready !== undefined) return ready;
  const [first = '', ...rest] = figure.split(/\{([^}]+)\}/);
  const names = rest.flatMap((name, index) =>
    index % 2 === 0 ? [{ name, after: rest[index + 1] ?? '' }] : [],
  );
  const parts = { first, names };
  known.set(figure, parts);
  return parts;
};
