import { z } from 'zod';
import { type AmountLabels, amountLabels } from './amounts.ts';
import { canvas } from './canvas.ts';
import type { Chart, ChartInput } from './chart.ts';
import { glyphKey, type KeyEntry } from './glyph-key.ts';
import { type Glyph, glyphLayers, glyphSide, type PlacedGlyph } from './glyphs.ts';
import type { Label, Layer, Layers } from './layers.ts';
import { currencyIn, nothingToDraw } from './read.ts';
import { pitchFrom } from './sizes.ts';
import { colours } from './theme.ts';
import { columnAt, type Grid, gap, gridOf, line, linesOf, slant } from './value-chain-grid.ts';
import { type ChainLink, type ChainPriority, linkGlyph, linksOf, prioritiesOf } from './value-chain-links.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(16)
      .default(17)
      .describe('Height of an activity without several priorities, in CSS pixels'),
  })
  .prefault({});

/**
 * Where our activities act on the customer's: effect, value, state; and beside each of theirs its priorities. Of the nine on
 * either side those that no link and no priority names are left out.
 */
export const valueChain: Chart<z.infer<typeof optionsSchema>> = {
  name: 'value-chain',
  options: optionsSchema,
  draw(input, { pitch }) {
    if (input.account === undefined) return nothingToDraw;
    const series = `account.${input.account}.value-chain.links`;
    const links = linksOf(input);
    const priorities = prioritiesOf(input);
    if (links.length + priorities.length === 0) return nothingToDraw;
    const amounts = amountLabels(
      input.locale,
      links.map(({ value }) => value ?? 0),
      currencyIn(input, series, 'value'),
    );
    const grid = gridOf(input, links, priorities, pitch, amounts);
    const key = glyphKey(keyOf(input, links, priorities), input.width);
    const { layers, picture } = canvas(input.width, grid.bottom + 6 + key.height);
    return {
      series,
      alternative: alternative(input, links, priorities, amounts),
      spec: picture([
        ...groundLayers(input, layers, grid, amounts),
        ...linkLayers(layers, grid, links, amounts),
        ...priorityLayers(layers, grid),
        ...key.layers(layers, grid.bottom + 6),
      ]),
    };
  },
};

const groundLayers = ({ locale }: ChartInput, layers: Layers, grid: Grid, amounts: AmountLabels): Layer[] => {
  const { width, head, bottom, left, column, right, ours, rows } = grid;
  const lines = [...ours.keys(), ours.length].map(index => left + index * column);
  return [
    layers.segments(
      [
        ...rows.map(row => ({ x: 0, y: row.top + row.height, x2: width, y2: row.top + row.height })),
        ...lines.map(x => ({ x, y: head, x2: x, y2: bottom })),
      ],
      { color: colours.rule, strokeWidth: 0.5 },
    ),
    layers.segments([{ x: 0, y: head, x2: width, y2: head }]),
    layers.texts(
      ours.map((activity, index) => ({
        x: (lines[index] ?? 0) + column / 2 + 2,
        y: head - 5,
        text: locale.term('activity', activity),
      })),
      { angle: slant, baseline: 'middle' },
    ),
    layers.texts(
      rows.map(row => ({ x: 0, y: row.top + row.height / 2, text: locale.term('activity', row.activity) })),
      { baseline: 'middle' },
    ),
    layers.texts(
      [
        { x: 0, y: head - 6, text: locale.t('charts.value-chain.theirs') },
        { x: left, y: 9, text: locale.t('charts.value-chain.ours') },
        { x: 0, y: 9, text: amounts.unit },
        { x: right + gap, y: head - 6, text: locale.t('charts.value-chain.priorities') },
      ],
      { weight: 500 },
    ),
  ];
};

/** One mark for each effect and state in a cell, with the sum of the values of the cell. */
const linkLayers = (
  layers: Layers,
  grid: Grid,
  links: readonly ChainLink[],
  amounts: AmountLabels,
): Layer[] => {
  const marks: PlacedGlyph[] = [];
  const values: Label[] = [];
  for (const { activity, top, height } of grid.rows) {
    const y = top + height / 2;
    for (const ours of grid.ours) {
      const cell = links.filter(link => link.ours === ours && link.theirs === activity);
      const forms = [...new Map(cell.map(link => [`${link.effect} ${link.isFirm}`, link])).values()].slice(
        0,
        2,
      );
      const known = cell.flatMap(({ value }) => value ?? []);
      const from = columnAt(grid, ours) + 3 + glyphSide / 2;
      for (const [order, { of, effect, isFirm }] of forms.entries())
        marks.push({ of, x: from + order * (glyphSide - 1), y, glyph: linkGlyph(effect, isFirm) });
      if (known.length > 0)
        values.push({
          x: from + (forms.length - 1) * (glyphSide - 1) + glyphSide / 2 + 2,
          y,
          text: amounts.text(known.reduce((sum, value) => sum + value, 0)),
        });
    }
  }
  return [...glyphLayers(layers, marks), layers.texts(values, { baseline: 'middle' })];
};

const unlinkedGlyph: Glyph = { shape: 'diamond', fill: 'hollow', color: colours.bad };

/** At the edge, beside the activity that they concern; one that no link serves carries a mark and says so in the key. */
const priorityLayers = (layers: Layers, { right, rows }: Grid): Layer[] => {
  const left = right + gap;
  const placed = rows.flatMap(({ top, height, priorities }) => {
    const all = priorities.reduce((sum, { text }) => sum + linesOf(text), 0);
    let y = top + height / 2 - ((all - 1) * line) / 2;
    return priorities.map(({ text, isLinked }) => {
      const first = y;
      y += linesOf(text) * line;
      return { x: left + glyphSide + 4, y: first, text, isLinked };
    });
  });
  return [
    ...glyphLayers(
      layers,
      placed.flatMap(({ y, isLinked }) =>
        isLinked ? [] : [{ x: left + glyphSide / 2, y, glyph: unlinkedGlyph }],
      ),
    ),
    ...[true, false].map(linked =>
      layers.texts(
        placed.filter(({ isLinked }) => isLinked === linked),
        { baseline: 'middle', weight: linked ? 400 : 600, color: linked ? colours.ink : colours.bad },
      ),
    ),
  ];
};

const keyOf = (
  { locale }: ChartInput,
  links: readonly ChainLink[],
  priorities: readonly ChainPriority[],
): KeyEntry[] => {
  const effects = [...new Set(links.map(({ effect }) => effect))].sort();
  return [
    ...effects.map(effect => ({ glyph: linkGlyph(effect, true), text: locale.term('chain-effect', effect) })),
    ...effects
      .slice(0, 1)
      .flatMap(effect =>
        links.some(({ isFirm }) => !isFirm)
          ? [{ glyph: linkGlyph(effect, false), text: locale.t('charts.value-chain.idea') }]
          : [],
      ),
    ...(priorities.some(({ isLinked }) => !isLinked)
      ? [{ glyph: unlinkedGlyph, text: locale.t('charts.value-chain.unlinked') }]
      : []),
  ];
};

const alternative = (
  { locale, names, account = '' }: ChartInput,
  links: readonly ChainLink[],
  priorities: readonly ChainPriority[],
  amounts: AmountLabels,
): string => {
  const unlinked = priorities.filter(({ isLinked }) => !isLinked).map(({ title }) => title);
  const linkText = ({ ours, theirs, title, effect, isFirm, value }: ChainLink): string =>
    locale.t('charts.value-chain.link', {
      title,
      ours: locale.term('activity', ours),
      theirs: locale.term('activity', theirs),
      effect: locale.term('chain-effect', effect),
      firm: isFirm ? 'yes' : 'no',
      value: value === undefined ? locale.t('interface.notAvailable') : amounts.text(value),
    });
  return [
    locale.t('charts.value-chain.alternative', {
      account: names.account(account),
      count: links.length,
      unit: amounts.unit,
      values: links.map(linkText).join('; '),
    }),
    ...(unlinked.length === 0
      ? []
      : [locale.t('charts.value-chain.unlinkedList', { priorities: unlinked.join('; ') })]),
  ].join(' ');
};
