import type { TargetName } from './targets.ts';

/** Where the rows of a section go: a target, the report (rows that the SQL itself sets aside), or nowhere. */
export type Destination = TargetName | 'rejects' | 'preparation';

/** The statements between two headers of an import's SQL file. */
export interface Section {
  readonly into: Destination;
  /** Path of the SQL file, as the user gave it. */
  readonly file: string;
  /** 1-based line of the header; 0 for what stands before the first one. */
  readonly line: number;
  /** The statements, with empty lines before them so that line numbers of errors are those of the file. */
  readonly sql: string;
}
