import type { Locale } from '../locale/locale.ts';
import { between, daysBetween, daysOf, type PeriodId, periodOfDate, shift, yearOf } from '../model/period.ts';
import type { Label, Layer, Layers } from './layers.ts';
import { linear } from './scale.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** Dates across a picture measured in pixels, in quarters of the fiscal year. */
export interface TimeAxis {
  /** Pixel of a date; one outside the axis lies on its edge. */
  at(date: string): number;
  /** Quarters with their years above, and the date of the data as a line through all rows. */
  layers(layers: Layers, top: number, bottom: number): Layer[];
}

interface TimeRequest {
  /** ISO dates that the axis should show. */
  readonly dates: readonly string[];
  /** Date of the data. */
  readonly today: string;
  /** First month of the fiscal year, 1 to 12. */
  readonly startMonth: number;
  readonly left: number;
  readonly right: number;
}

/** Height of the names of years and quarters. */
export const timeHead = 26;
/** Height below the rows, for the date of the data. */
export const timeFoot = 15;

/** More quarters than these to either side of the date of the data leave no room to tell dates apart. */
const mostQuarters = 5;

export const timeAxis = (locale: Locale, request: TimeRequest): TimeAxis => {
  const { today, startMonth, left, right } = request;
  const now = periodOfDate(today, startMonth);
  const wanted = [now, ...request.dates.map(date => periodOfDate(date, startMonth))].sort();
  const first = later(wanted[0] ?? now, shift(now, -mostQuarters));
  const last = earlier(wanted.at(-1) ?? now, shift(now, mostQuarters));
  const from = daysOf(first, startMonth).first;
  const days = daysBetween(from, daysOf(last, startMonth).last) + 1;
  const scale = linear([0, days], [left, right]);
  const at = (date: string): number =>
    Math.min(right, Math.max(left, scale.at(daysBetween(from, date) + 0.5)));
  const quarters = between(first, last).map(quarter => ({
    quarter,
    begin: scale.at(daysBetween(from, daysOf(quarter, startMonth).first)),
  }));
  return {
    at,
    layers: (layers, top, bottom) => [
      layers.segments(
        quarters.map(({ begin }) => ({ x: begin, y: top + 13, x2: begin, y2: bottom })),
        { color: colours.rule, strokeWidth: 0.5 },
      ),
      layers.texts(
        yearNames(
          quarters.flatMap(({ quarter, begin }, index) =>
            index === 0 || quarter.endsWith('Q1')
              ? [{ x: begin + 3, y: top + 9, text: String(yearOf(quarter)) }]
              : [],
          ),
        ),
        { weight: 500 },
      ),
      layers.texts(
        apart(
          quarters
            .map(({ quarter, begin }) => ({ x: begin + 3, y: top + 21, text: locale.quarter(quarter) }))
            .filter(({ x, text }) => !isCrossed(x, textWidth(text, labelSize), at(today))),
        ),
        { color: colours.ink2 },
      ),
      layers.segments([{ x: at(today), y: top + 13, x2: at(today), y2: bottom + 3 }], {
        color: colours.accent,
        strokeWidth: 1,
      }),
      layers.texts([{ ...todayLabel(locale, today, at(today), request), y: bottom + 12 }], {
        color: colours.accent,
        weight: 600,
      }),
    ],
  };
};

/** Whether the line of the date of the data runs through a name. */
const isCrossed = (x: number, width: number, line: number): boolean => line > x - 2 && line < x + width + 1;

const later = (a: PeriodId, b: PeriodId): PeriodId => (a > b ? a : b);
const earlier = (a: PeriodId, b: PeriodId): PeriodId => (a < b ? a : b);

/** Each year, in two digits where the whole number would meet the next one: a quarter without its year is read as of another. */
const yearNames = (years: readonly Label[]): Label[] =>
  years.map((year, index) => {
    const next = years[index + 1]?.x ?? Number.POSITIVE_INFINITY;
    return year.x + textWidth(year.text, labelSize, 500) + 4 <= next
      ? year
      : { ...year, text: `’${year.text.slice(2)}` };
  });

/** The names that have room before the next one, counted from the last: the latest year matters most. */
const apart = (names: readonly Label[]): Label[] => {
  const shown: Label[] = [];
  for (const name of [...names].reverse()) {
    const next = shown[0]?.x ?? Number.POSITIVE_INFINITY;
    if (name.x + textWidth(name.text, labelSize, 500) + 4 <= next) shown.unshift(name);
  }
  return shown;
};

/** Centred on the line, moved where it would leave the axis. */
const todayLabel = (
  locale: Locale,
  today: string,
  x: number,
  { left, right }: Pick<TimeRequest, 'left' | 'right'>,
): { readonly x: number; readonly text: string } => {
  const text = locale.shortDate(today);
  const width = textWidth(text, labelSize, 600);
  return { x: Math.max(left, Math.min(right - width, x - width / 2)), text };
};
