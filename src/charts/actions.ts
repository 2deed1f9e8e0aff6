import { z } from 'zod';
import { asOf } from '../analysis/as-of.ts';
import { daysOf, type PeriodId } from '../model/period.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Glyph, glyphLayers } from './glyphs.ts';
import type { Layer, Span } from './layers.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf, textIn } from './read.ts';
import { pitchFrom } from './sizes.ts';
import { colours } from './theme.ts';
import { type Timeline, type TimelineRow, timeline } from './timeline.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(14).default(18).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(14).describe('Actions to show: overdue ones first, then by due date'),
    only: z.enum(['all', 'open']).default('all').describe('open: without what is done or dropped'),
  })
  .prefault({});

/** Forms of the marks, the most urgent state first. */
const stateGlyphs = {
  overdue: { shape: 'diamond', fill: 'hollow', color: colours.bad },
  'in-progress': { shape: 'triangle-right', fill: 'solid', color: colours.ink },
  planned: { shape: 'circle', fill: 'hollow', color: colours.ink },
  done: { shape: 'circle', fill: 'solid', color: colours.ink },
  dropped: { shape: 'cross', fill: 'solid', color: colours.ink3 },
} as const satisfies Readonly<Record<string, Glyph>>;
type State = keyof typeof stateGlyphs;
const states = Object.keys(stateGlyphs) as readonly State[];
const isState = (code: string): code is State => code in stateGlyphs;
const isOpen = (state: State): boolean => state !== 'done' && state !== 'dropped';

interface Action {
  /** Row of the series that it shows. */
  readonly of: number;
  readonly title: string;
  readonly owner: string;
  readonly state: State;
  readonly due: string;
  /** When it was done; the due date where it is not. */
  readonly end: string;
  /** First day of the quarter whose review agreed it: somewhere in that quarter its line begins. */
  readonly agreed: string | undefined;
  /** Quarters since the review that agreed it, while it is open. */
  readonly carried: number;
  readonly daysOverdue: number | undefined;
}

/** Actions by owner over time: when agreed, how often carried over, when due, and in what state. */
export const actions: Chart<z.infer<typeof optionsSchema>> = {
  name: 'actions',
  options: optionsSchema,
  draw(input, { pitch, limit, only }) {
    const series = input.account === undefined ? 'portfolio.actions' : `account.${input.account}.actions`;
    const all = actionsOf(input, series).filter(({ state }) => only === 'all' || isOpen(state));
    if (all.length === 0) return nothingToDraw;
    const shown = byOwner(all.slice(0, limit));
    const rest = all.length - shown.length;
    const ground = timeline(
      input,
      shown.map(action => rowOf(input, action)),
      { pitch, below: rest > 0 ? 14 : 0 },
    );
    return {
      series,
      alternative: alternative(input, all),
      spec: ground.picture([
        ...ground.frame,
        ...lineLayers(ground, shown, asOf(input.analysis.scope)),
        ...glyphLayers(
          ground.layers,
          shown.map(({ of, state, end }, row) => ({
            of,
            x: ground.axis.at(end),
            y: ground.y(row),
            glyph: stateGlyphs[state],
          })),
        ),
        ground.layers.texts(
          rest > 0
            ? [
                {
                  x: 0,
                  y: ground.end + 7,
                  text: input.locale.t('charts.actions.more', { count: rest }),
                },
              ]
            : [],
          { baseline: 'middle', color: colours.ink2 },
        ),
      ]),
    };
  },
};

/** The most urgent first: overdue, then open by due date, then what is over, the latest first. */
const actionsOf = (input: ChartInput, series: string): Action[] => {
  const startMonth = input.analysis.scope.workspace.settings.fiscalYearStart;
  const firstDay = (quarter: PeriodId): string => daysOf(quarter, startMonth).first;
  const found = rowsOf(input, series).flatMap((row, of): Action[] => {
    const [state, due, since] = [codeIn(row, 'state'), codeIn(row, 'due'), codeIn(row, 'since')];
    if (!isState(state) || due === '') return [];
    const account = codeIn(row, 'account');
    const title = textIn(input, row, 'title');
    const carried = isOpen(state) ? (numberIn(row, 'carried') ?? 0) : 0;
    return [
      {
        of,
        title: account === '' ? title : `${input.names.shortAccount(account)}: ${title}`,
        owner: codeIn(row, 'owner') === '' ? '' : input.names.person(codeIn(row, 'owner')),
        state,
        due,
        end: codeIn(row, 'completed') || due,
        agreed: since === '' ? undefined : firstDay(since),
        carried,
        daysOverdue: numberIn(row, 'daysOverdue'),
      },
    ];
  });
  const rank = ({ state }: Action): number => (state === 'overdue' ? 0 : isOpen(state) ? 1 : 2);
  return found.sort(
    (a, b) => rank(a) - rank(b) || (rank(a) === 2 ? compare(b.end, a.end) : compare(a.due, b.due)),
  );
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Those of one owner together, owners by their most urgent action. */
const byOwner = (sorted: readonly Action[]): Action[] => {
  const owners = [...new Set(sorted.map(({ owner }) => owner))];
  return owners.flatMap(owner => sorted.filter(action => action.owner === owner));
};

const rowOf = ({ locale }: ChartInput, action: Action): TimelineRow => {
  const { state, owner, title, end, agreed, carried, daysOverdue = 0 } = action;
  const name = locale.term('action', state);
  return {
    group: owner,
    name: title,
    label:
      state === 'overdue'
        ? locale.t('charts.actions.overdue', { state: name, days: daysOverdue, carried })
        : locale.t('charts.actions.dated', { state: name, date: locale.shortDate(end), carried }),
    alarming: state === 'overdue',
    dates: [end, ...(agreed === undefined ? [] : [agreed])],
  };
};

/**
 * From the quarter that agreed it to its date; delay is set thick. What was done before that quarter began has no line: time
 * does not run backwards.
 */
const lineLayers = ({ layers, axis, y }: Timeline, shown: readonly Action[], today: string): Layer[] => {
  const rows = shown.map((action, row) => ({ ...action, y: y(row) }));
  const along = (from: string, to: string, at: number): Span => ({
    x: axis.at(from),
    y: at,
    x2: axis.at(to),
    y2: at,
  });
  return [
    layers.segments(
      rows.flatMap(({ agreed, end, y: at }) =>
        agreed === undefined || agreed > end ? [] : [along(agreed, end, at)],
      ),
      { color: colours.ink3, strokeWidth: 0.9 },
    ),
    layers.segments(
      rows.flatMap(({ state, due, y: at }) => (state === 'overdue' ? [along(due, today, at)] : [])),
      { color: colours.bad, strokeWidth: 2.4 },
    ),
  ];
};

const alternative = (input: ChartInput, all: readonly Action[]): string => {
  const { locale } = input;
  const counted = states.flatMap(state => {
    const count = all.filter(action => action.state === state).length;
    return count === 0 ? [] : [`${locale.term('action', state)}: ${count}`];
  });
  const open = all.filter(({ state }) => isOpen(state));
  return locale.t('charts.actions.alternative', {
    count: all.length,
    states: counted.join('; '),
    hasOpen: open.length > 0 ? 'yes' : 'no',
    values: open
      .slice(0, 8)
      .map(action => `${action.title} (${action.owner}): ${rowOf(input, action).label}`)
      .join('; '),
  });
};
