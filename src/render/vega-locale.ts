import type { NumberLocale, TimeLocale } from 'vega';
import type { Locale } from '../locale/locale.ts';

const day = 86_400_000;

/** Number words of the locale for Vega's own formats, read off the product's formatter so that both agree. */
export const numberLocale = (locale: Locale): NumberLocale => ({
  decimal: locale.number(1.5, { precision: 1 }).slice(1, 2),
  thousands: locale.number(1234, { precision: 0, place: 'table' }).slice(1, 2),
  grouping: [3],
  currency: ['', ''],
  percent: locale.measure(0, 'share', { precision: 0 }).slice(1),
  minus: '\u2212',
});

/** Names of days and months, from 1970 (it began on a Thursday; the 4th was a Sunday). */
export const timeLocale = (locale: Locale): TimeLocale => {
  const names = (
    options: Intl.DateTimeFormatOptions,
    count: number,
    at: (index: number) => number,
  ): string[] => {
    const format = new Intl.DateTimeFormat(locale.tag, { ...options, timeZone: 'UTC' });
    return Array.from({ length: count }, (_, index) => format.format(at(index) * day));
  };
  const sunday = (index: number): number => 3 + index;
  const middleOfMonth = (index: number): number => 14 + index * 30.5;
  return {
    dateTime: '%x %X',
    date: '%Y-%m-%d',
    time: '%H:%M',
    periods: ['AM', 'PM'],
    days: names({ weekday: 'long' }, 7, sunday) as TimeLocale['days'],
    shortDays: names({ weekday: 'short' }, 7, sunday) as TimeLocale['shortDays'],
    months: names({ month: 'long' }, 12, middleOfMonth) as TimeLocale['months'],
    shortMonths: names({ month: 'short' }, 12, middleOfMonth) as TimeLocale['shortMonths'],
  };
};
