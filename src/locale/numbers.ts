import { Decimal } from 'decimal.js';
import type { Unit } from '../model/figure.ts';
import type { Conventions } from './conventions.ts';

const nbsp = '\u00a0';
const minus = '\u2212';

export interface NumberStyle {
  /** Decimals, always all of them. */
  readonly precision: number;
  /** A plus sign before positive values. */
  readonly signed?: boolean;
  /** Tables group four digits too; running text of Spanish groups from five. */
  readonly place?: 'table' | 'text';
}

export interface NumberFormats {
  /** Digits alone, with a true minus sign. */
  number(value: number, style: NumberStyle): string;
  /** Value and unit, never parted at a line end. Money prints with its symbol. */
  measure(value: number, unit: Unit, style: NumberStyle): string;
  /** The value without its unit, as tables and charts print it under a head that names the unit: shares as percentages. */
  bare(value: number, unit: Unit, style: NumberStyle): string;
}

/** Unit words of a language: `pp`, `p. p.`, …; `{n}` of a plural is resolved by the caller's messages. */
export type UnitWord = (unit: string, value: number) => string;

/**
 * Formatters of one locale. They rest on its conventions alone: what a Node release knows of a language changes from one to
 * the next, and pages must not. Halves are rounded away from zero, by the decimal form of the number: 1.005 is 1.01.
 */
export const createNumberFormats = (conventions: Conventions, word: UnitWord): NumberFormats => {
  const { of, fill, symbol } = conventions;
  const digitsOf = (value: Decimal, { precision, place }: NumberStyle): string => {
    const [whole = '', decimals] = value.abs().toFixed(precision, Decimal.ROUND_HALF_UP).split('.');
    const grouped =
      whole.length >= (place === 'text' ? Number(of('groupFrom')) : 4)
        ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, of('group'))
        : whole;
    return decimals === undefined ? grouped : `${grouped}${of('decimal')}${decimals}`;
  };
  const signOf = (value: Decimal, { precision, signed }: NumberStyle): string => {
    const rounded = value.toDecimalPlaces(precision, Decimal.ROUND_HALF_UP);
    if (rounded.isZero()) return '';
    if (rounded.isNegative()) return minus;
    return signed === true ? '+' : '';
  };
  const scaled = (value: number, unit: Unit): Decimal =>
    unit === 'share' || unit === 'points' ? new Decimal(value).times(100) : new Decimal(value);
  const bare: NumberFormats['bare'] = (value, unit, style) => {
    const shown = scaled(value, unit);
    return signOf(shown, style) + digitsOf(shown, style);
  };
  const measure: NumberFormats['measure'] = (value, unit, style) => {
    const shown = scaled(value, unit);
    const sign = signOf(shown, style);
    const n = digitsOf(shown, style);
    if (unit === 'share') return `${sign}${fill('percent', { n })}`.replaceAll(' ', nbsp);
    if (unit.startsWith('money:'))
      return sign + withSymbol(fill('money', { n, symbol: symbol(unit.slice(6)) }));
    const suffix = word(unit, value).replaceAll(' ', nbsp);
    return suffix === '' ? sign + n : `${sign}${n}${nbsp}${suffix}`;
  };
  const rememberedBare = remembering(bare);
  return {
    number: (value, style) => rememberedBare(value, 'index', style),
    bare: rememberedBare,
    measure: remembering(measure),
  };
};

/** Numbers of a portfolio recur in most of its documents. More than those of one document, and no more than a few megabytes. */
const textsKept = 20_000;

/** Formats a number once, however often it is printed; forgets all when there are many, so that memory has a bound. */
const remembering = (format: NumberFormats['measure']): NumberFormats['measure'] => {
  const known = new Map<string, string>();
  return (value, unit, style) => {
    const key = `${value} ${unit} ${style.precision} ${style.signed === true} ${style.place === 'text'}`;
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    if (known.size >= textsKept) known.clear();
    const text = format(value, unit, style);
    known.set(key, text);
    return text;
  };
};

/** A code before the digits needs room that a symbol does not: MXN 1,234.50 beside €1,234.50. */
const withSymbol = (text: string): string =>
  text.replaceAll(' ', nbsp).replace(/^(\p{L}+)(?=\d)/u, `$1${nbsp}`);
