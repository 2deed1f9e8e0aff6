import { z } from 'zod';
import { asOf } from '../analysis/as-of.ts';
import type { Chart, ChartInput } from './chart.ts';
import type { Span } from './layers.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { pitchFrom } from './sizes.ts';
import { colours, scenario } from './theme.ts';
import { type TimelineRow, timeline } from './timeline.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(18).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(10).describe('Problems to show: open ones first, the oldest on top'),
  })
  .prefault({});

interface Problem {
  /** Row of the series that it shows. */
  readonly of: number;
  readonly name: string;
  readonly opened: string;
  readonly solved: string | undefined;
  readonly days: number | undefined;
}

/** What went wrong for the customer: from the day it was opened to the day it was solved, or until now. */
export const problems: Chart<z.infer<typeof optionsSchema>> = {
  name: 'problems',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    if (input.account === undefined) return nothingToDraw;
    const series = `account.${input.account}.plan.problems`;
    const all = problemsOf(input, series);
    if (all.length === 0) return nothingToDraw;
    const shown = all.slice(0, limit);
    const today = asOf(input.analysis.scope);
    const rest = all.length - shown.length;
    const ground = timeline(
      input,
      shown.map(problem => rowOf(input, problem)),
      { pitch, below: rest > 0 ? 14 : 0 },
    );
    const bars = shown.map(({ of, opened, solved }, row): Span & { readonly isOpen: boolean } => ({
      of,
      x: ground.axis.at(opened),
      // What was solved on the day it came up still shows.
      x2: Math.max(ground.axis.at(opened) + 2, ground.axis.at(solved ?? today)),
      // What is open is thinner, so that it differs in grey print, too.
      y: ground.y(row) - pitch / (solved === undefined ? 7 : 3),
      y2: ground.y(row) + pitch / (solved === undefined ? 7 : 3),
      isOpen: solved === undefined,
    }));
    const open = bars.filter(({ isOpen }) => isOpen);
    return {
      series,
      alternative: alternative(input, all),
      spec: ground.picture([
        ...ground.frame,
        ground.layers.rectangles(
          bars.filter(({ isOpen }) => !isOpen),
          scenario.AC,
        ),
        ground.layers.rectangles(open, { fill: colours.bad }),
        ground.layers.texts(
          rest > 0
            ? [{ x: 0, y: ground.end + 7, text: input.locale.t('charts.problems.more', { count: rest }) }]
            : [],
          { baseline: 'middle', color: colours.ink2 },
        ),
      ]),
    };
  },
};

/** Open ones first, then the latest. */
const problemsOf = (input: ChartInput, series: string): Problem[] =>
  rowsOf(input, series)
    .flatMap((row, of): Problem[] => {
      const opened = codeIn(row, 'opened');
      const solved = codeIn(row, 'solved');
      return opened === ''
        ? []
        : [
            {
              of,
              name: textIn(input, row, 'problem'),
              opened,
              solved: solved === '' ? undefined : solved,
              days: numberIn(row, 'days'),
            },
          ];
    })
    .sort((a, b) => Number(a.solved !== undefined) - Number(b.solved !== undefined));

const rowOf = ({ locale }: ChartInput, { name, opened, solved, days }: Problem): TimelineRow => ({
  name,
  label: locale.t(`charts.problems.${solved === undefined ? 'open' : 'solved'}`, {
    days: days ?? 0,
    known: days === undefined ? 'no' : 'yes',
  }),
  alarming: solved === undefined,
  dates: [opened, ...(solved === undefined ? [] : [solved])],
});

const alternative = (input: ChartInput, all: readonly Problem[]): string =>
  input.locale.t('charts.problems.alternative', {
    account: input.names.account(input.account ?? ''),
    count: all.length,
    open: all.filter(({ solved }) => solved === undefined).length,
    values: all
      .slice(0, 10)
      .map(problem => `${problem.name}, ${rowOf(input, problem).label}`)
      .join('; '),
  });
