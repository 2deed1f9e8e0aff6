import { z } from 'zod';
import type { Row } from '../model/series.ts';
import { amountLabels } from './amounts.ts';
import type { Chart, ChartInput } from './chart.ts';
import { picture, type Span } from './layers.ts';
import { codeIn, currencyIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { rowGround, unitTitle } from './row-ground.ts';
import { type Flow, flowLayers, flowTitle, moverLines } from './segment-migration-layers.ts';
import { pitchFrom } from './sizes.ts';

const optionsSchema = z
  .strictObject({
    scheme: z.string().optional().describe('Segmentation scheme; the first one of the workspace by default'),
    pitch: pitchFrom(16).default(24).describe('Height of a row in CSS pixels'),
  })
  .prefault({});

/** Most customers that are named below the matrix. */
const mostNamed = 5;
const lineHeight = 13;

/**
 * From the segment of the last quarter, downwards, to the one of this quarter, across: customers and revenue in each cell.
 * Who stayed lies on the diagonal; who moved stands out by frame, weight and colour, and is named below.
 */
export const segmentMigration: Chart<z.infer<typeof optionsSchema>> = {
  name: 'segment-migration',
  options: optionsSchema,
  draw(input, { scheme, pitch }) {
    const { locale } = input;
    const chosen = scheme ?? input.analysis.scope.workspace.program.segments?.schemes[0]?.id ?? '';
    const series = `portfolio.segments.${chosen}.members`;
    const members = rowsOf(input, series).map(row => memberOf(input, row));
    if (!members.some(({ from, isNew }) => from !== '' && !isNew)) return nothingToDraw;
    const order = rowsOf(input, `portfolio.segments.${chosen}`).map(row => nameOf(input, row, 'segment'));
    const flows = flowsOf(members);
    const used = (end: 'from' | 'to'): string[] => {
      const names = new Set(flows.map(flow => flow[end]));
      return [...order.filter(name => names.has(name)), ...[...names].filter(name => !order.includes(name))];
    };
    const [from, to] = [used('from'), used('to')];
    const amounts = amountLabels(
      locale,
      flows.flatMap(({ revenue }) => revenue ?? []),
      currencyIn(input, series, 'revenue'),
    );
    const movers = members.filter(member => member.from !== member.to);
    const lines = moverLines(input, movers, amounts, mostNamed);
    const ground = rowGround({
      width: input.width,
      names: from.map(text => ({ text })),
      pitch,
      top: 44,
      bottom: lines.length * lineHeight + 5,
      right: 1,
      domain: [0, to.length],
    });
    return {
      series,
      alternative: alternative(input, members, movers, lines),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, flowTitle(input, amounts)),
        ...ground.names,
        ...flowLayers(ground, flows, { from, to }, amounts),
        ground.layers.places(memberPlaces(members, { from, to })),
        ground.layers.texts(
          lines.map((text, line) => ({
            x: ground.x.value(-ground.margins.left),
            y: ground.y.value(ground.plot.height + 14 + line * lineHeight),
            text,
          })),
        ),
      ]),
    };
  },
};

/** A customer with its segments then and now, by name. */
export interface MovingMember {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  /** Whether there was nothing to compare with: it was no customer then. */
  readonly isNew: boolean;
  readonly revenue: number | undefined;
}

const nameOf = (input: ChartInput, row: Row, column: 'segment' | 'segmentPrior'): string =>
  textIn(input, row, column) || input.locale.term('segment-match', 'unmatched');

const memberOf = (input: ChartInput, row: Row): MovingMember => {
  const isNew = codeIn(row, 'matchPrior') === '';
  return {
    account: codeIn(row, 'account'),
    from: isNew ? input.locale.t('charts.segment-migration.new') : nameOf(input, row, 'segmentPrior'),
    to: nameOf(input, row, 'segment'),
    isNew,
    revenue: numberIn(row, 'revenue'),
  };
};

const flowsOf = (members: readonly MovingMember[]): Flow[] => {
  const flows = new Map<string, Flow>();
  for (const { from, to, revenue } of members) {
    const key = `${from}\n${to}`;
    const flow = flows.get(key) ?? { from, to, count: 0, revenue: undefined };
    const sum = revenue === undefined ? flow.revenue : (flow.revenue ?? 0) + revenue;
    flows.set(key, { ...flow, count: flow.count + 1, revenue: sum });
  }
  return [...flows.values()];
};

/** A cell holds several customers, each a row of the series: they share its width, so that each can be pointed at. */
const memberPlaces = (
  members: readonly MovingMember[],
  { from, to }: { readonly from: readonly string[]; readonly to: readonly string[] },
): Span[] => {
  const cells = new Map<string, number[]>();
  for (const [of, member] of members.entries()) {
    const key = `${from.indexOf(member.from)} ${to.indexOf(member.to)}`;
    cells.set(key, [...(cells.get(key) ?? []), of]);
  }
  return [...cells].flatMap(([key, rows]) => {
    const [row = 0, column = 0] = key.split(' ').map(Number);
    return rows.map((of, place) => ({
      x: column + place / rows.length,
      x2: column + (place + 1) / rows.length,
      y: row,
      y2: row + 1,
      of,
    }));
  });
};

const alternative = (
  { locale }: ChartInput,
  members: readonly MovingMember[],
  movers: readonly MovingMember[],
  lines: readonly string[],
): string =>
  locale.t('charts.segment-migration.alternative', {
    count: members.length,
    moved: movers.length,
    accounts: lines.join('; '),
  });
