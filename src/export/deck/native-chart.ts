import type { Cell, Row } from '../../model/series.ts';
import type { ExportSources } from '../format.ts';
import { withSides } from './label-sides.ts';

/** A chart that the presentation program draws from numbers that stand in the file: points in a plane, which may be joined or sized. */
export interface NativeChart {
  readonly kind: 'scatter' | 'bubble';
  /** Where it shows less than that of the page, what it shows. */
  readonly caption?: string;
  readonly x: NativeAxis;
  readonly y: NativeAxis;
  readonly series: readonly NativeSeries[];
}

export interface NativeAxis {
  readonly title: string;
  readonly min: number;
  readonly max: number;
  /** Step of its marks. */
  readonly step: number;
  readonly format: string;
  /** Where the other axis crosses it: a cut that parts the plane, else its beginning. */
  readonly cut?: number;
}

export interface NativeSeries {
  readonly name: string;
  readonly role: 'actual' | 'previous' | 'accent' | 'light' | 'limit' | 'names';
  readonly joined: boolean;
  readonly points: readonly NativePoint[];
}

export interface NativePoint {
  readonly x: number;
  readonly y: number;
  /** Area of a bubble. */
  readonly size?: number;
  /** What stands beside it. */
  readonly label?: string;
  /** Beside which side of it. */
  readonly side?: 'left' | 'right' | 'above' | 'below';
  /** How far off that place, in parts of the chart's width and height. */
  readonly offset?: readonly [number, number];
}

type Maker = (sources: ExportSources) => NativeChart;

/** The chart of a series; undefined where the deck has none for it, and shows its table. */
export const nativeChart = (series: string, sources: ExportSources): NativeChart | undefined => {
  const make = makers[series];
  const chart = make?.(sources);
  return chart === undefined || chart.series.every(({ points }) => points.length === 0) ? undefined : chart;
};

const rowsOf = (series: string, { analysis }: ExportSources): readonly Row[] =>
  analysis.series.get(series)?.rows ?? [];

const isNumber = (cell: Cell | undefined): cell is number => typeof cell === 'number';

/** Cumulative revenue by customer, this year over the last one, with the line that the 80/20 reading looks for. */
const curve: Maker = sources => {
  const { locale, names, analysis } = sources;
  const rows = rowsOf('portfolio.curve', sources);
  const line = analysis.scope.workspace.settings.thresholds.paretoShare;
  const customers = Math.max(...rows.map(({ rank }) => (isNumber(rank) ? rank : 0)));
  const pointsOf = (scenario: string): readonly NativePoint[] => {
    const own = rows.flatMap(({ scenario: of, rank, cumulative, account }) =>
      of === scenario && isNumber(rank) && isNumber(cumulative) ? [{ x: rank, y: cumulative, account }] : [],
    );
    const cut = own.findIndex(({ y }) => y >= line - 1e-9);
    return [
      { x: 0, y: 0 },
      ...own.map(({ x, y, account }, index): NativePoint => {
        if (scenario !== 'AC') return { x, y };
        if (index === 0)
          return {
            x,
            y,
            side: 'right',
            label: locale.t('charts.revenue-curve.largest', {
              account: names.shortAccount(String(account)),
              share: share(y),
            }),
          };
        if (index === cut)
          return {
            x,
            y,
            side: 'right',
            // Below the line and the curve that it is about.
            offset: [0.015, 0.06],
            label: locale.t('charts.revenue-curve.cut', { count: x, share: share(y) }),
          };
        return { x, y };
      }),
    ];
  };
  const share = (value: number): string => locale.measure(value, 'share', { precision: 1 });
  return {
    kind: 'scatter',
    x: {
      title: locale.t('charts.revenue-curve.rank'),
      min: 0,
      max: customers,
      step: stepFor(customers),
      format: '0',
    },
    y: { title: locale.t('charts.revenue-curve.share'), min: 0, max: 1, step: 0.2, format: '0%' },
    series: [
      { name: locale.term('scenario', 'PY'), role: 'previous', joined: true, points: pointsOf('PY') },
      { name: locale.term('scenario', 'AC'), role: 'actual', joined: true, points: pointsOf('AC') },
      {
        name: locale.t('export.deck.line', { share: locale.measure(line, 'share', { precision: 0 }) }),
        role: 'limit',
        joined: true,
        points: [
          { x: 0, y: line },
          { x: customers, y: line },
        ],
      },
    ],
  };
};

const stepFor = (most: number): number => [1, 2, 5, 10, 20, 50, 100].find(step => most / step <= 8) ?? 200;

/** Attractiveness over strength, area by revenue, a series for each quadrant. */
const kaism: Maker = sources => {
  const { locale, names, analysis } = sources;
  const { scoring } = analysis.scope.workspace.program;
  const { min, max } = scoring?.scale ?? { min: 1, max: 10 };
  const middle = (min + max) / 2;
  const [low, high] = [min, max].map(end => locale.number(end, { precision: 0 }));
  const axis = (which: 'attractiveness' | 'strength'): NativeAxis => ({
    title: locale.t(`charts.kaism.${which}`, { low: low ?? '', high: high ?? '' }),
    min,
    max,
    step: max - min > 20 ? 10 : 1,
    format: '0',
    cut: scoring?.kaism[which] ?? middle,
  });
  const [x, y] = [axis('strength'), axis('attractiveness')];
  const quadrant = (code: Quadrant): string => locale.term('kaism', code);
  const bubbles = withSides(
    rowsOf('portfolio.kaism', sources).flatMap(
      ({ quadrant: of, strength, attractiveness, revenue, account }) =>
        isNumber(strength) && isNumber(attractiveness)
          ? [
              {
                of: String(of),
                x: strength,
                y: attractiveness,
                size: isNumber(revenue) && revenue > 0 ? revenue : 1,
                label: names.shortAccount(String(account)),
              },
            ]
          : [],
    ),
    x,
    y,
  );
  return {
    kind: 'bubble',
    caption: locale.t('export.deck.kaism'),
    x,
    y,
    series: [
      ...(Object.keys(roles) as Quadrant[]).map(code => ({
        name: quadrant(code),
        role: roles[code],
        joined: false,
        points: bubbles.filter(({ of }) => of === code),
      })),
      quadrantNames(x, y, [
        quadrant('development'),
        quadrant('key'),
        quadrant('opportunistic'),
        quadrant('maintenance'),
      ]),
    ],
  };
};

type Quadrant = keyof typeof roles;
const roles = {
  key: 'actual',
  development: 'accent',
  maintenance: 'previous',
  opportunistic: 'light',
} as const;

/** Names of the parts of a plane in its corners: top left, top right, bottom left, bottom right. */
const quadrantNames = (
  x: NativeAxis,
  y: NativeAxis,
  texts: readonly [string, string, string, string],
): NativeSeries => {
  const inset = (y.max - y.min) * 0.03;
  const corners = [
    { x: x.min, y: y.max - inset, side: 'right' },
    { x: x.max, y: y.max - inset, side: 'left' },
    { x: x.min, y: y.min + inset, side: 'right' },
    { x: x.max, y: y.min + inset, side: 'left' },
  ] as const;
  return {
    name: '',
    role: 'names',
    joined: false,
    points: corners.map((corner, index) => ({ ...corner, size: 1, label: texts[index] ?? '' })),
  };
};

/** Breadth over depth of the programme, quarter by quarter. */
const commitment: Maker = sources => {
  const { locale, analysis } = sources;
  const { breadthCut, depthCut } = analysis.scope.workspace.program.commitment ?? {
    breadthCut: 0.3,
    depthCut: 0.5,
  };
  const all = rowsOf('programme.commitment.trail', sources).flatMap(({ breadth, depth, period }) =>
    isNumber(breadth) && isNumber(depth)
      ? [{ x: breadth, y: depth, label: locale.period(String(period)) }]
      : [],
  );
  const named = all.map(
    ({ x, y, label }, index): NativePoint =>
      index === 0 || index >= all.length - 2
        ? { x, y, label, side: index === 0 ? 'below' : index === all.length - 1 ? 'right' : 'above' }
        : { x, y },
  );
  const widest = Math.max(breadthCut, ...all.map(({ x }) => x));
  const x: NativeAxis = {
    title: locale.t('charts.commitment.breadth'),
    min: 0,
    max: Math.min(1, Math.ceil(widest * 13) / 10),
    step: 0.1,
    format: '0%',
    cut: breadthCut,
  };
  const y: NativeAxis = {
    title: locale.t('charts.commitment.depth'),
    min: 0,
    max: 1,
    step: 0.25,
    format: '0.00',
    cut: depthCut,
  };
  const cell = (code: string): string => locale.t(`charts.commitment.cells.${code}`);
  return {
    kind: 'scatter',
    x,
    y,
    series: [
      { name: locale.t('export.deck.earlier'), role: 'previous', joined: true, points: named.slice(0, -1) },
      {
        name: locale.period(analysis.scope.period),
        role: 'accent',
        joined: true,
        points: named.slice(-2).map(withoutFirstLabel),
      },
      quadrantNames(x, y, [cell('B'), cell('A'), cell('D'), cell('C')]),
    ],
  };
};

/** The point that both series share is named by one of them. */
const withoutFirstLabel = (point: NativePoint, index: number): NativePoint =>
  index === 0 ? { x: point.x, y: point.y } : point;

const makers: Readonly<Record<string, Maker>> = {
  'portfolio.curve': curve,
  'portfolio.kaism': kaism,
  'programme.commitment.trail': commitment,
};
