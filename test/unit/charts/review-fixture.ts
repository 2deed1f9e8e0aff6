import type { Column, Row, Series } from '../../../src/model/series.ts';
import { euros, seriesOf } from './fixture.ts';

const term = (id: string, vocabulary: string): Column => ({ id, kind: 'term', vocabulary });

/** Element, maturity, a quarter before, level needed, weakest. */
type Element = readonly [string, number | null, number | null, number | null, boolean];

export const elements = (
  rows: readonly Element[] = [
    ['strategy', 4, 4, 4, false],
    ['organisation', 3, 3, 4, false],
    ['human-resources', 3, 3, 4, false],
    ['systems-processes', 2, 3, 4, true],
  ],
): Series =>
  seriesOf(
    'programme.congruence.elements',
    [term('element', 'congruence')],
    rows.map(([element, maturity, prior, neededLevel, weakest]) => ({
      element,
      maturity,
      prior,
      neededLevel,
      weakest,
    })),
  );

export const phaseHistory = (
  rows: readonly (readonly [string, string, readonly (number | null)[], boolean])[] = [
    ['2026-Q1', 'indeterminate', [0.26, 0.52, 0.51, 0.23, 0.37], false],
    ['2026-Q2', 'momentum', [0.18, 0.47, 0.63, 0.29, 0.45], true],
    ['2026-Q3', 'momentum', [0.19, 0.45, 0.71, 0.37, 0.52], false],
  ],
): Series =>
  seriesOf(
    'programme.phase.history',
    [term('phase', 'phase')],
    rows.map(([period, phase, fits, recurs]) => ({
      period,
      phase,
      recurs,
      ...Object.fromEntries(
        ['inception', 'uncertainty', 'momentum', 'success', 'cost-of-doing-business'].map((id, index) => [
          id,
          fits[index] ?? null,
        ]),
      ),
    })),
  );

export const depthTrail = (levels: readonly Row[]): Series =>
  seriesOf(
    'programme.commitment.trail',
    [],
    levels.map((row, index) => ({
      period: `2026-Q${index + 1}`,
      breadth: 0.2,
      depth: 0.5,
      archetype: 'B',
      ...row,
    })),
  );

const stage = (number: number, name: string, more: Row): Row => ({
  number,
  stage: name,
  step: 'D-B',
  plannedStart: '2025-Q1',
  plannedEnd: '2025-Q4',
  actualStart: null,
  actualEnd: null,
  state: 'planned',
  accountsPlanned: null,
  keyAccounts: null,
  entryMet: 0,
  entryCriteria: 0,
  exitMet: 0,
  exitCriteria: 0,
  ...more,
});

export const stages = (
  rows: readonly Row[] = [
    stage(1, 'Piloto', {
      actualStart: '2025-Q1',
      actualEnd: '2025-Q4',
      state: 'left-early',
      accountsPlanned: 3,
      keyAccounts: 4,
      entryMet: 2,
      entryCriteria: 2,
      exitMet: 3,
      exitCriteria: 4,
    }),
    stage(2, 'Extensión', {
      step: 'B-A',
      plannedStart: '2026-Q1',
      plannedEnd: '2027-Q2',
      actualStart: '2026-Q1',
      state: 'running',
      accountsPlanned: 12,
      keyAccounts: 8,
      exitMet: 1,
      exitCriteria: 5,
    }),
  ],
): Series =>
  seriesOf('programme.adoption.stages', [term('step', 'step'), term('state', 'stage-state')], rows);

export const plannedStage = stage;

export const path = (): Series =>
  seriesOf(
    'programme.adoption.path',
    [],
    [
      { period: '2026-Q2', accountsPlanned: 5, keyAccounts: 6 },
      { period: '2026-Q3', accountsPlanned: 6, keyAccounts: 8 },
    ],
  );

/** Person, hours needed, capacity, verdict, accounts whose need is known, of all. */
export type LoadRow = readonly [string, number | null, number | null, string | null, number, number];

export const loads = (
  rows: readonly LoadRow[] = [
    ['Amparo Climent', 470, 1500, null, 2, 4],
    ['Nuria Alapont', 970, 1700, 'under', 3, 3],
    ['Rodrigo Salinas', 1770, 1700, 'over', 3, 3],
  ],
): Series =>
  seriesOf(
    'programme.resources.load',
    [term('loadVerdict', 'load')],
    rows.map(([employee, hoursNeeded, capacity, loadVerdict, n, of]) => ({
      employee,
      hoursNeeded,
      capacity,
      load: hoursNeeded === null || capacity === null ? null : hoursNeeded / capacity,
      loadVerdict,
      n,
      of,
    })),
  );

export const efforts = (
  rows: readonly (readonly [string, number | null, number | null, number | null])[] = [
    ['Amparo Climent', null, null, null],
    ['Carles Benavent', 0.375, 0.333, 0.292],
    ['Rodrigo Salinas', 0.78, 0.17, 0.05],
  ],
): Series =>
  seriesOf(
    'programme.effort',
    [term('effortSource', 'effort-source')],
    rows.map(([employee, retain, develop, advise]) => ({
      employee,
      retain,
      develop,
      advise,
      effortSource: retain === null ? null : 'hours',
    })),
  );

/** Person, skill, level required, actual level. */
export type SkillRow = readonly [string, string, number, number | null];

const skillRows = (rows: readonly SkillRow[]): Row[] =>
  rows.map(([employee, skill, requiredLevel, actualLevel]) => ({
    employee,
    skill,
    requiredLevel,
    actualLevel,
    skillGap: actualLevel === null ? null : Math.max(0, requiredLevel - actualLevel),
  }));

const someSkills: readonly SkillRow[] = [
  ['ines', 'analysis', 4, 4],
  ['ines', 'closing', 3, null],
  ['rodrigo', 'analysis', 4, 2],
  ['rodrigo', 'closing', 3, 2],
];

export const skillGaps = (rows = someSkills): Series =>
  seriesOf('programme.skills.gaps', [term('skill', 'skill')], skillRows(rows));

export const ownSkills = (rows: readonly SkillRow[] = someSkills.slice(2)): Series =>
  seriesOf('kam.rodrigo.skills', [term('skill', 'skill')], skillRows(rows));

/** Scheme, in force, case, pay, change. */
export type PayRow = readonly [string, boolean, string | null, number | null, number | null];

export const pays = (
  id = 'programme.incentives',
  rows: readonly PayRow[] = [
    ['Plan de 2026', true, null, 45430, null],
    ['Plan de 2026', true, 'Sin crecimiento', 0, -45430],
    ['Equilibrado 2027', false, null, 44917, null],
    ['Equilibrado 2027', false, 'Más ventas', 50189, 5272],
  ],
): Series =>
  seriesOf(
    id,
    [euros('pay')],
    rows.map(([incentiveScheme, inForce, name, pay, payChange]) => ({
      incentiveScheme,
      inForce,
      case: name,
      pay,
      payChange,
    })),
  );

/** KPI, cost, benefit, worth for decisions, advice. */
export type KpiRow = readonly [string, number | null, number | null, number | null, string];

export const kpiCosts = (
  rows: readonly KpiRow[] = [
    ['renewal', 300, 60000, null, 'keep'],
    ['nps', 9500, 7000, null, 'replace'],
    ['clv', 3200, null, 2, 'keep'],
    ['enps', 0, null, null, 'undecided'],
  ],
): Series =>
  seriesOf(
    'kpi.selection',
    [term('kpi', 'kpi'), term('advice', 'kpi-advice'), euros('costToMeasure')],
    rows.map(([kpi, costToMeasure, kpiBenefit, decisionValue, advice]) => ({
      kpi,
      costToMeasure,
      kpiBenefit,
      decisionValue,
      advice,
    })),
  );

/** Outcome, difference, low, high, difference before designation. */
export type ReturnRow = readonly [string, number | null, number | null, number | null, number | null];

export const returns = (
  rows: readonly ReturnRow[] = [
    ['revenue', 0.1228, -0.0281, 0.2736, 0.0813],
    ['share-of-wallet', 0.06, 0.02, 0.1, null],
  ],
): Series =>
  seriesOf(
    'programme.return.outcomes',
    [term('outcome', 'return-outcome')],
    rows.map(([outcome, difference, low, high, trend]) => ({
      outcome,
      difference,
      low,
      high,
      n: 6,
      trend,
      trendLow: trend === null ? null : trend - 0.08,
      trendHigh: trend === null ? null : trend + 0.08,
    })),
  );
