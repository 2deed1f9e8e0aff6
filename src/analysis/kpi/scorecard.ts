import { type KpiId, type KpiSetting, kpiIds } from '../../model/kpi.ts';
import { type PeriodId, previous, yearBefore } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { difference } from '../portfolio/weighted.ts';
import type { Scope } from '../scope.ts';
import { trailOf } from '../spans.ts';
import { deviationUnitOf, isScore, kpiDefinitions } from './definitions.ts';
import { portfolioKpis, portfolioValues } from './figures.ts';
import { type Measurement, unavailable } from './measurement.ts';
import { kpiSettingsOf } from './settings.ts';

/** `none` where there is no value or no target to hold it against. */
export type KpiStatus = 'met' | 'near' | 'missed' | 'none';

export interface ScorecardRow {
  readonly kpi: KpiId;
  /** Number among the eleven, with a letter where several measures of the scorecard share it: 3a, 3b. */
  readonly number: string;
  readonly measured: Measurement;
  readonly target?: { readonly value: number; readonly source: SourceRef };
  /**
   * Value − target in points where the KPI is a percentage or a score, else (value − target) ÷ |target|, signed; absent without a
   * target or where that would divide by zero.
   */
  readonly deviation?: number;
  /** Deviation from which on the target is missed, with the sign of the wrong side; absent where there is nothing to be near to. */
  readonly limit?: number;
  readonly status: KpiStatus;
  /** How far it is off to the wrong side, as a part of the target or of 100 points of a score, so that KPIs rank; 0 where it is not. */
  readonly shortfall: number;
  readonly priorQuarter: Measurement;
  readonly priorYear: Measurement;
  /** Quarters with a value, of the last eight, oldest first. */
  readonly history: readonly { readonly period: PeriodId; readonly value: number }[];
}

/** The KPIs that the workspace selected, against target, the quarter before and the year before; all with a value where it selected none. */
export const scorecard = (scope: Scope): readonly ScorecardRow[] => {
  const shown = shownKpis(scope);
  return shown.map(kpi => {
    const measured = measurementIn(scope, scope.period, kpi);
    const setting = settingOf(scope, kpi);
    const target = targetOf(scope, kpi);
    return {
      kpi,
      number: numberOf(kpi, shown),
      measured,
      ...(target === undefined ? {} : { target }),
      ...comparison(kpi, measured.value, target?.value, setting?.tolerance ?? 0),
      priorQuarter: measurementIn(scope, previous(scope.period), kpi),
      priorYear: measurementIn(scope, yearBefore(scope.period), kpi),
      history: trailOf(scope.period).flatMap(period => {
        const value = valueIn(scope, period, kpi);
        return value === undefined ? [] : [{ period, value }];
      }),
    };
  });
};

const measurementIn = (scope: Scope, period: PeriodId, kpi: KpiId): Measurement =>
  scope.at(period).of(portfolioKpis).get(kpi) ?? unavailable('not-recorded');

// This quarter, the last and that of a year ago are measured in full anyway; of the others the value is enough.
const valueIn = (scope: Scope, period: PeriodId, kpi: KpiId): number | undefined =>
  [scope.period, previous(scope.period), yearBefore(scope.period)].includes(period)
    ? measurementIn(scope, period, kpi).value
    : scope.at(period).of(portfolioValues).get(kpi);

const shownKpis = (scope: Scope): readonly KpiId[] => {
  const declared = new Set(kpiSettingsOf(scope).kpis.map(({ kpi }) => kpi));
  if (declared.size > 0) return kpiIds.filter(kpi => declared.has(kpi));
  return kpiIds.filter(kpi => measurementIn(scope, scope.period, kpi).value !== undefined);
};

export const settingOf = (scope: Scope, kpi: KpiId): KpiSetting | undefined =>
  kpiSettingsOf(scope).kpis.find(setting => setting.kpi === kpi);

export const numberOf = (kpi: KpiId, shown: readonly KpiId[]): string => {
  const { number } = kpiDefinitions[kpi];
  const siblings = shown.filter(other => kpiDefinitions[other].number === number);
  return siblings.length === 1 ? String(number) : `${number}${'abcdef'.charAt(siblings.indexOf(kpi))}`;
};

export const targetOf = (scope: Scope, kpi: KpiId): ScorecardRow['target'] => {
  const { kpis } = scope.workspace.program;
  const index = kpis?.kpis.findIndex(setting => setting.kpi === kpi) ?? -1;
  const setting = kpis?.kpis[index];
  if (kpis === undefined || setting === undefined) return undefined;
  const ofQuarter = setting.targets[scope.period];
  if (ofQuarter !== undefined)
    return { value: ofQuarter, source: at(kpis.source, 'kpis', index, 'targets', scope.period) };
  if (setting.target === undefined) return undefined;
  return { value: setting.target, source: at(kpis.source, 'kpis', index, 'target') };
};

/** Points of a score that a tolerance of 1 would allow. */
const wholeScore = 100;

/** @param tolerance distance to the target, on the wrong side, that still counts as near: relative, or a part of 100 points of a score */
export const comparison = (
  kpi: KpiId,
  value: number | undefined,
  target: number | undefined,
  tolerance: number,
): Pick<ScorecardRow, 'deviation' | 'limit' | 'status' | 'shortfall'> => {
  if (value === undefined || target === undefined) return { status: 'none', shortfall: 0 };
  const gap = difference(value, target);
  const higher = kpiDefinitions[kpi].polarity === 'higher';
  const met = higher ? gap >= 0 : gap <= 0;
  const whole = isScore(kpi) ? wholeScore : Math.abs(target);
  const shortfall = met ? 0 : Math.abs(gap) / whole;
  const status = met ? 'met' : shortfall <= tolerance ? 'near' : 'missed';
  const inPoints = deviationUnitOf(kpi) !== undefined;
  if (whole === 0 && !inPoints) return { status, shortfall };
  const room = (inPoints ? whole : 1) * tolerance;
  return {
    deviation: inPoints ? gap : gap / whole,
    ...(room > 0 ? { limit: higher ? -room : room } : {}),
    status,
    shortfall,
  };
};
