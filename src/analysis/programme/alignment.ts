import { type KpiId, kpiIds } from '../../model/kpi.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Scope } from '../scope.ts';
import { type StatementKind, statementKinds } from './statements.ts';

/** What has no partner on the other side of the alignment. */
export type Orphan =
  | 'no-strategy'
  | 'no-segment'
  | 'no-kpi'
  | 'kpi-not-selected'
  | 'no-objective'
  | 'segment-not-used'
  | 'kpi-not-used';

export interface AlignmentRow {
  /** Absent in rows for what no objective takes up. */
  readonly objective?: LocalizedText;
  readonly statements: readonly StatementKind[];
  readonly strategy: readonly LocalizedText[];
  readonly segments: readonly LocalizedText[];
  readonly kpis: readonly KpiId[];
  /** The weightiest thing that it lacks. */
  readonly orphan?: Orphan;
  /** Everything that it lacks. */
  readonly gaps: readonly Orphan[];
  readonly source: SourceRef;
}

/** Objectives with what they serve, are about and are measured by; then the lines, segments and KPIs that none takes up. */
export const alignment = (scope: Scope): readonly AlignmentRow[] => {
  if (scope.workspace.program.statements === undefined) return [];
  return [...objectiveRows(scope), ...strategyOrphans(scope), ...segmentOrphans(scope), ...kpiOrphans(scope)];
};

const lacking = (orphan: Orphan) => ({ orphan, gaps: [orphan] }) as const;

const nothing = { statements: [], strategy: [], segments: [], kpis: [] } as const;

const selectedKpis = (scope: Scope): ReadonlySet<KpiId> =>
  new Set(scope.workspace.program.kpis?.kpis.map(({ kpi }) => kpi) ?? []);

const segmentsOf = (scope: Scope): readonly { id: string; name: LocalizedText; source: SourceRef }[] => {
  const { segments } = scope.workspace.program;
  if (segments === undefined) return [];
  return segments.schemes.flatMap((scheme, s) =>
    scheme.segments.map(({ id, name }, index) => ({
      id,
      name,
      source: at(segments.source, 'schemes', s, 'segments', index),
    })),
  );
};

const objectiveRows = (scope: Scope): AlignmentRow[] => {
  const { statements } = scope.workspace.program;
  if (statements === undefined) return [];
  const selected = selectedKpis(scope);
  return statements.objectives.map((objective, index) => {
    const named = statementKinds.filter(kind => objective.serves.includes(kind));
    const lines = statements.strategy.filter(({ id }) => objective.serves.includes(id));
    const kpis = kpiIds.filter(kpi => objective.kpis.includes(kpi));
    const gaps = gapsOf(named.length + lines.length, objective.segments, kpis, selected);
    // Some objectives concern every segment alike: to name none is worth a look, but it makes no orphan.
    const orphan = gaps.find(gap => gap !== 'no-segment');
    return {
      objective: objective.text,
      statements: named,
      strategy: lines.map(({ text }) => text),
      segments: segmentsOf(scope)
        .filter(({ id }) => objective.segments.includes(id))
        .map(({ name }) => name),
      kpis,
      ...(orphan === undefined ? {} : { orphan }),
      gaps,
      source: at(statements.source, 'objectives', index),
    };
  });
};

const gapsOf = (
  served: number,
  segments: readonly string[],
  kpis: readonly KpiId[],
  selected: ReadonlySet<KpiId>,
): Orphan[] => [
  ...(served === 0 ? ['no-strategy' as const] : []),
  ...(kpis.length === 0 ? ['no-kpi' as const] : []),
  ...(kpis.length > 0 && selected.size > 0 && kpis.every(kpi => !selected.has(kpi))
    ? ['kpi-not-selected' as const]
    : []),
  ...(segments.length === 0 ? ['no-segment' as const] : []),
];

const strategyOrphans = (scope: Scope): AlignmentRow[] => {
  const { statements } = scope.workspace.program;
  if (statements === undefined) return [];
  const served = new Set(statements.objectives.flatMap(objective => objective.serves));
  const unserved = statementKinds.filter(kind => statements[kind] !== undefined && !served.has(kind));
  return [
    ...unserved.map(
      (kind): AlignmentRow => ({
        ...nothing,
        statements: [kind],
        ...lacking('no-objective'),
        source: at(statements.source, kind),
      }),
    ),
    ...statements.strategy.flatMap(({ id, text }, index): AlignmentRow[] =>
      served.has(id)
        ? []
        : [
            {
              ...nothing,
              strategy: [text],
              ...lacking('no-objective'),
              source: at(statements.source, 'strategy', index),
            },
          ],
    ),
  ];
};

const segmentOrphans = (scope: Scope): AlignmentRow[] => {
  const used = new Set(scope.workspace.program.statements?.objectives.flatMap(one => one.segments) ?? []);
  return segmentsOf(scope)
    .filter(({ id }) => !used.has(id))
    .map(({ name, source }) => ({ ...nothing, segments: [name], ...lacking('segment-not-used'), source }));
};

const kpiOrphans = (scope: Scope): AlignmentRow[] => {
  const { statements, kpis } = scope.workspace.program;
  const used = new Set(statements?.objectives.flatMap(one => one.kpis) ?? []);
  if (kpis === undefined) return [];
  return kpis.kpis.flatMap(({ kpi }, index) =>
    used.has(kpi)
      ? []
      : [
          {
            ...nothing,
            kpis: [kpi],
            ...lacking('kpi-not-used'),
            source: at(kpis.source, 'kpis', index),
          },
        ],
  );
};
