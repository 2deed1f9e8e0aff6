import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Row, Series } from '../../model/series.ts';
import { figuresOf } from '../make.ts';
import { setting } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { accounts, count, figure, finding, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { kpiDefinitions, unitOf } from './definitions.ts';
import { descriptionOf, valueFigureId } from './figures.ts';
import type { Measurement } from './measurement.ts';
import { growers, type PartName, type PartRow, partNames, partRows, shrinking } from './parts.ts';

const figureId = (part: PartName, kpi: string): string => `kpi.parts.${part}.${kpi}`;

const limits = (scope: Scope) => ['growers', 'gap'].map(name => setting(scope, 'kpis', 'parts', name));

/** Each KPI of the parts, and how many customers buy less than a year ago. */
export const partFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const fewer = shrinking(scope);
  return [
    make('kpi.parts.shrinking', fewer.value ?? fewer.unavailable, 'share', 1, () => fewer.inputs, {
      ...descriptionOf(scope, fewer),
      polarity: 'lower',
    }),
    ...scope.of(partRows).flatMap(({ kpi, parts }) =>
      partNames.map(part => {
        const measured = parts[part];
        const described = descriptionOf(scope, measured);
        return make(
          figureId(part, kpi),
          measured.value ?? measured.unavailable,
          unitOf(scope, kpi),
          kpiDefinitions[kpi].precision,
          () => measured.inputs,
          {
            ...described,
            assumptions: [...(described.assumptions ?? []), ...limits(scope)],
            polarity: kpiDefinitions[kpi].polarity,
          },
        );
      }),
    ),
  ];
};

const columnIds: Readonly<Record<PartName, string>> = {
  key: 'keyPart',
  others: 'othersPart',
  growers: 'growersPart',
  'without-growers': 'withoutGrowers',
};

/** `kpi.parts`: the base, the key accounts and the others, those that grew most and the base without them. */
export const partSeries = (scope: Scope): Series => {
  const rows = scope.of(partRows);
  return {
    id: 'kpi.parts',
    columns: [
      column.term('kpi', 'kpi'),
      column.term('kpiUnit', 'kpi-unit'),
      column.shows(column.measure('whole', 'index', 1), 'kpi.{kpi}.value'),
      ...partNames.map(part =>
        column.shows(column.measure(columnIds[part], 'index', 1), figureId(part, '{kpi}')),
      ),
      ...['whole', ...partNames.map(part => columnIds[part])].flatMap(id =>
        ['Low', 'High'].map(end => column.measure(`${id}${end}`, 'index', 1)),
      ),
      column.term('partVerdict', 'part-verdict'),
      column.term('polarity', 'polarity'),
    ],
    rows: rows.map(row => cellsOf(scope, row)),
    inputs: rows.map(({ kpi }) => valueFigureId(kpi)),
    rowInputs: rows.map(({ kpi }) => [valueFigureId(kpi), ...partNames.map(part => figureId(part, kpi))]),
  };
};

const cellsOf = (scope: Scope, { kpi, whole, parts, verdict }: PartRow): Row => ({
  kpi,
  kpiUnit: kpi,
  whole: column.orMissing(whole.value),
  ...endsOf('whole', whole),
  ...Object.assign(
    {},
    ...partNames.map(part => ({
      [columnIds[part]]: column.orMissing(parts[part].value),
      ...endsOf(columnIds[part], parts[part]),
    })),
  ),
  partVerdict: column.orMissing(verdict),
  polarity: kpiDefinitions[kpi].polarity,
  unit: unitOf(scope, kpi),
  precision: kpiDefinitions[kpi].precision,
});

/** The interval beside the value: what a small sample leaves open. */
const endsOf = (id: string, { interval }: Measurement): Row => ({
  [`${id}Low`]: column.orMissing(interval?.low),
  [`${id}High`]: column.orMissing(interval?.high),
});

/** Where the whole says another thing than its parts. */
export const partFindings = (scope: Scope): Finding[] => {
  const rows = scope.of(partRows);
  if (rows.length === 0) return [];
  const hidden = rows.find(({ verdict }) => verdict === 'growers');
  const apart = rows.filter(({ verdict }) => verdict === 'key');
  const [first] = apart;
  const judged = rows.filter(({ verdict }) => verdict !== undefined);
  const net = valueFigureId('net-revenue-retention');
  return [
    ...(hidden === undefined
      ? []
      : [
          finding(
            'kpi-parts.hidden',
            'attention',
            65,
            [net, figureId('without-growers', 'net-revenue-retention'), 'kpi.parts.shrinking'],
            {
              growers: accounts(scope.of(growers).map(({ id }) => id)),
              number: count(scope.of(growers).length),
              net: figure(net),
              rest: figure(figureId('without-growers', 'net-revenue-retention')),
              shrinking: figure('kpi.parts.shrinking'),
            },
          ),
        ]),
    ...(first === undefined
      ? []
      : [
          finding(
            'kpi-parts.apart',
            'notable',
            50,
            [figureId('key', first.kpi), figureId('others', first.kpi)],
            {
              apart: count(apart.length),
              judged: count(judged.length),
              kpi: term('kpi-inline', first.kpi),
              key: figure(figureId('key', first.kpi)),
              others: figure(figureId('others', first.kpi)),
            },
          ),
        ]),
    ...(hidden === undefined && first === undefined && judged.length > 0
      ? [finding('kpi-parts.alike', 'good', 20, [net], { judged: count(judged.length) })]
      : []),
  ];
};
