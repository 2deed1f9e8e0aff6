import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { type Label, type Layer, picture } from './layers.ts';
import { priorTicks } from './prior-tick.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { barHalf, baseline, type RowGround, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(20).describe('Height of a row in CSS pixels'),
    designation: z
      .boolean()
      .default(false)
      .describe(
        'Whether the mark is of the quarter in which the account became key, and a last column says what changed since then',
      ),
  })
  .prefault({});

const weightRoom = 34;
const changeRoom = 36;

/**
 * Points of one account by criterion, with the weight of each. A light tick marks the points of the quarter before, or
 * those at designation where the notebook asks for them: then a last column says what changed since. Tick and column are
 * of one quarter, else they would contradict each other.
 */
export const criteria: Chart<z.infer<typeof optionsSchema>> = {
  name: 'criteria',
  options: optionsSchema,
  draw(input, { pitch, designation }) {
    const { locale, names, account } = input;
    if (account === undefined) return nothingToDraw;
    const series = `account.${account}.criteria`;
    const then = designation ? pointsThen(input, account) : new Map<string, number | undefined>();
    const items = rowsOf(input, series).map(row => {
      const id = codeIn(row, 'criterionId');
      return {
        id,
        name: textIn(input, row, 'criterion'),
        weight: numberIn(row, 'weight') ?? 0,
        points: numberIn(row, 'points'),
        prior: then.size === 0 ? numberIn(row, 'pointsPrior') : then.get(id),
      };
    });
    if (items.length === 0) return nothingToDraw;
    const largest = input.analysis.scope.workspace.program.scoring?.scale.max ?? 10;
    const weights = items.reduce((sum, { weight }) => sum + weight, 0);
    const text = (points: number | undefined): string =>
      points === undefined
        ? locale.t('interface.notAvailable')
        : locale.number(points, { precision: largest > 10 ? 0 : 1 });
    const share = (weight: number): string =>
      locale.measure(weights > 0 ? weight / weights : 0, 'share', { precision: 0 });
    const ground = rowGround({
      width: input.width,
      names: items.map(({ name }, of) => ({ text: name, of })),
      pitch,
      top: 1,
      bottom: 1,
      right: 28 + (then.size === 0 ? 0 : changeRoom),
      beside: weightRoom,
      domain: [0, largest],
    });
    const { layers, margins } = ground;
    return {
      series,
      alternative: [
        locale.t('charts.criteria.alternative', {
          account: names.account(account),
          low: '0',
          high: locale.number(largest, { precision: 0 }),
          values: items
            .map(({ name, points, weight }) => `${name} ${text(points)} (${share(weight)})`)
            .join('; '),
        }),
        ...(then.size === 0
          ? []
          : [
              locale.t('charts.criteria.then', {
                values: items
                  .flatMap(({ id, name }) => (then.has(id) ? [`${name} ${text(then.get(id))}`] : []))
                  .join('; '),
              }),
            ]),
      ].join(' '),
      spec: picture(ground.plot, margins, [
        ...ground.names,
        layers.texts(
          items.map(({ weight }, row) => ground.atRow(row, margins.left - 8, share(weight))),
          { align: 'right', baseline: 'middle', color: colours.ink2 },
        ),
        layers.rectangles(
          items.flatMap(({ points }, row) =>
            points === undefined
              ? []
              : [{ x: 0, x2: points, y: row + 0.5 - barHalf, y2: row + 0.5 + barHalf }],
          ),
          scenario.AC,
        ),
        ...priorTicks(
          ground,
          items.map(({ prior }) => prior),
        ),
        baseline(ground),
        ...changeLayers(
          ground,
          then.size === 0 ? [] : items.map(({ id, points }) => difference(points, then.get(id))),
          change =>
            change === undefined
              ? locale.t('interface.notAvailable')
              : locale.number(change, { precision: largest > 10 ? 0 : 1, signed: true }),
        ),
        ...valueLayers(ground, items, text),
      ]),
    };
  },
};

interface Item {
  readonly points: number | undefined;
  readonly prior: number | undefined;
}

/** Between the end of a bar and its number, in pixels. */
const besideBar = 6;

/**
 * The number of a bar stands at its end. Where last quarter's mark lies in its way it stands inside the bar: beyond the mark
 * it would be read as the number of the mark.
 */
const valueLayers = (
  { layers, x }: RowGround,
  items: readonly Item[],
  text: (points: number | undefined) => string,
): Layer[] => {
  const isInside = ({ points = 0, prior = 0 }: Item): boolean => {
    const width = textWidth(text(points), labelSize, 600);
    const toMark = x.at(prior) - x.at(points);
    return toMark > 0 && toMark < width + 2 * besideBar && x.at(points) - x.at(0) > width + 2 * besideBar;
  };
  const placed = (isWanted: (item: Item) => boolean): Label[] =>
    items.flatMap((item, row) =>
      isWanted(item) ? [{ x: item.points ?? item.prior ?? 0, y: row + 0.5, text: text(item.points) }] : [],
    );
  return [
    layers.texts(
      placed(item => item.points === undefined),
      { baseline: 'middle', dx: besideBar, color: colours.ink2 },
    ),
    layers.texts(
      placed(item => item.points !== undefined && !isInside(item)),
      { baseline: 'middle', dx: besideBar, weight: 600 },
    ),
    layers.texts(
      placed(item => item.points !== undefined && isInside(item)),
      { align: 'right', baseline: 'middle', dx: -besideBar, weight: 600, color: colours.paper },
    ),
  ];
};

/** Points when the account became key, by criterion; undefined where they are not known or can't be held against today's. */
const pointsThen = (input: ChartInput, account: string): ReadonlyMap<string, number | undefined> =>
  new Map(
    rowsOf(input, `account.${account}.plan.criteria`).map(
      row => [codeIn(row, 'criterionId'), numberIn(row, 'pointsThen')] as const,
    ),
  );

const difference = (now: number | undefined, then: number | undefined): number | undefined =>
  now === undefined || then === undefined ? undefined : now - then;

/** At the right edge, so that they stand below each other. */
const changeLayers = (
  { layers, plot, margins, x }: RowGround,
  changes: readonly (number | undefined)[],
  text: (change: number | undefined) => string,
): Layer[] =>
  [true, false].map(isLoss =>
    layers.texts(
      changes.flatMap((change, row) =>
        (change ?? 0) < 0 !== isLoss
          ? []
          : [{ x: x.value(plot.width + margins.right), y: row + 0.5, text: text(change) }],
      ),
      { align: 'right', baseline: 'middle', color: isLoss ? colours.bad : colours.ink2 },
    ),
  );
