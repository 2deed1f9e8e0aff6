import type { Figure } from '../../model/figure.ts';
import { constant, type Formula, input, minus, plus, quotient, times } from '../../model/formula.ts';
import { previous } from '../../model/period.ts';
import type { PhaseMeasure, PhaseSignal, ProgrammePhase } from '../../model/phase.ts';
import type { Inputs } from '../inputs.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { type PhaseReading, phaseReading, type SignalLevel, signalsAbout } from './phase.ts';

const prefix = 'programme.phase';

/** Of a phase, or of the phase of a row. */
export const fitFigureId = (phase: ProgrammePhase | '{phase}'): string => `${prefix}.fit.${phase}`;
export const measureFigureId = (measure: PhaseMeasure): string => `${prefix}.measure.${measure}`;
export const signalFigureId = ({ id }: PhaseSignal): string => `${prefix}.signal.${id}`;

/** The fit of every phase and the level of every signal, now and a quarter before. */
export const phaseFitFigures = (scope: Scope, method: string): Figure[] => {
  const reading = scope.of(phaseReading);
  const before = scope.at(previous(scope.period)).of(phaseReading);
  return [...fitFigures(scope, method, reading, before), ...signalFigures(scope, method, reading, before)];
};

const signalFigures = (
  scope: Scope,
  method: string,
  reading: PhaseReading,
  before: PhaseReading,
): Figure[] => [
  ...reading.signals.map(one => {
    const { signal } = one;
    return signal.kind === 'computed'
      ? signalFigure(
          scope,
          method,
          signalFigureId(signal),
          one,
          // In the place of what the measure rests on, the measure: its zero and its one stand before.
          () => [measureFigureId(signal.measure), ...one.inputs.slice(0, 2)],
          one.fromMeasure,
        )
      : signalFigure(scope, method, signalFigureId(signal), one, () => one.inputs, one.formula);
  }),
  // What was measured a quarter ago is no figure of this analysis: its inputs stand for it.
  ...before.signals.map(one =>
    signalFigure(scope, method, `${signalFigureId(one.signal)}.prior`, one, () => one.inputs, one.formula),
  ),
];

const signalFigure = (
  scope: Scope,
  method: string,
  id: string,
  { level, unavailable, coverage }: SignalLevel,
  inputs: Inputs,
  formula: Formula | undefined,
): Figure =>
  figuresOf(method, scope.period)(id, level ?? unavailable, 'index', 2, inputs, {
    ...(formula === undefined ? {} : { formula }),
    ...(coverage === undefined ? {} : { coverage }),
  });

const fitFigures = (scope: Scope, method: string, reading: PhaseReading, before: PhaseReading): Figure[] =>
  reading.fits.flatMap(({ phase }) => [
    fitFigure(scope, method, reading, phase, ''),
    fitFigure(scope, method, before, phase, '.prior'),
  ]);

const fitFigure = (
  scope: Scope,
  method: string,
  { fits, signals }: PhaseReading,
  phase: ProgrammePhase,
  suffix: '' | '.prior',
): Figure => {
  const found = fits.find(one => one.phase === phase);
  const about = signalsAbout(phase, signals);
  return figuresOf(method, scope.period)(
    `${fitFigureId(phase)}${suffix}`,
    found?.fit ?? { code: 'no-signals' },
    'index',
    2,
    about.map(({ signal }) => `${signalFigureId(signal)}${suffix}`),
    {
      ...(found === undefined ? {} : { coverage: found.coverage }),
      ...(found?.fit === undefined ? {} : { formula: weightedFit(phase, about) }),
    },
  );
};

/** Weights × levels ÷ weights; of a signal against the phase, what is missing to a full level. */
const weightedFit = (phase: ProgrammePhase, about: readonly SignalLevel[]): Formula => {
  const parts = about.flatMap(({ signal, level }, place) => (level === undefined ? [] : [{ signal, place }]));
  const terms = parts.map(({ signal, place }) =>
    times(
      constant(signal.weight),
      signal.for.includes(phase) ? input(place) : minus(constant(1), input(place)),
    ),
  );
  const weights = parts.reduce((total, { signal }) => total + signal.weight, 0);
  return quotient(terms.reduce(plus), constant(weights));
};
