import { z } from 'zod';
import { dayOf } from './days.ts';

/** A fiscal quarter, `2026-Q3`. Ids sort chronologically as strings. */
export const periodSchema = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/, 'a quarter is written like 2026-Q3')
  .describe('Fiscal quarter, for example 2026-Q3')
  .meta({ examples: ['2026-Q3'] });
export type PeriodId = z.infer<typeof periodSchema>;

/** Hours of the longest quarter, 92 days, and of the longest year: nobody works more. */
export const hoursInQuarter = 2208;
export const hoursInYear = 8784;
/** Days of a year on the average of four. */
export const daysInYear = 365.25;

export const yearOf = (period: PeriodId): number => Number(period.slice(0, 4));
export const quarterOf = (period: PeriodId): number => Number(period.slice(6));

const ordinal = (period: PeriodId): number => yearOf(period) * 4 + quarterOf(period) - 1;
const fromOrdinal = (n: number): PeriodId => `${String(Math.floor(n / 4)).padStart(4, '0')}-Q${(n % 4) + 1}`;

/** The quarter `by` quarters later (earlier when negative). */
export const shift = (period: PeriodId, by: number): PeriodId => fromOrdinal(ordinal(period) + by);
export const previous = (period: PeriodId): PeriodId => shift(period, -1);
export const next = (period: PeriodId): PeriodId => shift(period, 1);
export const yearBefore = (period: PeriodId): PeriodId => shift(period, -4);

/** All quarters from `first` to `last`, both included; empty when `last` is earlier. */
export const between = (first: PeriodId, last: PeriodId): PeriodId[] =>
  Array.from({ length: Math.max(0, ordinal(last) - ordinal(first) + 1) }, (_, i) => shift(first, i));

/** The fiscal year to date: first quarter of the period's year up to the period. */
export const yearToDate = (period: PeriodId): PeriodId[] => between(`${period.slice(0, 4)}-Q1`, period);

/** The four quarters that end with the period. */
export const trailingYear = (period: PeriodId): PeriodId[] => between(shift(period, -3), period);

const isoDate = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Gregorian. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/**
 * First and last calendar day of a fiscal quarter. The fiscal year is named after the calendar year in which it starts.
 * @param startMonth first month of the fiscal year, 1 to 12
 */
export const daysOf = (
  period: PeriodId,
  startMonth: number,
): { readonly first: string; readonly last: string } => {
  const months = yearOf(period) * 12 + (startMonth - 1) + (quarterOf(period) - 1) * 3;
  const endMonths = months + 2;
  const [endYear, endMonth] = [Math.floor(endMonths / 12), (endMonths % 12) + 1];
  return {
    first: isoDate(Math.floor(months / 12), (months % 12) + 1, 1),
    last: isoDate(endYear, endMonth, daysInMonth(endYear, endMonth)),
  };
};

/** The fiscal quarter in which an ISO date falls. */
export const periodOfDate = (date: string, startMonth: number): PeriodId => {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - (startMonth - 1);
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-Q${Math.floor((months % 12) / 3) + 1}`;
};

/** Days from one ISO date to another (proleptic Gregorian); negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayOf(to) - dayOf(from);
