import { z } from 'zod';
import { between, type PeriodId } from '../model/period.ts';
import { type QuarterAccounts, roadmapLayers, type Stage } from './adoption-layers.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { picture } from './layers.ts';
import { moreRows } from './more-rows.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, termIn, textIn } from './read.ts';
import { roomFor, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(48).default(58).describe('Height of a stage in CSS pixels'),
    limit: z.int().min(1).default(6).describe('Most stages shown'),
  })
  .prefault({});

const series = 'programme.adoption.stages';
const path = 'programme.adoption.path';

/** The stages of the adoption path on a time axis: planned outlined, real solid, with accounts and criteria met. */
export const adoption: Chart<z.infer<typeof optionsSchema>> = {
  name: 'adoption',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, analysis } = input;
    const all = stagesOf(input);
    if (all.length === 0) return nothingToDraw;
    const stages = all.slice(0, limit);
    const rest = moreRows(locale, all.length - stages.length);
    const now = analysis.scope.period;
    const ends = stages
      .flatMap(({ planned, actual }) => [...planned, ...(actual ?? [])])
      .concat(now)
      .sort();
    const periods = between(ends[0] ?? now, ends.at(-1) ?? now);
    const accounts = accountsOf(input, periods);
    const key = keyOf(input);
    const ground = rowGround({
      width: input.width,
      // Only for their room: the layers put each name on two lines.
      names: stages.map(({ name, step, state }) => ({
        text: longest([name, `${step} · ${state}`, locale.t('charts.adoption.plannedAccounts')]),
        strong: true,
      })),
      pitch,
      top: keyRoom(key, input.width) + 14,
      bottom: 30 + (accounts.length > 0 ? 30 : 0) + rest.room,
      right: roomFor(
        stages.flatMap(stage => [criteriaText(input, stage, 'entry'), criteriaText(input, stage, 'exit')]),
      ),
      domain: [0, periods.length],
    });
    return {
      series,
      alternative: locale.t('charts.adoption.alternative', {
        count: all.length,
        values: stages.map(stage => sentenceOf(input, stage)).join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        ...keyLine(ground, key, input.width),
        ...roadmapLayers(input, ground, {
          stages,
          periods,
          accounts,
          now,
          criteria: stage => [criteriaText(input, stage, 'entry'), criteriaText(input, stage, 'exit')],
        }),
        ...rest.layers(ground.layers, {
          x: ground.x.value(-ground.margins.left),
          y: ground.y.value(ground.plot.height + ground.margins.bottom - 4),
        }),
      ]),
    };
  },
};

const stagesOf = (input: ChartInput): Stage[] =>
  rowsOf(input, series).flatMap(row => {
    const [start, end, began] = [
      codeIn(row, 'plannedStart'),
      codeIn(row, 'plannedEnd'),
      codeIn(row, 'actualStart'),
    ];
    if (start === '' || end === '') return [];
    const state = codeIn(row, 'state');
    const now = input.analysis.scope.period;
    return [
      {
        name: textIn(input, row, 'stage'),
        step: termIn(input, series, row, 'step'),
        state: termIn(input, series, row, 'state'),
        amiss: state === 'left-early' || state === 'late' || state === 'overdue',
        planned: [start, end],
        actual: began === '' || began > now ? undefined : [began, codeIn(row, 'actualEnd') || now],
        accountsPlanned: numberIn(row, 'accountsPlanned'),
        accounts: numberIn(row, 'keyAccounts'),
        entry: { met: numberIn(row, 'entryMet') ?? 0, of: numberIn(row, 'entryCriteria') ?? 0 },
        exit: { met: numberIn(row, 'exitMet') ?? 0, of: numberIn(row, 'exitCriteria') ?? 0 },
      },
    ];
  });

const accountsOf = (input: ChartInput, periods: readonly PeriodId[]): QuarterAccounts[] =>
  rowsOf(input, path).flatMap(row => {
    const index = periods.indexOf(codeIn(row, 'period'));
    return index < 0
      ? []
      : [{ index, planned: numberIn(row, 'accountsPlanned'), actual: numberIn(row, 'keyAccounts') }];
  });

const keyOf = ({ locale }: ChartInput): Key => ({
  title: locale.t('charts.adoption.unit'),
  items: [
    { symbol: 'outline', text: locale.t('charts.adoption.planned') },
    { symbol: 'solid', text: locale.t('charts.adoption.actual') },
  ],
});

const criteriaText = ({ locale }: ChartInput, stage: Stage, side: 'entry' | 'exit'): string =>
  stage[side].of === 0
    ? ''
    : locale.t('charts.adoption.criteria', { side: locale.term('criterion-side', side), ...stage[side] });

const longest = (texts: readonly string[]): string => [...texts].sort((a, b) => b.length - a.length)[0] ?? '';

const sentenceOf = (input: ChartInput, stage: Stage): string => {
  const { locale } = input;
  const span = ([from, to]: readonly [PeriodId, PeriodId]): string =>
    `${locale.period(from)}–${locale.period(to)}`;
  return locale.t('charts.adoption.stage', {
    name: stage.name,
    state: stage.state,
    planned: span(stage.planned),
    actual: stage.actual === undefined ? locale.t('interface.notAvailable') : span(stage.actual),
    criteria: [criteriaText(input, stage, 'entry'), criteriaText(input, stage, 'exit')]
      .filter(text => text !== '')
      .join(', '),
  });
};
