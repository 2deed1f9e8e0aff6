import type { Locale } from '../locale/locale.ts';
import type { PeriodId } from '../model/period.ts';

/** Where the programme stood in one quarter. */
export interface TrailPoint {
  /** Its row of the series. */
  readonly of: number;
  readonly period: PeriodId;
  /** Share of accounts with key status, 0–1. */
  readonly breadth: number;
  /** 0–1. */
  readonly depth: number;
  /** A, B, C or D. */
  readonly archetype: string;
}

interface TrailLabel {
  readonly point: TrailPoint;
  readonly text: string;
  readonly strong: boolean;
}

/** The points worth a name: the last one with its values, the first one, and each that entered another cell. */
export const commitmentLabels = (locale: Locale, trail: readonly TrailPoint[]): TrailLabel[] =>
  trail.flatMap((point, index): TrailLabel[] => {
    const period = locale.period(point.period);
    if (index === trail.length - 1) {
      const values = `${locale.measure(point.breadth, 'share', { precision: 0 })}; ${locale.number(point.depth, { precision: 2 })}`;
      return [{ point, text: `${period}\n${values}`, strong: true }];
    }
    const entered = index > 0 && trail[index - 1]?.archetype !== point.archetype;
    return index === 0 || entered ? [{ point, text: period, strong: false }] : [];
  });
