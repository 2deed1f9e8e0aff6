import type { Outcome } from '../model/diagnostic.ts';
import type { Section } from './section.ts';

/** A value of a query's result. Dates are ISO text; numbers that a double can't hold exactly stay text. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };

/** The result of a statement that returns rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A line of a source file that the reader of the database could not take apart. */
export interface UnreadableLine {
  readonly file: string;
  /** 1-based line in the file. */
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

/** What runs the SQL of an import. */
export interface Database {
  /** Runs the statements of a section in order. Its table is that of its one statement that returns rows; preparation has none. */
  run(section: Section): Promise<Outcome<Table>>;
  /** Lines that were skipped so far, each once. */
  unreadable(): Promise<readonly UnreadableLine[]>;
  close(): Promise<void>;
}
