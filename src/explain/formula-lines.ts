import { figureName } from '../locale/figure-names.ts';
import type { Locale } from '../locale/locale.ts';
import { dateOfDay } from '../model/days.ts';
import { decimalsOf } from '../model/decimals.ts';
import type { Figure } from '../model/figure.ts';
import { type Aggregate, type Formula, isOfPairs } from '../model/formula.ts';
import { formulaText } from '../model/formula-text.ts';
import { dateWritten, evaluate, numberWritten } from '../model/formula-value.ts';
import type { Explanation } from './explanation.ts';

/** A sum or mean of more terms prints as its value. */
const termsShown = 6;

/** Decimals of a number that the formula itself brings in, such as a critical value. */
const mostDecimals = 6;

/** One input of a formula: what it is called, its value, and how that prints. */
interface Term {
  readonly name: string;
  /** Inputs of the same kind share it. */
  readonly kind: string;
  readonly value?: number;
  readonly text: string;
  readonly isDate?: true;
  /** Prints another value of the same kind. */
  format(value: number): string;
}

/** The formula of a figure in words and in numbers; nothing where no expression says it. */
export const formulaLines = (
  figure: Figure,
  inputs: readonly Explanation[],
  locale: Locale,
): readonly string[] => {
  const { formula } = figure;
  if (formula === undefined || figure.value === undefined) return [];
  const terms = inputs.map(node => termOf(node, locale));
  const values = terms.map(({ value }) => value);
  const number = (value: number): string =>
    locale.number(value, { precision: Math.min(mostDecimals, decimalsOf(value)) });
  const call = (of: string, parts: readonly string[]): string => {
    const [value = '', ...others] = parts;
    return locale.t(`explain.call.${of}`, {
      parts: parts.join('; '),
      value,
      line: others[0] ?? '',
      pairs: arrowsOf(others),
    });
  };
  // A sign beside an operator is hard to read.
  const operand = (text: string): string =>
    formula.kind === 'binary' && text.startsWith('\u2212') ? `(${text})` : text;
  const words = formulaText(formula, {
    input: index => `${terms[index]?.name ?? ''}${markOf(inputs, terms, index)}`,
    number,
    day: date => locale.date(date),
    call,
    aggregate: (of, from, to) => aggregateWords(of, terms.slice(from, to), locale),
  });
  const numbers = formulaText(formula, {
    input: index => operand(terms[index]?.text ?? ''),
    number,
    day: date => locale.date(date),
    call,
    aggregate: (of, from, to) => {
      const part: Formula = { kind: 'aggregate', of, from, ...(to === undefined ? {} : { to }) };
      const value = evaluate(part, values);
      if (value === undefined) return '';
      const shown = terms.slice(from, to);
      const limit = isOfPairs(of) ? 2 * termsShown : termsShown;
      const spelled = shown.length > limit ? undefined : spelledOut(of, shown);
      if (spelled !== undefined)
        return formula.kind === 'aggregate' || shown.length === 1 ? operand(spelled) : `(${spelled})`;
      return isPlain(of) ? number(value) : operand(terms[from]?.format(value) ?? number(value));
    },
  });
  return words === numbers ? [`= ${numbers}`] : [`= ${words}`, `= ${numbers}`];
};

/** What tells a figure from others of the same name: the part of its id in which they differ. */
const markOf = (inputs: readonly Explanation[], terms: readonly Term[], place: number): string => {
  const alike = inputs.filter((_, index) => terms[index]?.name === terms[place]?.name).map(partsOfId);
  const own = partsOfId(inputs[place]);
  const differing = own.find((part, index) => alike.some(other => other[index] !== part));
  return differing === undefined ? '' : ` (${differing})`;
};

const partsOfId = (node: Explanation | undefined): readonly string[] =>
  node !== undefined && 'figure' in node ? node.figure.id.split('.') : [];

/** `0 → 1; 500.000 → 10` */
const arrowsOf = (parts: readonly string[]): string =>
  parts.flatMap((at, place) => (place % 2 === 0 ? [`${at} → ${parts[place + 1] ?? ''}`] : [])).join('; ');

/** Counts, squares and days are no longer of the kind of their inputs. */
const isPlain = (of: Aggregate): boolean => of === 'count' || of === 'sum of squares' || isOfDays(of);

const isOfDays = (of: Aggregate): boolean => of === 'mean of days' || of === 'median of days';

/** Few terms print one by one. */
const spelledOut = (of: Aggregate, terms: readonly Term[]): string | undefined => {
  const known = terms.filter(({ value }) => value !== undefined);
  switch (of) {
    case 'sum':
      return known.map(({ text }) => text).join(' + ');
    case 'mean':
      return known.length === 0 || known.some(term => term.isDate === true)
        ? undefined
        : `(${known.map(({ text }) => text).join(' + ')}) ÷ ${known.length}`;
    case 'sum of products':
      return productsOf(terms).join(' + ');
    case 'weighted mean': {
      const weights = pairsOf(terms).map(([, weight]) => weight.text);
      return `(${productsOf(terms).join(' + ')}) ÷ (${weights.join(' + ')})`;
    }
    case 'mean of days': {
      const days = pairsOf(terms).map(([first, last]) => `${(last.value ?? 0) - (first.value ?? 0)}`);
      return `(${days.join(' + ')}) ÷ ${days.length}`;
    }
    default:
      return undefined;
  }
};

const productsOf = (terms: readonly Term[]): readonly string[] =>
  pairsOf(terms).map(([value, weight]) => `${value.text} × ${weight.text}`);

/** Value and weight, where both are known. */
const pairsOf = (terms: readonly Term[]): readonly (readonly [Term, Term])[] =>
  terms.flatMap((value, place) => {
    const weight = place % 2 === 0 ? terms[place + 1] : undefined;
    return value.value === undefined || weight?.value === undefined ? [] : [[value, weight] as const];
  });

const termOf = (node: Explanation, locale: Locale): Term => {
  const format = (value: number): string => locale.number(value, { precision: decimalsOf(value) });
  if (node.kind === 'source') {
    const name = node.ref.path.join('.');
    const kind = String(node.ref.path.at(-1) ?? node.ref.file);
    const { written } = node;
    const value = written === undefined ? undefined : numberWritten(written);
    const date = written === undefined ? undefined : dateWritten(written);
    if (value !== undefined && date !== undefined)
      return {
        name,
        kind,
        text: locale.date(date),
        value,
        // The mean of some dates lies between two days.
        format: days => locale.date(dateOfDay(Math.round(days))),
        isDate: true,
      };
    return {
      name,
      kind,
      text: value === undefined ? (written ?? name) : format(value),
      format,
      ...(value === undefined ? {} : { value }),
    };
  }
  if (node.kind === 'unknown') return { name: node.id, kind: node.id, text: node.id, format };
  const { figure } = node;
  const name = figureName(figure.id, locale) ?? figure.id;
  return {
    name,
    kind: name,
    text: figure.unavailable === undefined ? locale.figure(figure) : '–',
    format: value => locale.figure({ ...figure, value }),
    ...(typeof figure.value === 'number' ? { value: figure.value } : {}),
  };
};

const aggregateWords = (of: Aggregate, terms: readonly Term[], locale: Locale): string => {
  const [first] = terms;
  const alike = first !== undefined && terms.every(({ kind }) => kind === first.kind);
  return locale.t(`explain.aggregate.${of.replaceAll(' ', '-')}`, {
    count: isOfDays(of) ? terms.length / 2 : terms.length,
    name: alike ? withinPhrase(first.kind, locale) : locale.t('explain.inputs'),
  });
};

/** Names begin with a capital; within a phrase only abbreviations keep it. */
const withinPhrase = (name: string, { tag }: Locale): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.slice(0, 1).toLocaleLowerCase(tag) + name.slice(1) : name;
