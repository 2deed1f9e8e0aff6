import type { Row } from '../model/series.ts';
import { type BubbleOptions, bubbleOptions, drawBubbles } from './bubble-matrix.ts';
import { type Position, positionsOf } from './bubble-positions.ts';
import type { Chart, ChartInput } from './chart.ts';
import { kaismAlternative } from './kaism-alternative.ts';
import type { MatrixAxis } from './matrix.ts';
import { domainAround, type Room } from './matrix-axis.ts';
import { codeIn, flagIn, numberIn, rowsOf } from './read.ts';
import { ticks } from './scale.ts';

const series = 'portfolio.kaism';

/** A strength that we scored ourselves, rather than the customer, is marked. */
const reading = {
  x: 'strength',
  y: 'attractiveness',
  sign: (row: Row) => (codeIn(row, 'scoredBy') === 'own' ? '*' : ''),
};

/** Account attractiveness against relative strength; area is revenue, arrows lead from the quarter before. */
export const kaism: Chart<BubbleOptions> = {
  name: 'kaism',
  options: bubbleOptions,
  draw(input, options) {
    const positions = positionsOf(rowsOf(input, series), reading);
    const quadrant = (code: string): string => input.locale.term('kaism', code);
    return drawBubbles(input, options, {
      series,
      positions,
      names: {
        topLeft: quadrant('development'),
        topRight: quadrant('key'),
        bottomLeft: quadrant('opportunistic'),
        bottomRight: quadrant('maintenance'),
      },
      horizontal: room => axis(input, positions, 'strength', room),
      vertical: room => axis(input, positions, 'attractiveness', room),
      notes: named =>
        positions.some(({ account, sign }) => sign !== '' && named.has(account))
          ? [input.locale.t('charts.kaism.ownScored')]
          : [],
      smallNotes: distanceNote(input),
      alternative: focused => kaismAlternative(input, positions, focused),
    });
  },
};

/** How far the account of the document lies from a cut, where that is near. */
const distanceNote = (input: ChartInput): readonly string[] => {
  const { analysis, locale } = input;
  const { max = 10 } = analysis.scope.workspace.program.scoring?.scale ?? {};
  const own = rowsOf(input, series).find(row => codeIn(row, 'account') === input.account);
  const distance = own === undefined ? undefined : numberIn(own, 'distance');
  if (own === undefined || distance === undefined || !flagIn(own, 'near')) return [];
  return [
    locale.t('charts.kaism.near', { distance: locale.number(distance, { precision: max > 10 ? 0 : 1 }) }),
  ];
};

const axis = (
  { locale, analysis }: ChartInput,
  positions: readonly Position[],
  which: 'attractiveness' | 'strength',
  room: Room,
): MatrixAxis => {
  const { scoring } = analysis.scope.workspace.program;
  const { min, max } = scoring?.scale ?? { min: 1, max: 10 };
  const cut = scoring?.kaism[which] ?? (min + max) / 2;
  const at = which === 'strength' ? 'x' : 'y';
  const values = positions.flatMap(({ now, before }) => [now[at], before?.[at] ?? cut]);
  const domain = domainAround(values, cut, room, (max - min) / 3);
  const decimals = max - min > 20 ? 0 : 1;
  const text = (value: number): string =>
    locale.number(value, { precision: Number.isInteger(value) ? 0 : decimals });
  return {
    domain,
    cut,
    short: locale.t('charts.bubbles.short', {
      axis: locale.t(`charts.kaism.short.${which}`),
      cut: text(cut),
    }),
    title: locale.t(`charts.kaism.${which}`, {
      low: locale.number(min, { precision: 0 }),
      high: locale.number(max, { precision: 0 }),
    }),
    ticks: ticks(Math.max(min, domain[0]), Math.min(max, domain[1]), 8),
    text,
  };
};
