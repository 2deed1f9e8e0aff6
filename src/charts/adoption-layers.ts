import type { PeriodId } from '../model/period.ts';
import type { ChartInput } from './chart.ts';
import type { Label, Layer, Span } from './layers.ts';
import { periodAxis } from './period-axis.ts';
import type { RowGround } from './row-ground.ts';
import { ellipsize, textWidth } from './text-width.ts';
import { colours, cutLine, labelSize, scenario } from './theme.ts';

/** A stage of the adoption path: quarters planned and real, key accounts, and criteria met. */
export interface Stage {
  readonly name: string;
  readonly step: string;
  readonly state: string;
  /** Whether it ended, or goes on, against its own criteria or plan. */
  readonly amiss: boolean;
  readonly planned: readonly [PeriodId, PeriodId];
  /** The end of a stage that goes on is the quarter under review. */
  readonly actual: readonly [PeriodId, PeriodId] | undefined;
  readonly accountsPlanned: number | undefined;
  readonly accounts: number | undefined;
  readonly entry: Criteria;
  readonly exit: Criteria;
}
interface Criteria {
  readonly met: number;
  readonly of: number;
}

/** Key accounts of one quarter. */
export interface QuarterAccounts {
  /** Place of the quarter on the axis, from 0. */
  readonly index: number;
  readonly planned: number | undefined;
  readonly actual: number | undefined;
}

interface Roadmap {
  readonly stages: readonly Stage[];
  /** Quarters of the axis, without a gap. */
  readonly periods: readonly PeriodId[];
  readonly accounts: readonly QuarterAccounts[];
  readonly now: PeriodId;
  /** Criteria met to enter and to leave, as text. */
  criteria(stage: Stage): readonly [string, string];
}

/** Places inside a row, as shares of its height. */
const lanes = { planned: [0.14, 0.4], actual: [0.48, 0.8] } as const;
const middle = ([from, to]: readonly [number, number]): number => (from + to) / 2;

export const roadmapLayers = (input: ChartInput, ground: RowGround, roadmap: Roadmap): Layer[] => {
  const { layers, x, y, plot } = ground;
  const { stages, periods, now } = roadmap;
  const at = (period: PeriodId): number => periods.indexOf(period);
  const lane = (
    row: number,
    span: readonly [PeriodId, PeriodId],
    [top, bottom]: readonly [number, number],
  ): Span => ({
    x: at(span[0]),
    x2: at(span[1]) + 1,
    y: row + top,
    y2: row + bottom,
  });
  const planned = stages.map((stage, row) => lane(row, stage.planned, lanes.planned));
  const actual = stages.map(({ actual: span }, row) =>
    span === undefined ? undefined : lane(row, span, lanes.actual),
  );
  const end = at(now) + 1;
  return [
    ...nameLayers(ground, stages),
    layers.rectangles(planned, scenario.PL),
    layers.rectangles(
      actual.flatMap(span => span ?? []),
      scenario.AC,
    ),
    ...countLayers(input, ground, stages, { planned, actual }),
    layers.segments([{ x: end, x2: end, y: 0, y2: stages.length }], { ...cutLine, color: colours.ink }),
    layers.texts(
      [
        {
          x: end,
          y: y.value(-4),
          text: input.locale.t('charts.adoption.now', { period: input.locale.period(now) }),
        },
      ],
      { align: x.at(end) > plot.width / 2 ? 'right' : 'left', color: colours.ink2 },
    ),
    ...[0, 1].map(side =>
      layers.texts(
        stages.map((stage, row) => ({
          x: periods.length,
          y: row + middle(side === 0 ? lanes.planned : lanes.actual),
          text: roadmap.criteria(stage)[side] ?? '',
        })),
        { baseline: 'middle', dx: 8, color: colours.ink2 },
      ),
    ),
    layers.segments([{ x: 0, x2: periods.length, y: stages.length, y2: stages.length }]),
    ...periodAxis(input.locale, periods, { layers, pitch: x.at(1), below: y.value(plot.height + 13) }),
    ...accountRows(input, ground, roadmap.accounts),
  ];
};

/** The name of each stage, with its step and state below; bold where it stands against its own plan. */
const nameLayers = ({ layers, x, margins }: RowGround, stages: readonly Stage[]): Layer[] => {
  const left = x.value(-margins.left);
  const fitted = (text: string, weight: 400 | 600): string =>
    ellipsize(text, margins.left - 8, labelSize, weight);
  const below = (amiss: boolean): Label[] =>
    stages.flatMap((stage, row) =>
      stage.amiss === amiss
        ? [
            {
              x: left,
              y: row + middle(lanes.actual),
              text: fitted(`${stage.step} · ${stage.state}`, amiss ? 600 : 400),
            },
          ]
        : [],
    );
  return [
    layers.texts(
      stages.map(({ name }, row) => ({ x: left, y: row + middle(lanes.planned), text: fitted(name, 600) })),
      { baseline: 'middle', weight: 600 },
    ),
    layers.texts(below(true), { baseline: 'middle', weight: 600, color: colours.bad }),
    layers.texts(below(false), { baseline: 'middle', color: colours.ink2 }),
  ];
};

interface Bars {
  readonly planned: readonly Span[];
  readonly actual: readonly (Span | undefined)[];
}

/** Key accounts of a stage inside its bars, where they fit. */
const countLayers = (
  { locale }: ChartInput,
  { layers, x }: RowGround,
  stages: readonly Stage[],
  { planned, actual }: Bars,
): Layer[] => {
  const label = (span: Span | undefined, count: number | undefined): Label[] => {
    if (span === undefined || count === undefined) return [];
    const text = locale.t('charts.adoption.count', { count });
    const room = x.at(span.x2) - x.at(span.x) - 8;
    return textWidth(text, labelSize, 500) > room ? [] : [{ x: span.x, y: (span.y + span.y2) / 2, text }];
  };
  const style = { baseline: 'middle', dx: 5, weight: 500 } as const;
  return [
    layers.texts(
      stages.flatMap(({ accountsPlanned }, row) => label(planned[row], accountsPlanned)),
      style,
    ),
    layers.texts(
      stages.flatMap(({ accounts }, row) => label(actual[row], accounts)),
      { ...style, color: colours.paper },
    ),
  ];
};

/** Key accounts planned and real, quarter by quarter, below the axis. */
const accountRows = (
  { locale }: ChartInput,
  { layers, x, y, plot, margins }: RowGround,
  accounts: readonly QuarterAccounts[],
): Layer[] => {
  if (accounts.length === 0) return [];
  const line = (which: 'planned' | 'actual', below: number, strong: boolean): Layer[] => {
    const place = y.value(plot.height + below);
    const shown = accounts.flatMap(quarter => {
      const count = quarter[which];
      return count === undefined
        ? []
        : [{ x: quarter.index + 0.5, y: place, text: locale.number(count, { precision: 0 }) }];
    });
    const name = locale.t(`charts.adoption.${which}Accounts`);
    return [
      layers.texts(
        [{ x: x.value(-margins.left), y: place, text: ellipsize(name, margins.left - 8, labelSize) }],
        {
          color: colours.ink2,
        },
      ),
      layers.texts(shown, {
        align: 'center',
        weight: strong ? 600 : 400,
        color: strong ? colours.ink : colours.ink2,
      }),
    ];
  };
  return [...line('planned', 41, false), ...line('actual', 55, true)];
};
