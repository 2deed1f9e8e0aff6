import type { Formula } from './formula.ts';
import type { PeriodId } from './period.ts';
import type { SourceRef } from './source.ts';

/** Stable dotted id: `portfolio.concentration.hhi`, `account.<id>.score.total`, `kpi.nps.value`. */
export type FigureId = string;
export type SeriesId = string;
export type MethodId = string;

/**
 * What a value counts. `share` is a ratio that prints as a percentage (0.613 → 61,3 %); `points` is a difference of
 * shares in percentage points (0.024 → +2,4 p. p.); `score` lies on the declared points scale; `index` has no unit;
 * `money:XXX` is an amount in that currency; `term` is a code of a closed vocabulary, translated by the locale.
 */
export type Unit =
  | 'count'
  | 'share'
  | 'points'
  | 'score'
  | 'index'
  | 'nps'
  | 'years'
  | 'days'
  | 'contacts'
  | 'multiple'
  | 'text'
  | 'term'
  | `money:${string}`;

/** Why a figure has no value. The locale turns code and parameters into a sentence (`reasons.<code>`). */
export interface Unavailable {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A confidence or possible-range interval; `kind` says which. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Confidence level, 0–1; absent when the interval is a range of possible values (a missing rating). */
  readonly level?: number;
  readonly kind:
    | 'wilson'
    | 'adjusted-wald'
    | 'wald'
    | 'student'
    | 'fieller'
    | 'fisher'
    | 'order-statistics'
    /** Carried over from the intervals of what the value is made of. */
    | 'propagated'
    | 'possible';
}

/** n of N: how much of what should be there was there. */
export interface Coverage {
  readonly n: number;
  readonly of: number;
}

export type FigureInput = SourceRef | FigureId;

/** A cut-off or default that entered the calculation and is configuration, not data. */
export interface Assumption {
  readonly name: string;
  readonly value: number | string;
  /** Where the workspace sets it; absent when the product's default was used. */
  readonly source?: SourceRef;
}

/** A computed value that knows where it came from. Either `value` or `unavailable` is present, never both. */
export interface Figure {
  readonly id: FigureId;
  readonly value?: number | string;
  readonly unavailable?: Unavailable;
  readonly unit: Unit;
  /** Closed vocabulary of a `term`; that of the method when absent. */
  readonly vocabulary?: string;
  /** Decimals to show, in the unit as printed (a share of precision 1 prints 61,3 %). */
  readonly precision: number;
  readonly method: MethodId;
  readonly period: PeriodId;
  readonly inputs: readonly FigureInput[];
  /** How the value follows from the inputs, where an expression can say it; else the formula of the method tells. */
  readonly formula?: Formula;
  readonly assumptions?: readonly Assumption[];
  readonly interval?: Interval;
  /** Why a value of a small sample has no interval. */
  readonly noInterval?: Unavailable;
  readonly coverage?: Coverage;
  /** True when n is under the declared small-sample size: read it as a hint. */
  readonly smallSample?: boolean;
  /** True where the audience sees it although what it rests on is hidden; it has no inputs then. */
  readonly kept?: true;
  /** Lower is better for cost, churn, contacts to close; neutral figures carry none. */
  readonly polarity?: 'higher' | 'lower';
}
