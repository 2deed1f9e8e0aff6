import type { Assumption, Figure } from '../../model/figure.ts';
import { minus } from '../../model/formula.ts';
import { previous } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { setting } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { quartersShown } from '../spans.ts';
import { type PhaseReading, phaseHistory, phaseReading, phaseSettingsOf, type SignalLevel } from './phase.ts';
import { fitFigureId, measureFigureId, phaseFitFigures, signalFigureId } from './phase-fit-figures.ts';
import { phaseMeasureDefinitions } from './phase-measures.ts';
import { quartersInPhase, recurrences } from './phase-recurrence.ts';
import { type ReEvaluation, reEvaluation } from './re-evaluation.ts';

const prefix = 'programme.phase';

const declaredGap = (scope: Scope): Assumption => setting(scope, 'phase', 'gap');

/** The five fits, the phase they speak for, its lead, the computed measures and the re-evaluation. */
export const phaseFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const reading = scope.of(phaseReading);
  const before = scope.at(previous(scope.period)).of(phaseReading);
  const fits = reading.fits.map(({ phase }) => fitFigureId(phase));
  const rest = { assumptions: [declaredGap(scope)] };
  const none = { code: 'no-signals' };
  return [
    make(`${prefix}.current`, reading.current ?? none, 'term', 0, fits, rest),
    make(
      `${prefix}.current.prior`,
      before.current ?? none,
      'term',
      0,
      () => before.signals.flatMap(one => one.inputs),
      rest,
    ),
    make(`${prefix}.best`, reading.best?.phase ?? none, 'term', 0, fits),
    make(`${prefix}.second`, reading.second?.phase ?? none, 'term', 0, fits),
    make(`${prefix}.gap`, reading.lead ?? none, 'index', 2, bestFirst(reading), {
      ...rest,
      formula: lead,
    }),
    holding(scope, method, reading),
    ...historyFigures(scope, method),
    ...phaseFitFigures(scope, method),
    ...measureFigures(scope, method, reading),
    ...reEvaluationFigures(scope, method),
  ];
};

/** Signals that hold: those that are quoted for a phase or against it. */
const holding = (scope: Scope, method: string, { signals }: PhaseReading): Figure => {
  const { holdsFrom } = phaseSettingsOf(scope);
  const known = signals.filter(({ level }) => level !== undefined);
  const holds = ({ level = 0 }: SignalLevel): boolean => level >= holdsFrom;
  const n = known.filter(holds).length;
  return figuresOf(method, scope.period)(
    `${prefix}.signals.holding`,
    known.length === 0 ? { code: 'no-signals' } : n,
    'count',
    0,
    countedFirst(known, holds).map(({ signal }) => signalFigureId(signal)),
    {
      assumptions: [setting(scope, 'phase', 'holdsFrom')],
      coverage: { n: known.length, of: signals.length },
      formula: numberOfFirst(n),
    },
  );
};

/** The fits by size, since the lead is the first less the second. */
const bestFirst = ({ fits }: PhaseReading): readonly string[] =>
  [...fits].sort((a, b) => (b.fit ?? -1) - (a.fit ?? -1)).map(({ phase }) => fitFigureId(phase));

const lead = minus(0, 1);

const measureFigures = (scope: Scope, method: string, reading: PhaseReading): Figure[] => {
  const make = figuresOf(method, scope.period);
  const used = new Set(
    reading.signals.flatMap(({ signal }) => (signal.kind === 'computed' ? [signal.measure] : [])),
  );
  return [...used].map(name => {
    const { unit, precision, measure } = phaseMeasureDefinitions[name];
    const measured = measure(scope);
    const { value, unavailable, formula, coverage } = measured;
    return make(measureFigureId(name), value ?? unavailable, unit, precision, () => measured.inputs, {
      ...(formula === undefined ? {} : { formula }),
      ...(coverage === undefined ? {} : { coverage }),
    });
  });
};

/** How long the programme has been where it is, and how often it came back to a phase that it had left. */
const historyFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const history = scope.of(phaseHistory);
  const settings = scope.workspace.program.phase;
  // Every signal of eight quarters is behind it; the rows of the history name them quarter by quarter.
  const inputs = settings === undefined ? [] : [`${prefix}.current`, at(settings.source, 'signals')];
  const none = { code: 'no-signals' };
  return [
    make(`${prefix}.quarters`, quartersInPhase(scope) ?? none, 'count', 0, inputs, {
      coverage: { n: history.length, of: quartersShown },
      assumptions: [declaredGap(scope)],
    }),
    make(
      `${prefix}.recurrences`,
      history.length === 0 ? none : recurrences(history).size,
      'count',
      0,
      inputs,
      {
        coverage: { n: history.length, of: quartersShown },
        assumptions: [declaredGap(scope)],
      },
    ),
  ];
};

const keySetRules = ({ threshold, places, source }: ReEvaluation): Assumption[] => [
  ...(threshold === undefined
    ? []
    : [{ name: 'scoring.keySet.threshold', value: threshold, source: at(source, 'threshold') }]),
  ...(places === undefined
    ? []
    : [{ name: 'scoring.keySet.places', value: places, source: at(source, 'places') }]),
];

const reEvaluationFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const result = scope.of(reEvaluation);
  const rows = countedFirst(result?.rows ?? [], row => !row.admitted);
  const below = result === undefined ? undefined : rows.filter(row => !row.admitted).length;
  return [
    make(
      `${prefix}.re-evaluation.below`,
      below ?? { code: 'no-key-set' },
      'count',
      0,
      rows.map(row => `account.${row.customer.id}.score.total`),
      {
        polarity: 'lower',
        ...(below === undefined ? {} : { formula: numberOfFirst(below) }),
        ...(result === undefined
          ? {}
          : {
              coverage: { n: result.rows.length, of: result.key },
              assumptions: keySetRules(result),
            }),
      },
    ),
  ];
};
