import type { Value } from '../table.ts';

/** A sheet before it is a file: the first row is the head and stays in sight. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Without the head. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns that stay in sight, from the left. */
  readonly frozen: number;
  /** Rows that can be filtered, from the first on; all when absent. */
  readonly filtered?: number;
}

export interface SheetColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Whether its cells are numbers, which stand right, and so does its title. */
  readonly numeric?: boolean;
}

export interface SheetCell {
  /** What the product computed: what a formula shows until it is computed anew. */
  readonly value: Value;
  /** Without the equals sign. */
  readonly formula?: string;
  /** Number format, as spreadsheets write it. */
  readonly format?: string;
  readonly look?: 'total' | 'input';
  /** Sheet that a click leads to. */
  readonly leadsTo?: string;
}

/** A cell as formulas name it. */
export interface CellPlace {
  readonly sheet: string;
  /** From 0. */
  readonly column: number;
  /** As spreadsheets count: 1 is the head. */
  readonly row: number;
}

/** A, B, …, Z, AA, … */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** `'Todas las cifras'!$D$5` */
export const reference = (first: CellPlace, last: CellPlace = first): string => {
  const at = ({ column, row }: CellPlace): string => `$${letters(column)}$${row}`;
  const range = first === last || at(first) === at(last) ? at(first) : `${at(first)}:${at(last)}`;
  return `'${first.sheet.replaceAll("'", "''")}'!${range}`;
};

const longest = 31;

/** Names for sheets from titles: what spreadsheets allow, no two alike. */
export const sheetNames = (): ((title: string) => string) => {
  const taken = new Set<string>();
  return title => {
    const plain = title
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : ` ${number}`;
      const name = shortened(plain, longest - ending.length) + ending;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
};

const shortened = (text: string, most: number): string => {
  const characters = [...text];
  if (characters.length <= most && text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s,;.]+$/, '')}…`;
};
