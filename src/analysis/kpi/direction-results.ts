import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { named } from '../person-name.ts';
import { setting } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { count, finding, quoted, term } from '../portfolio/findings.ts';
import { joinTexts } from '../programme/joined-text.ts';
import type { Scope } from '../scope.ts';
import { conflicts, ownersOf } from './conflicts.ts';
import { type DirectionOrphan, type DirectionRow, direction } from './direction.ts';
import { kpiSettingsOf } from './settings.ts';

const { orMissing } = column;
const orphans = [
  'kpi-without-strategy',
  'line-without-kpi',
  'area-without-kpi',
  'activity-without-kpi',
] as const satisfies readonly DirectionOrphan[];

const rowsWith = (scope: Scope, orphan: DirectionOrphan): readonly DirectionRow[] =>
  scope.of(direction).filter(row => row.orphan === orphan);

const busyOwners = (scope: Scope) =>
  ownersOf(scope).filter(({ kpis }) => kpis.length > kpiSettingsOf(scope).selection.ownerMaximum);

/** Where it stands for which KPIs somebody answers. */
const placesOf = (scope: Scope, { kpis }: ReturnType<typeof ownersOf>[number]): readonly SourceRef[] => {
  const { program } = scope.workspace;
  if (program.kpis === undefined) return [];
  const { kpis: settings, source } = program.kpis;
  return settings.flatMap(({ kpi }, index) =>
    kpis.includes(kpi) ? [at(source, 'kpis', index, 'owner')] : [],
  );
};

/** How much has no partner on the other side, how many KPIs pull apart, and how many owners answer for too many. */
export const directionFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const source = scope.workspace.program.kpis?.source;
  const place = source === undefined ? [] : [source];
  const none = { code: 'no-kpis' };
  const pairs = scope.of(conflicts);
  const answering = busyOwners(scope).map(owner => placesOf(scope, owner));
  const busy = [...answering.flatMap(own => own.slice(0, 1)), ...answering.flatMap(own => own.slice(1))];
  return [
    ...orphans.map(orphan => {
      const rows = rowsWith(scope, orphan);
      const inputs = rows.length > 0 ? rows.map(row => row.source) : place;
      return make(`kpi.alignment.${orphan}`, source === undefined ? none : rows.length, 'count', 0, inputs, {
        polarity: 'lower',
        formula: numberOfFirst(rows.length),
      });
    }),
    make(
      'kpi.alignment.conflicts',
      source === undefined ? none : pairs.length,
      'count',
      0,
      pairs.length > 0
        ? [
            ...pairs.flatMap(({ sources }) => sources.slice(0, 1)),
            ...pairs.flatMap(({ sources }) => sources.slice(1)),
          ]
        : place,
      { polarity: 'lower', formula: numberOfFirst(pairs.length) },
    ),
    make(
      'kpi.alignment.busy-owners',
      source === undefined ? none : busyOwners(scope).length,
      'count',
      0,
      busy.length > 0 ? busy : place,
      {
        assumptions: [setting(scope, 'kpis', 'selection', 'ownerMaximum')],
        polarity: 'lower',
        formula: numberOfFirst(busyOwners(scope).length),
      },
    ),
  ];
};

/** `kpi.alignment`, `kpi.conflicts` and `kpi.owners`. */
export const directionSeries = (scope: Scope): Series[] => {
  const rows = scope.of(direction);
  const pairs = scope.of(conflicts);
  const owners = ownersOf(scope);
  const joined = (texts: DirectionRow['lines']) => joinTexts(texts, '; ') ?? null;
  return [
    {
      id: 'kpi.alignment',
      columns: [
        column.term('kpi', 'kpi'),
        column.text('strategyLines'),
        { id: 'statements', kind: 'terms', vocabulary: 'statement' },
        column.text('areas'),
        column.text('activities'),
        column.term('orphan', 'kpi-orphan'),
      ],
      rows: rows.map(row => ({
        kpi: orMissing(row.kpi),
        strategyLines: joined(row.lines),
        statements: row.statements.join(' ') || null,
        areas: joined(row.areas),
        activities: joined(row.activities),
        orphan: orMissing(row.orphan),
      })),
      inputs: orphans.map(orphan => `kpi.alignment.${orphan}`),
      rowInputs: rows.map(row => [row.source]),
    },
    {
      id: 'kpi.conflicts',
      columns: [
        column.term('kpi', 'kpi'),
        column.term('otherKpi', 'kpi'),
        { id: 'owner', kind: 'person' },
        column.text('lever'),
        column.text('why'),
      ],
      rows: pairs.map(({ kpi, other, owner, lever, why }) => ({
        kpi,
        otherKpi: other,
        owner: orMissing(owner),
        lever: lever ?? null,
        why: why ?? null,
      })),
      inputs: ['kpi.alignment.conflicts'],
      rowInputs: pairs.map(({ sources }) => sources),
    },
    {
      id: 'kpi.owners',
      columns: [
        { id: 'owner', kind: 'person' },
        column.count('kpiCount'),
        { id: 'kpis', kind: 'terms', vocabulary: 'kpi' },
        column.flag('tooMany'),
      ],
      rows: owners.map(({ owner, kpis }) => ({
        owner,
        kpiCount: kpis.length,
        kpis: kpis.join(' '),
        tooMany: kpis.length > kpiSettingsOf(scope).selection.ownerMaximum,
      })),
      inputs: ['kpi.alignment.busy-owners'],
      rowInputs: owners.map(owner => placesOf(scope, owner)),
    },
  ];
};

/** Strategy that nobody measures, KPIs that serve none, incentives that pull apart, owners with too many. */
export const directionFindings = (scope: Scope): Finding[] => {
  if (scope.workspace.program.kpis === undefined) return [];
  const numbers = orphans.map(orphan => rowsWith(scope, orphan).length);
  const [withoutStrategy = 0, lines = 0, areas = 0, activities = 0] = numbers;
  const found = withoutStrategy + lines + areas + activities;
  const pairs = scope.of(conflicts);
  const [pair] = pairs;
  const [busiest] = busyOwners(scope);
  const kpi = (code: string) => term('kpi-inline', code);
  return [
    ...(pair === undefined
      ? []
      : [
          finding('kpi-alignment.conflicts', 'attention', 60, ['kpi.alignment.conflicts'], {
            pairs: count(pairs.length),
            kpi: kpi(pair.kpi),
            other: kpi(pair.other),
          }),
        ]),
    ...(found === 0
      ? []
      : [
          finding(
            'kpi-alignment.orphans',
            'notable',
            50,
            orphans.map(orphan => `kpi.alignment.${orphan}`),
            {
              kpis: count(withoutStrategy),
              lines: count(lines),
              areas: count(areas),
              activities: count(activities),
              kpiNames: {
                kind: 'terms',
                vocabulary: 'kpi-inline',
                codes: rowsWith(scope, 'kpi-without-strategy').flatMap(row => row.kpi ?? []),
                quoted: true,
              },
              without: count(lines + areas + activities),
              names: quoted(
                scope
                  .of(direction)
                  .flatMap(row =>
                    row.kpi === undefined ? [...row.lines, ...row.areas, ...row.activities] : [],
                  ),
              ),
            },
          ),
        ]),
    ...(busiest === undefined
      ? []
      : [
          finding('kpi-alignment.busy-owners', 'notable', 40, ['kpi.alignment.busy-owners'], {
            owners: count(busyOwners(scope).length),
            busiest: named(scope, busiest.owner),
            kpis: count(busiest.kpis.length),
            maximum: count(kpiSettingsOf(scope).selection.ownerMaximum),
          }),
        ]),
  ];
};
