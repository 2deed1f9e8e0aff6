import { type PeriodId, quarterOf, yearOf } from '../model/period.ts';
import type { Messages } from './messages.ts';

export interface DateFormats {
  /** 30 de septiembre de 2026 / 30 September 2026 */
  date(iso: string): string;
  /** 30 sep 2026, for tables */
  shortDate(iso: string): string;
  /** T3 2026 / Q3 2026 */
  period(id: PeriodId): string;
  /** T3 / Q3 */
  quarter(id: PeriodId): string;
  /** The months from one date to another: enero–septiembre de 2026 / January–September 2026 */
  months(first: string, last: string): string;
}

/** Dates from ISO strings; the time zone is pinned, so no machine can shift a day. */
export const createDateFormats = (tag: string, messages: Messages): DateFormats => {
  const long = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const short = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const months = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const instant = (iso: string): number => {
    const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
    return globalThis.Date.UTC(year, month - 1, day);
  };
  const quarter = (id: PeriodId): string => `${messages.texts.get('period.quarter') ?? 'Q'}${quarterOf(id)}`;
  return {
    date: iso => long.format(instant(iso)).replaceAll(' ', '\u00a0'),
    shortDate: iso => short.format(instant(iso)).replaceAll(' ', '\u00a0'),
    quarter,
    months: (first, last) =>
      months.formatRange(instant(first), instant(last)).replaceAll(/\s?[-\u2013]\s?/g, '\u2013'),
    period: id => `${quarter(id)}\u00a0${yearOf(id)}`,
  };
};
