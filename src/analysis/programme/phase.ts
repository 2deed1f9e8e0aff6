import type { Coverage, FigureInput, Unavailable } from '../../model/figure.ts';
import {
  constant,
  type Formula,
  greatest,
  input,
  least,
  minus,
  placedAt,
  quotient,
  reached,
} from '../../model/formula.ts';
import type { PeriodId } from '../../model/period.ts';
import {
  type PhaseSettings,
  type PhaseSignal,
  type ProgrammePhase,
  programmePhases,
} from '../../model/phase.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import { withInputs } from '../inputs.ts';
import { settingsIn } from '../portfolio/assumptions.ts';
import { difference, weightedMean } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';
import { phaseMeasureDefinitions } from './phase-measures.ts';
import { latestOf } from './quarters.ts';

/** A signal and how far it holds in the period. Either `level` or `unavailable` is present. */
export interface SignalLevel {
  readonly signal: PhaseSignal;
  /** 0–1. */
  readonly level?: number;
  readonly unavailable?: Unavailable;
  /** Quarter of the rating; absent for computed signals. */
  readonly rated?: PeriodId;
  /** What was seen, where the rating says so. */
  readonly evidence?: LocalizedText;
  readonly inputs: readonly FigureInput[];
  /** How much is recorded of what a computed one is measured on. */
  readonly coverage?: Coverage;
  /** What a computed one was measured at, in the unit of its measure. */
  readonly measured?: number;
  /** How the level follows from the inputs. */
  readonly formula?: Formula;
  /** How a computed one follows from its measure, its zero and its one. */
  readonly fromMeasure?: Formula;
}

export interface PhaseFit {
  readonly phase: ProgrammePhase;
  /** 0–1; absent where no signal about the phase has a level. */
  readonly fit?: number;
  /** Signals about the phase that have a level. */
  readonly coverage: Coverage;
}

export interface PhaseReading {
  readonly period: PeriodId;
  readonly signals: readonly SignalLevel[];
  /** All five, in their usual order. */
  readonly fits: readonly PhaseFit[];
  readonly best?: PhaseFit;
  readonly second?: PhaseFit;
  /** Fit of the best minus fit of the second, 0–1. */
  readonly lead?: number;
  /** The best phase, or indeterminate where its lead is under the declared gap; absent without any fit. */
  readonly current?: ProgrammePhase | 'indeterminate';
}

/** Signals and gap as declared, or the defaults of the product. */
export const phaseSettingsOf = (scope: Scope): PhaseSettings => settingsIn(scope, 'phase');

/** How well each of the five phases fits the signals of the period (domain 2.4). */
export const phaseReading = (scope: Scope): PhaseReading => {
  const { phase } = scope.workspace.program;
  const signals =
    phase?.signals.map((signal, index) => signalLevel(scope, signal, at(phase.source, 'signals', index))) ??
    [];
  const fits = programmePhases.map(one => fitOf(one, signals));
  return { period: scope.period, signals, fits, ...comparison(fits, phaseSettingsOf(scope).gap) };
};

/** Readings of the last eight quarters that have any, oldest first. Phases may recur. */
export const phaseHistory = (scope: Scope): readonly PhaseReading[] =>
  trailOf(scope.period)
    .map(period => scope.at(period).of(phaseReading))
    .filter(reading => reading.current !== undefined);

const signalLevel = (scope: Scope, signal: PhaseSignal, source: SourceRef): SignalLevel => {
  if (signal.kind === 'computed') {
    const measured = phaseMeasureDefinitions[signal.measure].measure(scope);
    const { value, unavailable, formula, coverage } = measured;
    const level = value === undefined ? undefined : levelBetween(value, signal.zeroAt, signal.oneAt);
    const own = (): readonly FigureInput[] => [at(source, 'zeroAt'), at(source, 'oneAt'), ...measured.inputs];
    if (level === undefined)
      return withInputs(own, { signal, unavailable: unavailable ?? { code: 'not-recorded' } });
    const count = (): number => measured.inputs.length;
    return withInputs(own, {
      signal,
      level,
      ...(value === undefined ? {} : { measured: value }),
      ...(coverage === undefined ? {} : { coverage }),
      fromMeasure: between(signal, input(0), 1, 2),
      ...(formula === undefined ? {} : { formula: between(signal, placedAt(formula, 2, count), 0, 1) }),
    });
  }
  const rated = latestOf(signal.ratings, scope.period);
  const rating = rated === undefined ? undefined : signal.ratings[rated];
  if (rated === undefined || rating === undefined)
    return { signal, unavailable: { code: 'signal-not-rated' }, inputs: [at(source, 'ratings')] };
  const { level, evidence } = rating;
  const inputs = [at(source, 'ratings', rated, 'level')];
  return {
    signal,
    level,
    rated,
    ...(evidence === undefined ? {} : { evidence }),
    inputs,
    formula: written,
  };
};

/** Linear from 0 at `zeroAt` to 1 at `oneAt`, flat outside; a step where the two are the same. */
export const levelBetween = (value: number, zeroAt: number, oneAt: number): number => {
  if (zeroAt === oneAt) return value >= oneAt ? 1 : 0;
  return Math.min(1, Math.max(0, (value - zeroAt) / (oneAt - zeroAt)));
};

const written = input(0);
/** As `levelBetween`, with the places of the two ends. */
const between = (
  { zeroAt, oneAt }: { readonly zeroAt: number; readonly oneAt: number },
  value: Formula,
  zero: number,
  one: number,
): Formula =>
  zeroAt === oneAt
    ? reached(value, one)
    : least(constant(1), greatest(constant(0), quotient(minus(value, zero), minus(one, zero))));

/** Signals that speak for a phase or against it. */
export const signalsAbout = (
  phase: ProgrammePhase,
  signals: readonly SignalLevel[],
): readonly SignalLevel[] =>
  signals.filter(({ signal }) => signal.for.includes(phase) || signal.against.includes(phase));

// A signal for the phase counts with its level, one against it with what is missing to a full level.
const fitOf = (phase: ProgrammePhase, signals: readonly SignalLevel[]): PhaseFit => {
  const about = signalsAbout(phase, signals);
  const parts = about.flatMap(({ signal, level }) => {
    if (level === undefined) return [];
    return [{ weight: signal.weight, points: signal.for.includes(phase) ? level : difference(1, level) }];
  });
  const fit = weightedMean(parts);
  return {
    phase,
    ...(fit === undefined ? {} : { fit }),
    coverage: { n: parts.length, of: about.length },
  };
};

/** What one signal adds to the fit of a phase: the contributions of its signals add up to the fit. */
export const contributionTo = (
  phase: ProgrammePhase,
  signals: readonly SignalLevel[],
  signal: PhaseSignal,
): number | undefined => {
  const about = signalsAbout(phase, signals).filter(({ level }) => level !== undefined);
  const weights = about.reduce((total, one) => total + one.signal.weight, 0);
  const level = about.find(one => one.signal === signal)?.level;
  if (level === undefined || weights === 0) return undefined;
  return (signal.weight * (signal.for.includes(phase) ? level : difference(1, level))) / weights;
};

const comparison = (
  fits: readonly PhaseFit[],
  gap: number,
): Pick<PhaseReading, 'best' | 'second' | 'lead' | 'current'> => {
  const [best, second] = fits
    .filter(({ fit }) => fit !== undefined)
    .sort((a, b) => (b.fit ?? 0) - (a.fit ?? 0));
  if (best?.fit === undefined) return {};
  if (second?.fit === undefined) return { best, current: 'indeterminate' };
  const lead = difference(best.fit, second.fit);
  return { best, second, lead, current: lead < gap ? 'indeterminate' : best.phase };
};
