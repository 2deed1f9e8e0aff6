import type { Row } from '../model/series.ts';
import type { ChartInput } from './chart.ts';
import type { Glyph } from './glyphs.ts';
import { codeIn, numberIn, textIn } from './read.ts';
import { colours } from './theme.ts';

/** States of a cell, and the form of each: what we have is full, what is sought is on its way, what could be is pale. */
export const stateGlyphs = {
  have: { shape: 'square', fill: 'solid', color: colours.ink },
  open: { shape: 'triangle-right', fill: 'solid', color: colours.ink },
  white: { shape: 'circle', fill: 'solid', color: colours.py },
  lost: { shape: 'cross', fill: 'solid', color: colours.bad },
  'not-applicable': { shape: 'dash', fill: 'solid', color: colours.py },
} as const satisfies Readonly<Record<string, Glyph>>;
export type CellState = keyof typeof stateGlyphs;
export const cellStates = Object.keys(stateGlyphs) as readonly CellState[];

export interface WhitespaceCell {
  /** Row of the series that it shows. */
  readonly of: number;
  readonly state: CellState;
  /** Revenue a year that it could bring; undefined where nobody estimated one. */
  readonly potential: number | undefined;
}

/** One product line at every unit that the picture shows. */
export interface WhitespaceLine {
  readonly name: string;
  /** By name of the unit. */
  readonly cells: ReadonlyMap<string, WhitespaceCell>;
  /** Potential of the line at all units; undefined where no cell has one. */
  readonly potential: number | undefined;
}

const isState = (code: string): code is CellState => code in stateGlyphs;

/** The lines in the order of the series. */
export const linesOf = (input: ChartInput, rows: readonly Row[]): WhitespaceLine[] => {
  const lines = new Map<string, Map<string, WhitespaceCell>>();
  for (const [of, row] of rows.entries()) {
    const state = codeIn(row, 'state');
    if (!isState(state)) continue;
    const name = input.names.word(codeIn(row, 'productLine'), input.locale);
    const cells = lines.get(name) ?? new Map<string, WhitespaceCell>();
    cells.set(textIn(input, row, 'businessUnit'), { of, state, potential: numberIn(row, 'potential') });
    lines.set(name, cells);
  }
  return [...lines].map(([name, cells]) => ({ name, cells, potential: totalOf([...cells.values()]) }));
};

const totalOf = (cells: readonly WhitespaceCell[]): number | undefined => {
  const known = cells.flatMap(({ potential }) => potential ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, amount) => sum + amount, 0);
};
