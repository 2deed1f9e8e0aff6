import type { Aggregate, Call, Formula, Operator } from './formula.ts';

export interface FormulaWords {
  /** How the input at a place prints. */
  input(index: number): string;
  number(value: number): string;
  /** How a day prints. */
  day(date: string): string;
  /** The least, greatest, … of some expressions, which are given as texts. */
  call(of: Exclude<Call, 'absolute'>, parts: readonly string[]): string;
  /** A sum, mean, … of the inputs from one place to another, the end excluded. */
  aggregate(of: Aggregate, from: number, to: number | undefined): string;
}

/** The formula as text; brackets only where they are needed. */
export const formulaText = (formula: Formula, words: FormulaWords): string => {
  switch (formula.kind) {
    case 'input':
      return words.input(formula.index);
    case 'number':
      return words.number(formula.value);
    case 'day':
      return words.day(formula.date);
    case 'aggregate':
      return words.aggregate(formula.of, formula.from, formula.to);
    case 'call': {
      const parts = formula.parts.map(part => formulaText(part, words));
      return formula.of === 'absolute' ? `|${parts.join('')}|` : words.call(formula.of, parts);
    }
    case 'binary': {
      const { operator, left, right } = formula;
      const side = (part: Formula, isRight: boolean): string => {
        const text = formulaText(part, words);
        return needsBrackets(part, operator, isRight) ? `(${text})` : text;
      };
      return `${side(left, false)} ${operator} ${side(right, true)}`;
    }
  }
};

const needsBrackets = (part: Formula, outer: Operator, isRight: boolean): boolean => {
  if (part.kind !== 'binary') return false;
  const [inner, around] = [strength(part.operator), strength(outer)];
  return (
    inner < around || (inner === around && (outer === '^' || (isRight && (outer === '−' || outer === '÷'))))
  );
};

const strengths: Readonly<Record<Operator, number>> = { '+': 1, '−': 1, '×': 2, '÷': 2, '^': 3 };
const strength = (operator: Operator): number => strengths[operator];
