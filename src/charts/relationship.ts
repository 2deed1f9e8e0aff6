import { z } from 'zod';
import { canvas } from './canvas.ts';
import type { Chart, ChartInput } from './chart.ts';
import { glyphKey, type KeyEntry } from './glyph-key.ts';
import { glyphLayers } from './glyphs.ts';
import type { Layer, Layers, Point } from './layers.ts';
import { labelPoints, markRadius, spread } from './point-labels.ts';
import { codeIn, emptySeries, rowsOf } from './read.ts';
import { type MapPerson, peopleOf, roleGlyph } from './relationship-people.ts';
import { linear } from './scale.ts';
import { heightFrom } from './sizes.ts';
import { ellipsize } from './text-width.ts';
import { colours, cutLine, labelSize } from './theme.ts';

const optionsSchema = z
  .strictObject({
    height: heightFrom(180).default(235).describe('Height of the map in CSS pixels, without its key'),
    limit: z.int().min(1).default(24).describe('People to name, whoever waits longest first'),
  })
  .prefault({});

const top = 16;
const left = 16;
const below = 30;
const influences = [1, 2, 3, 4, 5];
const attitudes = [-2, -1, 0, 1, 2];

type Placed = MapPerson & Point;

/** The customer's people by influence and attitude towards us, with role, counterpart and days since the last contact. */
export const relationship: Chart<z.infer<typeof optionsSchema>> = {
  name: 'relationship',
  options: optionsSchema,
  draw(input, { height, limit }) {
    const series = `account.${input.account ?? ''}.relationship`;
    const people = peopleOf(input, rowsOf(input, series));
    if (people.length === 0) return emptySeries(input, series, 'no-contacts');
    const plot = { x: left, y: top, width: input.width - left, height: height - top - below };
    const marks = marksOf(people, plot);
    const missing = rowsOf(input, `${series}.roles`).flatMap(row =>
      codeIn(row, 'cover') === 'missing' ? [codeIn(row, 'role')] : [],
    );
    const key = glyphKey(keyOf(input, people, missing), input.width);
    const drawing = canvas(input.width, height + key.height + 14);
    const labelled = labelPoints(
      marks.slice(0, limit).map(mark => ({
        ...mark,
        name: ellipsize(mark.name, 130, labelSize, 600),
        row: rowOf(mark.influence ?? 0, plot),
      })),
      {
        circles: marks.map(({ x, y }) => ({ x, y, radius: markRadius })),
        segments: [],
        boxes: [],
        bounds: { x: plot.x + 2, y: plot.y + 2, width: plot.width - 4, height: plot.height - 4 },
      },
    );
    const unnamed = labelled.unlabelled + Math.max(0, marks.length - limit);
    return {
      series,
      alternative: alternative(input, people, missing),
      spec: drawing.picture([
        ...groundLayers(input, drawing.layers, plot),
        ...glyphLayers(
          drawing.layers,
          marks.map(({ x, y, of, role, late }) => ({ x, y, of, glyph: roleGlyph(role, late) })),
        ),
        ...labelled.layersOn(drawing.layers),
        ...key.layers(drawing.layers, height),
        drawing.layers.texts([{ x: 0, y: height + key.height + 7, text: noteOf(input, people, unnamed) }], {
          baseline: 'middle',
          color: colours.ink2,
        }),
      ]),
    };
  },
};

interface Plot extends Point {
  readonly width: number;
  readonly height: number;
}

const scalesOf = ({ x, y, width, height }: Plot) => ({
  across: linear([-2.5, 2.5], [x, x + width]),
  up: linear([0.5, 5.5], [y + height, y]),
});

/** Top and bottom of the band of an influence. */
const rowOf = (influence: number, plot: Plot): readonly [number, number] => {
  const { up } = scalesOf(plot);
  return [up.at(influence + 0.5), up.at(influence - 0.5)];
};

const marksOf = (people: readonly MapPerson[], plot: Plot): Placed[] => {
  const { across, up } = scalesOf(plot);
  const known = people.flatMap(person =>
    person.influence === undefined || person.attitude === undefined
      ? []
      : [{ ...person, x: across.at(person.attitude), y: up.at(person.influence) }],
  );
  const step = 14;
  const moved = spread(known, step, Math.max(1, Math.floor(plot.width / 5 / step)));
  return known.map((person, index) => ({ ...person, ...moved[index] }));
};

const groundLayers = ({ locale }: ChartInput, layers: Layers, plot: Plot): Layer[] => {
  const { across, up } = scalesOf(plot);
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  const between = <T>(values: readonly T[]): readonly T[] => values.slice(1);
  return [
    layers.segments(
      [
        ...between(influences).map(value => ({
          x: plot.x,
          y: up.at(value - 0.5),
          x2: right,
          y2: up.at(value - 0.5),
        })),
      ],
      { color: colours.rule, strokeWidth: 0.5 },
    ),
    layers.segments([{ x: across.at(0), y: plot.y, x2: across.at(0), y2: bottom }], cutLine),
    layers.segments([
      { x: plot.x, y: plot.y, x2: plot.x, y2: bottom },
      { x: plot.x, y: bottom, x2: right, y2: bottom },
    ]),
    layers.texts(
      influences.map(value => ({
        x: plot.x - 6,
        y: up.at(value),
        text: locale.number(value, { precision: 0 }),
      })),
      { align: 'right', baseline: 'middle', color: colours.ink2 },
    ),
    layers.texts(
      attitudes.map(value => ({
        x: across.at(value),
        y: bottom + 12,
        text: locale.number(value, { precision: 0, signed: value !== 0 }),
      })),
      { align: 'center', color: colours.ink2 },
    ),
    layers.texts([{ x: 0, y: 9, text: locale.t('charts.relationship.influence') }], { weight: 500 }),
    layers.texts([{ x: right, y: bottom + 25, text: locale.t('charts.relationship.attitude') }], {
      align: 'right',
      weight: 500,
    }),
  ];
};

/** The roles that somebody holds, how an overdue contact looks, and the roles that nobody holds. */
const keyOf = (
  { locale }: ChartInput,
  people: readonly MapPerson[],
  missing: readonly string[],
): KeyEntry[] => {
  const held = [...new Set(people.map(({ role }) => role))].filter(role => role !== '');
  return [
    ...held.map(role => ({ glyph: roleGlyph(role, 'on-time'), text: locale.term('role', role) })),
    ...(people.some(({ late }) => late === 'overdue')
      ? [{ glyph: roleGlyph('', 'overdue'), text: locale.t('charts.relationship.overdueKey') }]
      : []),
    ...missing.map(role => ({
      glyph: roleGlyph(role, 'overdue'),
      text: locale.t('charts.relationship.missing', { role: locale.term('role', role) }),
    })),
  ];
};

const noteOf = ({ locale, width }: ChartInput, people: readonly MapPerson[], unnamed: number): string => {
  const unplaced = people.filter(
    ({ influence, attitude }) => influence === undefined || attitude === undefined,
  );
  const notes = [
    ...(unnamed > 0 ? [locale.t('charts.relationship.unnamed', { count: unnamed })] : []),
    ...(unplaced.length > 0
      ? [
          locale.t('charts.relationship.unplaced', {
            lack: unplaced.every(({ influence }) => influence !== undefined)
              ? 'attitude'
              : unplaced.every(({ attitude }) => attitude !== undefined)
                ? 'influence'
                : 'both',
            names: unplaced.map(({ name }) => name).join(', '),
          }),
        ]
      : []),
  ];
  return ellipsize(notes.join('. '), width, labelSize);
};

const alternative = (
  { locale, names, account = '' }: ChartInput,
  people: readonly MapPerson[],
  missing: readonly string[],
): string => {
  const known = (value: number | undefined, signed: boolean): string =>
    value === undefined
      ? locale.t('interface.notAvailable')
      : locale.number(value, { precision: 0, signed: signed && value !== 0 });
  return [
    locale.t('charts.relationship.alternative', {
      account: names.account(account),
      count: people.length,
      values: people
        .map(person =>
          locale.t('charts.relationship.person', {
            name: person.name,
            role: person.role === '' ? locale.t('interface.notAvailable') : locale.term('role', person.role),
            influence: known(person.influence, false),
            attitude: known(person.attitude, true),
            detail: person.detail,
          }),
        )
        .join('; '),
    }),
    ...(missing.length === 0
      ? []
      : [
          locale.t('charts.relationship.gaps', {
            roles: locale.list(missing.map(role => locale.term('role', role))),
          }),
        ]),
  ].join(' ');
};
