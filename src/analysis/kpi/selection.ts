import { type KpiId, type KpiSetting, kpiIds } from '../../model/kpi.ts';
import { compareIds } from '../../model/order.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { money, ratio } from '../money.ts';
import type { Scope } from '../scope.ts';
import { kpiSettingsOf } from './settings.ts';

/**
 * What to do with a KPI: keep it, put its cheaper sibling in its place, drop it, or first say what it costs and is good for.
 */
export type Advice = 'keep' | 'replace' | 'drop' | 'undecided';

export interface SelectedKpi {
  readonly kpi: KpiId;
  readonly setting: KpiSetting;
  readonly source: SourceRef;
  /** Cost ÷ benefit; absent where one of the two has no amount. */
  readonly costToBenefit?: number;
  readonly advice: Advice;
  /** The KPI that would stand in its place. */
  readonly successor?: KpiId;
}

/** Whether measuring it costs more than it is worth; undefined where nobody says what it costs or is good for. */
export const isDear = (
  { costToMeasure, benefit }: Pick<KpiSetting, 'costToMeasure' | 'benefit'>,
  limits: { readonly costToBenefit: number; readonly lowRating: number },
): boolean | undefined => {
  if (costToMeasure === undefined || benefit === undefined) return undefined;
  if (costToMeasure === 0) return false;
  if (benefit.amount !== undefined)
    return money(costToMeasure).greaterThan(money(benefit.amount).times(limits.costToBenefit));
  return (benefit.rating ?? 0) <= limits.lowRating;
};

/**
 * The KPIs that the workspace follows, each with what to do with it (domain 4, after 003: keep few, and none whose measuring
 * costs more than its benefit). One that is too dear gives way to a cheaper sibling that is followed and not dear itself; else
 * it is dropped. Where more remain than the programme wants, those with such a sibling give way as well, the dearest first.
 */
export const kpiSelection = (scope: Scope): readonly SelectedKpi[] => {
  const { kpis } = scope.workspace.program;
  if (kpis === undefined) return [];
  const { selection } = kpiSettingsOf(scope);
  const known = new Map(kpis.kpis.map((setting, index) => [setting.kpi, { setting, index }] as const));
  const siblingOf = (setting: KpiSetting): KpiId | undefined => {
    const sibling = setting.cheaper === undefined ? undefined : known.get(setting.cheaper)?.setting;
    if (sibling === undefined || isDear(sibling, selection) === true) return undefined;
    return (sibling.costToMeasure ?? Number.POSITIVE_INFINITY) < (setting.costToMeasure ?? 0)
      ? sibling.kpi
      : undefined;
  };
  const judged = kpiIds.flatMap((kpi): SelectedKpi[] => {
    const own = known.get(kpi);
    if (own === undefined) return [];
    const dear = isDear(own.setting, selection);
    const successor = dear === true ? siblingOf(own.setting) : undefined;
    const quotient = costToBenefit(own.setting);
    return [
      {
        kpi,
        setting: own.setting,
        source: at(kpis.source, 'kpis', own.index),
        ...(quotient === undefined ? {} : { costToBenefit: quotient }),
        ...(successor === undefined ? {} : { successor }),
        advice:
          dear === undefined ? 'undecided' : !dear ? 'keep' : successor === undefined ? 'drop' : 'replace',
      },
    ];
  });
  return withinMaximum(judged, selection.maximum, siblingOf);
};

const costToBenefit = ({ costToMeasure, benefit }: KpiSetting): number | undefined =>
  costToMeasure === undefined || benefit?.amount === undefined
    ? undefined
    : ratio(money(costToMeasure), money(benefit.amount));

export const staysIn = ({ advice }: SelectedKpi): boolean => advice === 'keep' || advice === 'undecided';

const withinMaximum = (
  judged: readonly SelectedKpi[],
  maximum: number,
  siblingOf: (setting: KpiSetting) => KpiId | undefined,
): readonly SelectedKpi[] => {
  const surplus = judged.filter(staysIn).length - maximum;
  const replaceable = judged
    .filter(staysIn)
    .flatMap(({ kpi, setting }) => {
      const successor = siblingOf(setting);
      return successor === undefined ? [] : [{ kpi, successor, cost: setting.costToMeasure ?? 0 }];
    })
    .sort((a, b) => b.cost - a.cost || compareIds(a.kpi, b.kpi))
    .slice(0, Math.max(0, surplus));
  const replaced = new Map(replaceable.map(({ kpi, successor }) => [kpi, successor]));
  return judged.map(one => {
    const successor = replaced.get(one.kpi);
    return successor === undefined ? one : { ...one, advice: 'replace', successor };
  });
};

/** Cost of a year of measuring some KPIs, of those whose cost is declared. */
export const costOf = (selected: readonly SelectedKpi[]): number =>
  selected.reduce((total, { setting }) => total.plus(setting.costToMeasure ?? 0), money(0)).toNumber();
