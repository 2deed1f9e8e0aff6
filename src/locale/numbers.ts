import type { Unit } from '../model/figure.ts';

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

/** Formatters of one locale tag. Made once per locale: Intl objects are dear. */
export const createNumberFormats = (tag: string, word: UnitWord): NumberFormats => {
  const cache = new Map<string, Intl.NumberFormat>();
  const formatter = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let known = cache.get(key);
    if (known === undefined) {
      known = new Intl.NumberFormat(tag, options);
      cache.set(key, known);
    }
    return known;
  };
  const options = ({ precision, signed, place }: NumberStyle): Intl.NumberFormatOptions => ({
    minimumFractionDigits: precision,
    maximumFractionDigits: precision,
    signDisplay: signed === true ? 'exceptZero' : 'negative',
    useGrouping: place === 'text' ? 'auto' : 'always',
  });
  const clean = (text: string): string =>
    text.replaceAll('-', minus).replaceAll('\u202f', nbsp).replaceAll(' ', nbsp);
  const number: NumberFormats['number'] = (value, style) => clean(formatter(options(style)).format(value));
  const bare: NumberFormats['bare'] = (value, unit, style) =>
    number(unit === 'share' || unit === 'points' ? value * 100 : value, style);
  return {
    number,
    bare,
    measure(value, unit, style) {
      if (unit === 'share') return clean(formatter({ ...options(style), style: 'percent' }).format(value));
      if (unit.startsWith('money:'))
        return clean(
          formatter({
            ...options(style),
            style: 'currency',
            currency: unit.slice(6),
            currencyDisplay: 'narrowSymbol',
          }).format(value),
        );
      const suffix = word(unit, value);
      return suffix === ''
        ? bare(value, unit, style)
        : `${bare(value, unit, style)}${nbsp}${suffix.replaceAll(' ', nbsp)}`;
    },
  };
};
