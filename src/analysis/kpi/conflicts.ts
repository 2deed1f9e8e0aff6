import type { KpiId, KpiSetting } from '../../model/kpi.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Scope } from '../scope.ts';

/** Two KPIs that pull apart: whoever chases one moves away from the other. */
export interface KpiConflict {
  readonly kpi: KpiId;
  readonly other: KpiId;
  /** Who answers for both; absent where two people pull against each other. */
  readonly owner?: string;
  /** The lever that one moves up and the other down, where the rule found it. */
  readonly lever?: LocalizedText;
  /** What the workspace says about a declared pair. */
  readonly why?: LocalizedText;
  readonly sources: readonly SourceRef[];
}

interface Placed {
  readonly setting: KpiSetting;
  readonly source: SourceRef;
}

/**
 * Conflicts in incentives (domain 4): pairs of one owner that move a declared lever in opposite directions, and the pairs that
 * the workspace declares, whoever owns them.
 */
export const conflicts = (scope: Scope): readonly KpiConflict[] => {
  const { kpis } = scope.workspace.program;
  if (kpis === undefined) return [];
  const placed = kpis.kpis.map((setting, index) => ({ setting, source: at(kpis.source, 'kpis', index) }));
  const names = new Map(kpis.levers.map(({ id, name }) => [id, name]));
  const byRule = placed.flatMap((a, index) =>
    placed
      .slice(index + 1)
      .flatMap(b =>
        oppositeLevers(a, b).map(lever => conflictOf(a, b, { lever: names.get(lever) ?? lever })),
      ),
  );
  const declared = kpis.selection.conflicts.flatMap(({ between: [first, second], why }, index) => {
    const [a, b] = [first, second].map(id => placed.find(({ setting }) => setting.kpi === id));
    if (a === undefined || b === undefined) return [];
    const conflict = conflictOf(a, b, why === undefined ? {} : { why });
    return [
      { ...conflict, sources: [at(kpis.source, 'selection', 'conflicts', index), ...conflict.sources] },
    ];
  });
  return [...byRule, ...declared];
};

const oppositeLevers = (a: Placed, b: Placed): string[] => {
  if (a.setting.owner === undefined || a.setting.owner !== b.setting.owner) return [];
  return Object.entries(a.setting.levers)
    .filter(([lever, way]) => {
      const other = b.setting.levers[lever];
      return other !== undefined && other !== way;
    })
    .map(([lever]) => lever)
    .sort();
};

const conflictOf = (a: Placed, b: Placed, rest: Pick<KpiConflict, 'lever' | 'why'>): KpiConflict => ({
  kpi: a.setting.kpi,
  other: b.setting.kpi,
  ...(a.setting.owner !== undefined && a.setting.owner === b.setting.owner ? { owner: a.setting.owner } : {}),
  ...rest,
  sources: [a.source, b.source],
});

/** How many KPIs each owner answers for, most first. */
export const ownersOf = (
  scope: Scope,
): readonly { readonly owner: string; readonly kpis: readonly KpiId[] }[] => {
  const byOwner = new Map<string, KpiId[]>();
  for (const { owner, kpi } of scope.workspace.program.kpis?.kpis ?? []) {
    if (owner === undefined) continue;
    const own = byOwner.get(owner);
    if (own) own.push(kpi);
    else byOwner.set(owner, [kpi]);
  }
  return [...byOwner]
    .map(([owner, kpis]) => ({ owner, kpis }))
    .sort((a, b) => b.kpis.length - a.kpis.length || (a.owner < b.owner ? -1 : 1));
};
