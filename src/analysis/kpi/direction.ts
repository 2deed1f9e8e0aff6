import type { KpiId, KpiSetting } from '../../model/kpi.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Scope } from '../scope.ts';

/** What has no partner on the other side: a KPI without strategy, or strategy, area or activity that no KPI watches. */
export type DirectionOrphan =
  | 'kpi-without-strategy'
  | 'line-without-kpi'
  | 'area-without-kpi'
  | 'activity-without-kpi';

export interface DirectionRow {
  /** Absent in rows for what no KPI watches. */
  readonly kpi?: KpiId;
  readonly lines: readonly LocalizedText[];
  /** Vision or mission, which it serves where no line does, or beside one. */
  readonly statements: readonly ('vision' | 'mission')[];
  readonly areas: readonly LocalizedText[];
  readonly activities: readonly LocalizedText[];
  readonly orphan?: DirectionOrphan;
  readonly source: SourceRef;
}

interface Named {
  readonly id: string;
  readonly name: LocalizedText;
  readonly source: SourceRef;
}

const nothing = { lines: [], statements: [], areas: [], activities: [] } as const;

/** Lines of the strategy that a KPI serves: its own, and those of the objectives that name it. */
const linesOf = (scope: Scope, { kpi, serves }: KpiSetting): ReadonlySet<string> => {
  const objectives = scope.workspace.program.statements?.objectives ?? [];
  const through = objectives.filter(objective => objective.kpis.includes(kpi)).flatMap(one => one.serves);
  return new Set([...serves, ...through]);
};

const strategyLines = (scope: Scope): readonly Named[] => {
  const { statements } = scope.workspace.program;
  return (statements?.strategy ?? []).map(({ id, text }, index) => ({
    id,
    name: text,
    source: at(statements?.source ?? { file: '', path: [] }, 'strategy', index),
  }));
};

/**
 * KPI × strategic direction, areas and activities, then what no KPI watches (domain 4, alignment). Vision and mission count as
 * direction: a KPI that serves only these is no orphan.
 */
export const direction = (scope: Scope): readonly DirectionRow[] => {
  const { kpis } = scope.workspace.program;
  if (kpis === undefined) return [];
  const lines = strategyLines(scope);
  const named = (key: 'areas' | 'activities'): readonly Named[] =>
    kpis[key].map(({ id, name }, index) => ({ id, name, source: at(kpis.source, key, index) }));
  const [areas, activities] = [named('areas'), named('activities')];
  const served = kpis.kpis.map(setting => linesOf(scope, setting));
  const pick = (all: readonly Named[], ids: { has(id: string): boolean }) =>
    all.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  const rows = kpis.kpis.map((setting, index): DirectionRow => {
    const own = served[index] ?? new Set();
    return {
      kpi: setting.kpi,
      lines: pick(lines, own),
      statements: (['vision', 'mission'] as const).filter(kind => own.has(kind)),
      areas: pick(areas, new Set(setting.areas)),
      activities: pick(activities, new Set(setting.activities)),
      ...(lines.length > 0 && own.size === 0 ? { orphan: 'kpi-without-strategy' } : {}),
      source: at(kpis.source, 'kpis', index),
    };
  });
  const watched = (key: 'areas' | 'activities') => new Set(kpis.kpis.flatMap(setting => setting[key]));
  const unwatched = (all: readonly Named[], ids: ReadonlySet<string>) => all.filter(({ id }) => !ids.has(id));
  return [
    ...rows,
    ...unwatched(lines, new Set(served.flatMap(own => [...own]))).map(
      ({ name, source }): DirectionRow => ({ ...nothing, lines: [name], orphan: 'line-without-kpi', source }),
    ),
    ...unwatched(areas, watched('areas')).map(
      ({ name, source }): DirectionRow => ({ ...nothing, areas: [name], orphan: 'area-without-kpi', source }),
    ),
    ...unwatched(activities, watched('activities')).map(
      ({ name, source }): DirectionRow => ({
        ...nothing,
        activities: [name],
        orphan: 'activity-without-kpi',
        source,
      }),
    ),
  ];
};
