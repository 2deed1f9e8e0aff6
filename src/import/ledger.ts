import type { Row } from './rows.ts';
import type { Destination } from './section.ts';
import type { Cell, UnreadableLine } from './table.ts';

/** Why a row is not in the workspace. */
export type RejectCode =
  | 'no-account'
  | 'unknown-account'
  | 'unknown-reference'
  | 'no-id'
  | 'id-taken'
  | 'quarter-taken'
  | 'invalid'
  | 'set-aside'
  | 'unreadable';

export interface Reject {
  readonly into: Destination | 'unreadable';
  /** 1-based place in the result of the statement; absent where no statement saw the row. */
  readonly row?: number;
  /** File that it was read from, and the row or line in it, where known. */
  readonly file?: string;
  readonly fileRow?: number;
  readonly fileLine?: number;
  readonly code: RejectCode;
  readonly reason: string;
  readonly values: Readonly<Record<string, Cell>>;
}

/** What became of the rows of one section: read = used + rejected. */
export interface Count {
  readonly into: Destination | 'unreadable';
  /** Line of the section's header in the SQL file; absent for lines that no statement saw. */
  readonly line?: number;
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
}

/** Keeps account of every row: each one is settled once, as used or as rejected with its reason. */
export class Ledger {
  readonly #settled = new Map<Row, Reject | 'used'>();

  use(row: Row): void {
    this.#settle(row, 'used');
  }

  reject(row: Row, code: RejectCode, reason: string): void {
    this.#settle(row, { ...placeOf(row), code, reason, values: row.cells });
  }

  /** A row that the SQL itself rejects, with its reason in a column. */
  setAside(row: Row): void {
    const { reason = 'set aside by the SQL', ...values } = row.cells;
    this.#settle(row, { ...placeOf(row), code: 'set-aside', reason: String(reason), values });
  }

  /** @throws Error where a row was left out or settled twice: nothing may be dropped in silence */
  close(rows: readonly Row[]): { readonly counts: readonly Count[]; readonly rejects: readonly Reject[] } {
    const counts = new Map<number, Count>();
    const rejects: Reject[] = [];
    for (const row of rows) {
      const outcome = this.#settled.get(row);
      if (outcome === undefined) throw new Error(`Row ${row.number} for ${row.section.into} was not settled`);
      const { into, line } = row.section;
      const { read, used, rejected } = counts.get(line) ?? { read: 0, used: 0, rejected: 0 };
      const isUsed = outcome === 'used';
      counts.set(line, {
        into,
        line,
        read: read + 1,
        used: used + (isUsed ? 1 : 0),
        rejected: rejected + (isUsed ? 0 : 1),
      });
      if (!isUsed) rejects.push(outcome);
    }
    return { counts: [...counts.values()], rejects };
  }

  #settle(row: Row, outcome: Reject | 'used'): void {
    if (this.#settled.has(row))
      throw new Error(`Row ${row.number} for ${row.section.into} was settled twice`);
    this.#settled.set(row, outcome);
  }
}

const placeOf = ({ section, number, origin }: Row): Pick<Reject, 'into' | 'row' | 'file' | 'fileRow'> => ({
  into: section.into,
  row: number,
  ...(origin?.file === undefined ? {} : { file: origin.file }),
  ...(origin?.row === undefined ? {} : { fileRow: origin.row }),
});

/** A line that the database could not take apart, as a reject. */
export const rejectOf = (line: UnreadableLine): Reject => ({
  into: 'unreadable',
  file: line.file,
  fileLine: line.line,
  code: 'unreadable',
  reason: line.reason,
  values: { text: line.text },
});
