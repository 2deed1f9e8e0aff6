import type { AmountLabels } from './amounts.ts';
import type { ChartInput } from './chart.ts';
import type { Layer } from './layers.ts';
import type { RowGround } from './row-ground.ts';
import type { MovingMember } from './segment-migration.ts';
import { twoLines } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** Customers that share both segments. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Undefined where none of them has revenue, as with prospects. */
  readonly revenue: number | undefined;
}

export const flowTitle = ({ locale }: ChartInput, amounts: AmountLabels): string =>
  locale.t('charts.segment-migration.unit', { unit: amounts.unitInline });

export const flowLayers = (
  ground: RowGround,
  flows: readonly Flow[],
  { from, to }: { readonly from: readonly string[]; readonly to: readonly string[] },
  amounts: AmountLabels,
): Layer[] => {
  const { layers, x, y } = ground;
  const cells = flows.map(flow => ({
    ...flow,
    row: from.indexOf(flow.from),
    column: to.indexOf(flow.to),
    stays: flow.from === flow.to,
  }));
  const [gapX, gapY] = [x.value(1.5), y.value(1.5)];
  const boxes = (stays: boolean) =>
    cells
      .filter(cell => cell.stays === stays)
      .map(({ row, column }) => ({
        x: column + gapX,
        x2: column + 1 - gapX,
        y: row + gapY,
        y2: row + 1 - gapY,
      }));
  const inset = x.value(7);
  return [
    layers.texts(
      to.map((name, column) => ({
        x: column + 1 - inset,
        y: y.value(-17),
        text: twoLines(name, x.at(1) - 10, labelSize, 500),
      })),
      { align: 'right', weight: 500, color: colours.ink2 },
    ),
    layers.segments(
      from.map((_, row) => ({ x: 0, x2: to.length, y: row + 1, y2: row + 1 })),
      { color: colours.rule, strokeWidth: 0.5 },
    ),
    layers.rectangles(boxes(true), { fill: colours.ink, fillOpacity: 0.08 }),
    layers.rectangles(boxes(false), { fill: colours.paper, stroke: colours.accent, strokeWidth: 1.25 }),
    ...[true, false].flatMap(stays => {
      const own = cells.filter(cell => cell.stays === stays);
      const style = { baseline: 'middle', color: stays ? colours.ink : colours.accent } as const;
      return [
        layers.texts(
          own.map(({ row, column, count }) => ({ x: column + inset, y: row + 0.5, text: `${count}` })),
          { ...style, weight: 600 },
        ),
        layers.texts(
          own.map(({ row, column, revenue }) => ({
            x: column + 1 - inset,
            y: row + 0.5,
            text: revenue === undefined ? '–' : amounts.text(revenue),
          })),
          { ...style, align: 'right' },
        ),
      ];
    }),
    layers.segments([{ x: 0, x2: to.length, y: 0, y2: 0 }]),
  ];
};

/** Who moved, from where, to where, with their revenue; the largest first. */
export const moverLines = (
  { locale, names }: ChartInput,
  movers: readonly MovingMember[],
  amounts: AmountLabels,
  most: number,
): string[] => {
  const sorted = [...movers].sort((a, b) => (b.revenue ?? 0) - (a.revenue ?? 0));
  if (sorted.length === 0) return [locale.t('charts.segment-migration.none')];
  const lines = sorted.slice(0, most).map(({ account, from, to, revenue }) =>
    locale.t('charts.segment-migration.moves', {
      account: names.shortAccount(account),
      from,
      to,
      amount: revenue === undefined ? locale.t('interface.notAvailable') : amounts.text(revenue),
    }),
  );
  const rest = sorted.length - lines.length;
  return rest === 0 ? lines : [...lines, locale.t('charts.ranking.rest', { count: rest })];
};
