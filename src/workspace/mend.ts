/** Hints that name the right spelling of what people write from habit. Each returns undefined where it has none to offer. */

import { currenciesOfToday, currencySchema } from '../model/currency.ts';
import { daysInMonth } from '../model/period.ts';
import { slug } from '../model/slug.ts';
import { suggest } from './suggest.ts';

/** A hint stays readable, whatever stands in the file. */
const longestId = 200;

/**
 * How to write the number, the truth value or the text that was meant.
 * @param source the value as it is written
 */
export const typeHint = (expected: string, value: unknown, source?: string): string | undefined => {
  if (value === null) return 'Fill it in, or delete the line.';
  switch (expected) {
    case 'number':
    case 'int':
      return typeof value === 'string' ? numberHint(value) : undefined;
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean'
        ? `Put it in quotes: "${source ?? value}".`
        : undefined;
    case 'boolean':
      return typeof value === 'string' ? truthHint(value) : undefined;
    case 'array':
      return isScalar(value) ? `Write it as a list: [${String(value)}].` : 'Start each entry with a dash.';
    default:
      return undefined;
  }
};

const isScalar = (value: unknown): boolean => typeof value !== 'object';

/** A number written the Spanish way, the English way, with a currency, a percent sign or in quotes. */
const numberHint = (text: string): string | undefined => {
  const percent = /%\s*$/.test(text);
  const bare = text.replace(/[\s€$£%\u00a0\u202f]|EUR|USD|GBP/g, '');
  const plain = plainNumber(bare);
  if (plain === undefined) return undefined;
  if (percent)
    return `Write a share as a number between 0 and 1: ${Number((Number(plain) / 100).toPrecision(12))}.`;
  const either = twoReadings(bare);
  if (either !== undefined) return either;
  return plain === text
    ? `Take the quotes away: ${plain}.`
    : `Write ${plain}: no thousands separator, and a point before the decimals.`;
};

/** "85,000" is eighty-five thousand to an English reader and eighty-five to a Spanish one: whoever wrote it has to say. */
export const twoReadings = (text: string): string | undefined => {
  if (!/^[-+]?[1-9]\d{0,2},\d{3}$/.test(text)) return undefined;
  const decimal = shortest(text.replace(',', '.'));
  return `Write ${text.replace(',', '')} if the comma separates thousands, ${decimal} if decimals follow it.`;
};

const plainNumber = (text: string): string | undefined => {
  if (/^[-+]?\d+(\.\d+)?$/.test(text)) return text;
  const spanish = /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;
  const english = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;
  // "12,500" may be either: a share, which has no thousands, is read the Spanish way; for others see twoReadings.
  if (spanish.test(text)) return shortest(text.replaceAll('.', '').replace(',', '.'));
  if (english.test(text)) return shortest(text.replaceAll(',', ''));
  return undefined;
};

const shortest = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

const truthHint = (text: string): string | undefined => {
  if (/^(yes|y|on|sí|si|s|verdadero|true)$/i.test(text)) return 'Write true.';
  if (/^(no|n|off|falso|false)$/i.test(text)) return 'Write false.';
  return undefined;
};

/** A date, quarter, id or currency in the form that is asked for. `rule` is the schema's own message. */
export const formatHint = (rule: string, text: string): string | undefined => {
  if (isDateRule(rule)) return noDayHint(text) ?? dateHint(text);
  if (rule.startsWith('a quarter')) return quarterHint(text);
  if (rule.startsWith('an id')) {
    const id = slug(text.slice(0, longestId));
    return id === undefined ? undefined : `Write ${id}.`;
  }
  return rule.startsWith('a currency') ? currencyHint(text) : undefined;
};

const currencyHint = (text: string): string | undefined => {
  const code = text.toUpperCase();
  if (code !== text && currencySchema.safeParse(code).success) return `Write ${code}.`;
  const meant = code.length === 3 ? suggest(code, currenciesOfToday()) : undefined;
  return meant === undefined ? undefined : `Did you mean ${meant}?`;
};

export const isDateRule = (rule: string): boolean => rule.startsWith('a date');

/** What is wrong with a date of the right form; undefined where it has another, or there is such a day. */
export const noDayHint = (text: string): string | undefined => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === '') return undefined;
  if (Number(month) > 12 && isDay(year, day, month))
    return `The month stands before the day: if ${day} is the month, write ${year}-${day}-${month}.`;
  if (Number(month) > 12 || month === '00') return 'Months go from 01 to 12.';
  return isDay(year, month, day)
    ? undefined
    : `${year}-${month} has the days 01 to ${daysInMonth(Number(year), Number(month))}.`;
};

const isDay = (year: string, month: string, day: string): boolean =>
  Number(month) >= 1 &&
  Number(month) <= 12 &&
  Number(day) >= 1 &&
  Number(day) <= daysInMonth(Number(year), Number(month));

const dateHint = (text: string): string | undefined => {
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  const [year, month, day] = dayFirst
    ? [dayFirst[3], dayFirst[2], dayFirst[1]]
    : [yearFirst?.[1], yearFirst?.[2], yearFirst?.[3]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (Number(month) > 12 || Number(day) > 31) return undefined;
  return `Write ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}.`;
};

const quarterHint = (text: string): string | undefined => {
  const yearFirst = /^(\d{4})[\s-]*[QTqt]?([1-4])[QTqt]?$/.exec(text);
  const quarterFirst = /^[QTqt]?([1-4])[QTqt]?[\s-]*(\d{4})$/.exec(text);
  const [year, quarter] = yearFirst ? [yearFirst[1], yearFirst[2]] : [quarterFirst?.[2], quarterFirst?.[1]];
  return year && quarter ? `Write ${year}-Q${quarter}.` : undefined;
};
