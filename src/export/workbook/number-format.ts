import type { Locale } from '../../locale/locale.ts';
import type { Unit } from '../../model/figure.ts';

export interface NumberLook {
  readonly precision: number;
  readonly signed: boolean;
}

/**
 * The number format of a unit, as spreadsheets write it: they put in the marks of the reader's own settings; where the symbol
 * stands is that of the locale. A true minus sign, as on the pages.
 */
export const numberFormat = (unit: Unit, { precision, signed }: NumberLook, locale: Locale): string => {
  const digits = `#,##0${precision > 0 ? `.${'0'.repeat(precision)}` : ''}`;
  const positive = around(unit, digits, locale);
  return signed ? `+${positive};"−"${positive};${positive}` : `${positive};"−"${positive}`;
};

/** Where the locale puts symbol or sign of a unit, seen on a number that it formats. */
const around = (unit: Unit, digits: string, locale: Locale): string => {
  if (unit !== 'share' && !unit.startsWith('money:')) return digits;
  const [before = '', after = ''] = locale.measure(0, unit, { precision: 0 }).split('0');
  if (unit === 'share') return `${digits}${literal(after.replace('%', ''))}%`;
  return `${literal(before)}${digits}${literal(after)}`;
};

const literal = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);

/** A day, as the locale writes dates in tables; the names of months are those of the reader's settings. */
export const dateFormat = (locale: Locale): string =>
  /^\d+\D/.test(locale.shortDate('2026-01-05')) ? 'd mmm yyyy' : 'mmm d, yyyy';
