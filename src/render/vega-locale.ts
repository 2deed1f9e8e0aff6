import type { NumberLocale, TimeLocale } from 'vega';
import type { Locale } from '../locale/locale.ts';

/** Number words of the locale for Vega's own formats, read off the product's formatter so that both agree. */
export const numberLocale = (locale: Locale): NumberLocale => ({
  decimal: locale.number(1.5, { precision: 1 }).slice(1, 2),
  thousands: locale.number(1234, { precision: 0, place: 'table' }).slice(1, 2),
  grouping: [3],
  currency: ['', ''],
  percent: locale.measure(0, 'share', { precision: 0 }).slice(1),
  minus: '\u2212',
});

/** Names of days and months. */
export const timeLocale = (locale: Locale): TimeLocale => {
  const names = locale.calendar();
  return {
    dateTime: '%x %X',
    date: '%Y-%m-%d',
    time: '%H:%M',
    periods: ['AM', 'PM'],
    days: names.weekdays as TimeLocale['days'],
    shortDays: names.shortWeekdays as TimeLocale['shortDays'],
    months: names.months as TimeLocale['months'],
    shortMonths: names.shortMonths as TimeLocale['shortMonths'],
  };
};
