import type { Finding, FindingParam } from '../../model/finding.ts';
import { previous } from '../../model/period.ts';
import type { ProgrammePhase } from '../../model/phase.ts';
import { accounts, choice, count, finding, index, term } from '../portfolio/findings.ts';
import { difference } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { type PhaseReading, phaseHistory, phaseReading, phaseSettingsOf } from './phase.ts';
import { fitFigureId } from './phase-fit-figures.ts';
import { recurrences } from './phase-recurrence.ts';
import { type ReEvaluation, reEvaluation } from './re-evaluation.ts';

const phase = (code: ProgrammePhase): FindingParam => term('phase', code);
const costPhase = 'cost-of-doing-business';

/** What the signals say about the phase of the programme. */
export const phaseFindings = (scope: Scope): Finding[] => {
  const reading = scope.of(phaseReading);
  const before = scope.at(previous(scope.period)).of(phaseReading);
  return [
    ...currentFinding(scope, reading, before),
    ...costFinding(scope, reading, before),
    ...reEvaluationFinding(scope, reading),
    ...redesignFinding(scope, reading),
    ...recurrenceFinding(scope, reading),
    ...coverageFinding(reading),
  ];
};

const currentFinding = (scope: Scope, reading: PhaseReading, before: PhaseReading): Finding[] => {
  const { current, best, second, lead } = reading;
  if (best?.fit === undefined || second === undefined || lead === undefined) return [];
  const figures = ['programme.phase.current', 'programme.phase.gap', fitFigureId(best.phase)];
  const params = {
    phase: phase(best.phase),
    second: phase(second.phase),
    fit: index(best.fit),
    lead: index(lead),
    gap: index(phaseSettingsOf(scope).gap),
  };
  if (current === 'indeterminate') return [finding('phase.indeterminate', 'notable', 60, figures, params)];
  const changed =
    before.current !== undefined && before.current !== 'indeterminate' && before.current !== current;
  const severity = current === costPhase || current === 'uncertainty' ? 'attention' : 'notable';
  const from = changed && before.best !== undefined ? { from: phase(before.best.phase) } : {};
  return [
    finding(changed ? 'phase.changed' : 'phase.current', severity, changed ? 80 : 60, figures, {
      ...params,
      ...from,
      course: choice(current === costPhase ? 'cost' : current === 'uncertainty' ? 'uncertainty' : 'other'),
    }),
  ];
};

const costFinding = (scope: Scope, reading: PhaseReading, before: PhaseReading): Finding[] => {
  const fitIn = ({ fits }: PhaseReading): number | undefined =>
    fits.find(one => one.phase === costPhase)?.fit;
  const [now, then] = [fitIn(reading), fitIn(before)];
  if (now === undefined || then === undefined || difference(now, then) < phaseSettingsOf(scope).notableRise)
    return [];
  if (reading.current === costPhase) return [];
  return [
    finding('phase.cost-rises', 'notable', 50, [fitFigureId(costPhase)], {
      before: index(then),
      now: index(now),
      place: choice(reading.second?.phase === costPhase ? 'second' : 'other'),
    }),
  ];
};

const reEvaluationFinding = (scope: Scope, { current }: PhaseReading): Finding[] => {
  const result = scope.of(reEvaluation);
  const below = result?.rows.filter(row => !row.admitted) ?? [];
  if (result === undefined || below.length === 0) return [];
  return [
    finding(
      'phase.re-evaluation',
      current === costPhase ? 'attention' : 'notable',
      current === costPhase ? 85 : 55,
      ['programme.phase.re-evaluation.below'],
      {
        below: count(below.length),
        key: count(result.key),
        accounts: accounts(below.map(row => row.customer.id)),
        rules: choice(rulesOf(result)),
        threshold: { kind: 'number', value: result.threshold ?? 0, unit: 'score', precision: 1 },
        places: count(result.places ?? 0),
      },
    ),
  ];
};

const rulesOf = ({ threshold, places }: ReEvaluation): 'threshold' | 'places' | 'both' => {
  if (places === undefined) return 'threshold';
  return threshold === undefined ? 'places' : 'both';
};

/** In the cost of doing business the seed asks for a new process of entry, whoever fails the present one. */
const redesignFinding = (scope: Scope, { current }: PhaseReading): Finding[] => {
  if (current !== costPhase) return [];
  const result = scope.of(reEvaluation);
  return [
    finding(
      'phase.redesign',
      'attention',
      90,
      ['programme.phase.current', 'programme.phase.re-evaluation.below'],
      {
        declared: choice(result === undefined ? 'no' : 'yes'),
        below: count(result?.rows.filter(row => !row.admitted).length ?? 0),
        key: count(result?.key ?? 0),
      },
    ),
  ];
};

const recurrenceFinding = (scope: Scope, { current, best }: PhaseReading): Finding[] => {
  if (current === undefined || current === 'indeterminate' || best === undefined) return [];
  if (!recurrences(scope.of(phaseHistory)).has(scope.period)) return [];
  return [
    finding('phase.recurs', 'notable', 45, ['programme.phase.recurrences'], { phase: phase(best.phase) }),
  ];
};

const coverageFinding = ({ signals }: PhaseReading): Finding[] => {
  const missing = signals.filter(({ level }) => level === undefined).length;
  if (missing === 0) return [];
  return [
    finding('phase.signals-missing', 'notable', 20, ['programme.phase.current'], {
      missing: count(missing),
      signals: count(signals.length),
    }),
  ];
};
