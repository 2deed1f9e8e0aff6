import type { Place } from '../../explain/explanation.ts';
import type { ById } from '../../model/by-id.ts';
import type { Figure, FigureId, FigureInput } from '../../model/figure.ts';
import { evaluate } from '../../model/formula-value.ts';
import { compareIds } from '../../model/order.ts';
import { isSourceRef, type SourceRef } from '../../model/source.ts';
import type { CellPlace } from './sheet.ts';
import { spreadsheetFormula } from './spreadsheet-formula.ts';

/** A recorded number that figures rest on. */
export interface RecordedNumber {
  readonly ref: SourceRef;
  readonly line: number;
  readonly value: number;
}

/** Figures that are computed again when a number changes: where each stands, and how it follows from the others. */
export interface LiveModel {
  readonly figures: readonly Figure[];
  readonly numbers: readonly RecordedNumber[];
  /** Undefined for a figure that is not in the workbook, or has no number. */
  placeOf(figure: FigureId): CellPlace | undefined;
  /** The number of a figure of the workbook. */
  numberOf(figure: FigureId): number | undefined;
  /** Place of an input; undefined where it has no number. */
  placeOfInput(input: FigureInput): CellPlace | undefined;
  /** How a figure follows from cells; undefined where no expression says it, or where it would not give the product's number. */
  formulaOf(figure: Figure): string | undefined;
}

interface Layout {
  /** Sheet of the figures, and the column of their values. */
  readonly figures: Pick<CellPlace, 'sheet' | 'column'>;
  readonly numbers: Pick<CellPlace, 'sheet' | 'column'>;
}

/** @param shown figures that the workbook shows; those that they rest on come with them */
export const liveModel = (
  shown: Iterable<FigureId>,
  all: ById<Figure>,
  locate: (ref: SourceRef) => Place,
  layout: Layout,
): LiveModel => {
  const { figures, refs } = reached(shown, all);
  const numbers = numbersAt(refs, locate);
  const rowOfFigure = new Map(figures.map(({ id }, index) => [id, index + 2]));
  const rowOfNumber = new Map(numbers.map(({ ref }, index) => [keyOf(ref), index + 2]));
  const byId = new Map(figures.map(figure => [figure.id, figure]));
  const values = new Map(numbers.map(({ ref, value }) => [keyOf(ref), value]));
  const numberOf = (input: FigureInput): number | undefined => {
    const value = isSourceRef(input) ? values.get(keyOf(input)) : byId.get(input)?.value;
    return typeof value === 'number' ? value : undefined;
  };
  const placeOfInput = (input: FigureInput): CellPlace | undefined => {
    if (numberOf(input) === undefined) return undefined;
    const row = isSourceRef(input) ? rowOfNumber.get(keyOf(input)) : rowOfFigure.get(input);
    return row === undefined ? undefined : { ...(isSourceRef(input) ? layout.numbers : layout.figures), row };
  };
  return {
    figures,
    numbers,
    placeOf: placeOfInput,
    numberOf,
    placeOfInput,
    formulaOf: ({ formula, inputs, value }) => {
      if (formula === undefined || typeof value !== 'number') return undefined;
      const again = evaluate(formula, inputs.map(numberOf));
      if (again === undefined || !isSame(again, value)) return undefined;
      return spreadsheetFormula(formula, inputs.map(placeOfInput));
    },
  };
};

/** Sums of binary numbers against exact decimals. */
export const isSame = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

const keyOf = ({ file, path }: SourceRef): string => `${file} ${path.join('.')}`;

/** The figures and everything below them, by id; what has no formula rests on nothing here. */
const reached = (
  shown: Iterable<FigureId>,
  all: ById<Figure>,
): { readonly figures: readonly Figure[]; readonly refs: readonly SourceRef[] } => {
  const figures = new Map<FigureId, Figure>();
  const refs = new Map<string, SourceRef>();
  const waiting: FigureInput[] = [...shown];
  for (let input = waiting.pop(); input !== undefined; input = waiting.pop()) {
    if (isSourceRef(input)) {
      refs.set(keyOf(input), input);
      continue;
    }
    const figure = figures.has(input) ? undefined : all.get(input);
    if (figure === undefined) continue;
    figures.set(input, figure);
    if (figure.formula !== undefined) waiting.push(...figure.inputs);
  }
  return {
    figures: [...figures.values()].sort((a, b) => compareIds(a.id, b.id)),
    refs: [...refs.values()],
  };
};

const numbersAt = (
  refs: readonly SourceRef[],
  locate: (ref: SourceRef) => Place,
): readonly RecordedNumber[] =>
  refs
    .flatMap(ref => {
      const { span, written } = locate(ref);
      const value = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
      return span === undefined || !Number.isFinite(value) ? [] : [{ ref, line: span.line, value }];
    })
    .sort(
      (a, b) =>
        compareIds(a.ref.file, b.ref.file) || a.line - b.line || compareIds(keyOf(a.ref), keyOf(b.ref)),
    );
