import type { FigureId, Unit } from '../model/figure.ts';
import type { Column } from '../model/series.ts';

/** A value as files of tables hold it. Numbers are as computed, shares as fractions; dates are ISO texts. */
export type Value = string | number | boolean | null;

/** What the values of a column are, whatever the file calls it. */
export type ValueKind = 'text' | 'number' | 'flag' | 'date';

export interface ExportColumn {
  /** Stable, for programs: the id of the column in its series. */
  readonly id: string;
  /** For people, in their language. */
  readonly title: string;
  readonly kind: ValueKind;
  /** Of numbers; absent where each row has its own, which the column after it names. */
  readonly unit?: Unit;
  /** Decimals to show of numbers, in the unit as printed. */
  readonly precision: number;
  readonly signed: boolean;
  /** Absent for columns that belong to no series. */
  readonly of?: Column['kind'];
}

export interface ExportTable {
  /** `portfolio.ranking`; that of the tables of all accounts is `account.actions`. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly Value[])[];
  /** Figures that cells show, row by row in the order of the columns; absent where no cell shows one. */
  readonly figures?: readonly (readonly (FigureId | undefined)[])[];
}

/** For whom tables are made: programs get ids and codes, each followed by its name; people get names alone. */
export type Audience = 'programs' | 'people';
