import { type PeriodId, quarterOf, yearOf } from '../model/period.ts';
import type { Conventions } from './conventions.ts';
import type { Messages } from './messages.ts';

const nbsp = '\u00a0';

/** Names of days and months in the order of the calendar, weeks from Sunday. */
export interface CalendarNames {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
}

export interface DateFormats {
  /** 30 de septiembre de 2026 / 30 September 2026 */
  date(iso: string): string;
  /** 30 sept 2026, for tables */
  shortDate(iso: string): string;
  /** T3 2026 / Q3 2026 */
  period(id: PeriodId): string;
  /** T3 / Q3 */
  quarter(id: PeriodId): string;
  /** The months from one date to another: enero–septiembre de 2026 / January–September 2026 */
  months(first: string, last: string): string;
  /** Names of days and months, for formats that are not ours. */
  calendar(): CalendarNames;
}

/** Dates from ISO strings, by the conventions of the locale files alone: no clock, time zone or data of the machine. */
export const createDateFormats = (conventions: Conventions, messages: Messages): DateFormats => {
  const { of, fill } = conventions;
  const partsOf = (iso: string): { readonly year: number; readonly month: number; readonly day: number } => {
    const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
    return { year, month, day };
  };
  const written = (template: string, names: string, iso: string): string => {
    const { year, month, day } = partsOf(iso);
    return fill(template, { day, month: of(`${names}.${month}`), year }).replaceAll(' ', nbsp);
  };
  const monthOf = (iso: string): string => {
    const { year, month } = partsOf(iso);
    return fill('month', { month: of(`months.${month}`), year });
  };
  const names = (key: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => of(`${key}.${index + 1}`));
  const quarter = (id: PeriodId): string => `${messages.texts.get('period.quarter') ?? 'Q'}${quarterOf(id)}`;
  return {
    date: iso => written('date', 'months', iso),
    shortDate: iso => written('shortDate', 'shortMonths', iso),
    quarter,
    months: (first, last) => {
      const [from, to] = [partsOf(first), partsOf(last)];
      if (from.year !== to.year)
        return fill('monthRangeOverYears', { first: monthOf(first), last: monthOf(last) });
      if (from.month === to.month) return monthOf(last);
      const range = { first: of(`months.${from.month}`), last: of(`months.${to.month}`), year: to.year };
      return fill('monthRange', range);
    },
    period: id => `${quarter(id)}${nbsp}${yearOf(id)}`,
    calendar: () => ({
      months: names('months', 12),
      shortMonths: names('shortMonths', 12),
      weekdays: names('weekdays', 7),
      shortWeekdays: names('shortWeekdays', 7),
    }),
  };
};
