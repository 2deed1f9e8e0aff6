import { previous } from '../../model/period.ts';
import { type PhaseMeasure, type ProgrammePhase, programmePhases } from '../../model/phase.ts';
import type { Cell, Row, Series } from '../../model/series.ts';
import type { LocalizedText } from '../../model/text.ts';
import * as column from '../portfolio/columns.ts';
import { difference } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { joinTexts } from './joined-text.ts';
import {
  contributionTo,
  type PhaseReading,
  phaseHistory,
  phaseReading,
  phaseSettingsOf,
  type SignalLevel,
} from './phase.ts';
import { fitFigureId, signalFigureId } from './phase-fit-figures.ts';
import { phaseMeasureDefinitions } from './phase-measures.ts';
import { recurrences } from './phase-recurrence.ts';
import { reEvaluation } from './re-evaluation.ts';

const { orMissing, shows } = column;
const index = (id: string) => column.measure(id, 'index', 2);

/** The five fits, the history, the signals one by one, and which key accounts would be admitted today. */
export const phaseSeries = (scope: Scope): Series[] => [
  fitSeries(scope),
  historySeries(scope),
  signalSeries(scope),
  reEvaluationSeries(scope),
];

const fitSeries = (scope: Scope): Series => {
  const reading = scope.of(phaseReading);
  const before = scope.at(previous(scope.period)).of(phaseReading);
  const { holdsFrom } = phaseSettingsOf(scope);
  return {
    id: 'programme.phase.fits',
    columns: [
      column.term('phase', 'phase'),
      shows(index('fit'), fitFigureId('{phase}')),
      shows(index('prior'), `${fitFigureId('{phase}')}.prior`),
      column.text('for'),
      column.text('against'),
      column.count('signals'),
      column.count('declared'),
    ],
    rows: reading.fits.map(({ phase, fit, coverage }) => ({
      phase,
      fit: orMissing(fit),
      prior: orMissing(before.fits.find(one => one.phase === phase)?.fit),
      for: strongest(reading, phase, 'for', holdsFrom),
      against: strongest(reading, phase, 'against', holdsFrom),
      signals: coverage.n,
      declared: coverage.of,
    })),
    inputs: reading.fits.map(({ phase }) => fitFigureId(phase)),
    rowInputs: reading.fits.map(({ phase }) => [fitFigureId(phase), `${fitFigureId(phase)}.prior`]),
  };
};

const shownSignals = 2;

/** What speaks most for or against a phase: signals that hold from the declared level on, the strongest two, as seen or as declared. */
const strongest = (
  reading: PhaseReading,
  phase: ProgrammePhase,
  side: 'for' | 'against',
  holdsFrom: number,
): Cell => {
  const texts = reading.signals
    .filter(({ signal, level }) => signal[side].includes(phase) && level !== undefined && level >= holdsFrom)
    .sort((a, b) => force(b) - force(a))
    .slice(0, shownSignals)
    .map(({ evidence, signal }): LocalizedText => evidence ?? signal.text);
  return joinTexts(texts) ?? null;
};

const force = ({ signal, level = 0 }: SignalLevel): number => signal.weight * level;

const historySeries = (scope: Scope): Series => {
  const history = scope.of(phaseHistory);
  const recurring = recurrences(history);
  return {
    id: 'programme.phase.history',
    columns: [
      column.period,
      column.term('phase', 'phase'),
      index('fit'),
      column.term('second', 'phase'),
      index('lead'),
      column.flag('recurs'),
      ...programmePhases.map(index),
    ],
    rows: history.map(
      ({ period, current, best, second, lead, fits }): Row => ({
        period,
        phase: orMissing(current),
        fit: orMissing(best?.fit),
        second: orMissing(second?.phase),
        lead: orMissing(lead),
        recurs: recurring.has(period),
        ...Object.fromEntries(fits.map(({ phase, fit }) => [phase, orMissing(fit)])),
      }),
    ),
    inputs: ['programme.phase.current'],
    get rowInputs() {
      return history.map(reading => reading.signals.flatMap(signal => signal.inputs));
    },
  };
};

/** The unit of what was measured; level, weight and contribution beside it stay without one. */
const unitsOf = (measure: PhaseMeasure): Row => {
  const { unit, precision } = phaseMeasureDefinitions[measure];
  return { unit, precision, levelUnit: 'index', weightUnit: 'index', contributionUnit: 'index' };
};

/** One row for each signal and each phase that it speaks about, by phase. */
const signalSeries = (scope: Scope): Series => {
  const { signals } = scope.of(phaseReading);
  const rows = programmePhases.flatMap(phase =>
    (['for', 'against'] as const).flatMap(direction =>
      signals
        .filter(({ signal }) => signal[direction].includes(phase))
        .map(({ signal, level, measured, rated, evidence }): { row: Row; inputs: readonly string[] } => ({
          row: {
            phase,
            direction,
            signal: signal.text,
            kind: signal.kind,
            level: orMissing(level),
            measuredValue: orMissing(measured),
            ...(signal.kind === 'computed' ? unitsOf(signal.measure) : {}),
            weight: signal.weight,
            contribution: orMissing(contributionTo(phase, signals, signal)),
            evidence: orMissing(evidence),
            rated: orMissing(rated),
          },
          inputs: [signalFigureId(signal), fitFigureId(phase)],
        })),
    ),
  );
  return {
    id: 'programme.phase.signals',
    columns: [
      column.term('phase', 'phase'),
      column.term('direction', 'direction'),
      column.text('signal'),
      column.term('kind', 'signal-kind'),
      index('level'),
      index('measuredValue'),
      column.measure('weight', 'index', 1),
      index('contribution'),
      column.text('evidence'),
      { id: 'rated', kind: 'period' },
    ],
    rows: rows.map(({ row }) => row),
    get inputs() {
      return signals.flatMap(one => one.inputs);
    },
    rowInputs: rows.map(({ inputs }) => inputs),
  };
};

const reEvaluationSeries = (scope: Scope): Series => {
  const result = scope.of(reEvaluation);
  return {
    id: 'programme.phase.re-evaluation',
    columns: [
      column.account,
      shows(column.score('score'), 'account.{account}.score.total'),
      column.score('threshold'),
      column.measure('pointsToThreshold', 'score', 1, true),
      column.flag('admitted'),
      { id: 'fails', kind: 'terms', vocabulary: 'entry-rule' },
      column.text('weakCriteria'),
      column.count('unratedCriteria'),
    ],
    rows:
      result?.rows.map(({ customer, score, admitted, fails, weak, unrated }) => ({
        account: customer.id,
        score,
        threshold: orMissing(result.threshold),
        pointsToThreshold: result.threshold === undefined ? null : difference(score, result.threshold),
        admitted,
        fails: fails.length === 0 ? null : fails.join(' '),
        weakCriteria:
          joinTexts(
            weak.map(({ name }) => name),
            '; ',
          ) ?? null,
        unratedCriteria: unrated,
      })) ?? [],
    inputs: result === undefined ? [] : [result.source, ...result.rows.flatMap(row => row.inputs)],
    rowInputs: result?.rows.map(({ inputs }) => [result.source, ...inputs]) ?? [],
  };
};
