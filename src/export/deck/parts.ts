import type { Block, Table } from '../../document/model.ts';
import type { Locale } from '../../locale/locale.ts';
import { lineOf, withoutGraphics } from '../documents.ts';
import type { Box, DeckTable, Paragraph, Part, Run } from './deck.ts';

export const textPart = (box: Box, runs: readonly Run[]): Part => ({
  kind: 'text',
  box,
  paragraphs: [{ runs }],
});

interface Item {
  readonly strong?: string;
  readonly text?: string;
}

/** A list whose type is as large as its room allows. */
export const listPart = (box: Box, items: readonly Item[], bullet: 'number' | undefined): Part => {
  const size = sizeFor(
    items.map(({ strong = '', text = '' }) => `${strong} ${text}`),
    box,
  );
  return {
    kind: 'text',
    box,
    paragraphs: items.map(
      ({ strong, text }): Paragraph => ({
        runs: [
          ...(strong === undefined
            ? []
            : [{ text: text === undefined ? strong : `${strong} `, size, bold: true }]),
          ...(text === undefined
            ? []
            : [{ text, size, ...(strong === undefined ? {} : { colour: 'ink2' as const }) }]),
        ],
        after: size * 0.7,
        ...(bullet === undefined ? {} : { bullet }),
      }),
    ),
  };
};

const millimetresPerPoint = 25.4 / 72;

/** The largest of a few sizes in which paragraphs stand in a box: letters are half as wide as high, lines a fifth apart. */
const sizeFor = (texts: readonly string[], { width, height }: Box): number =>
  [18, 16, 14, 13, 12, 11].find(size => {
    const point = size * millimetresPerPoint;
    const perLine = Math.floor((width - 8) / (0.52 * point));
    const lines = texts.reduce((sum, text) => sum + Math.ceil(text.length / perLine), 0);
    return lines * 1.2 * point + texts.length * 0.7 * point <= height;
  }) ?? 10;

type Strip = Extract<Block, { kind: 'strip' }>['items'];

/** Headline figures side by side. */
export const stripParts = (items: Strip, { x, y, width }: Box): readonly Part[] => {
  const gap = 6;
  const each = (width - gap * (items.length - 1)) / Math.max(1, items.length);
  return items.map(
    ({ label, value, unit, note }, index): Part => ({
      kind: 'text',
      bar: true,
      box: { x: x + index * (each + gap), y: y + 2, width: each, height: 26 },
      paragraphs: [
        { runs: [{ text: label, size: 12, colour: 'ink2' }] },
        {
          runs: [
            { text: value, size: 26, bold: true },
            ...(unit === undefined ? [] : [{ text: `\u00a0${unit}`, size: 14, colour: 'ink2' as const }]),
          ],
        },
        ...(note === undefined ? [] : [{ runs: [{ text: note, size: 10, colour: 'ink2' as const }] }]),
      ],
    }),
  );
};

type Decisions = Extract<Block, { kind: 'decisions' }>['items'];

/** Decisions with their reasons, who answers for them, when and at what cost. */
export const decisionsTable = (items: Decisions, box: Box, locale: Locale): Part => {
  const facts = items[0]?.facts.map(({ label }) => label) ?? [];
  const size = items.length > 4 ? 12 : 16;
  return {
    kind: 'table',
    box: { ...box, height: Math.min(box.height, 8 + items.length * 25) },
    description: locale.t('export.deck.decisions'),
    table: {
      size: 13,
      middle: false,
      columns: [
        { title: '', align: 'left', part: 5 },
        { title: locale.t('export.deck.decision'), align: 'left', part: 60 },
        ...facts.map(title => ({ title, align: 'left' as const, part: 14 })),
      ],
      rows: items.map(item => ({
        strong: false,
        cells: [
          { runs: [{ text: item.label, size, bold: true, colour: 'accent' }] },
          {
            runs: [
              { text: `${lineOf(item.title)}. `, size, bold: true },
              { text: lineOf(item.reason), size: size - 3, colour: 'ink2' },
            ],
          },
          ...item.facts.map(({ value }) => ({ runs: [{ text: value, size: size - 3 }] })),
        ],
      })),
    },
  };
};

const rowsOnSlide = 14;

/** A table of a document, over as many slides as its rows need. */
export const tableParts = (given: Table, box: Box, description: string): readonly Part[] => {
  const table = withoutGraphics(given);
  const size = table.rows.length > 10 || table.columns.length > 7 ? 11 : 13;
  const all = table.rows.map(({ cells, strong, kind }) => ({
    strong: strong || kind !== 'data',
    cells: table.columns.map((_, column) => ({ runs: cellRuns(cells[column], size) })),
  }));
  const pages = Math.max(1, Math.ceil(all.length / rowsOnSlide));
  const each = Math.ceil(all.length / pages);
  return Array.from({ length: pages }, (_, number): Part => {
    const rows = all.slice(number * each, (number + 1) * each);
    return {
      kind: 'table',
      description,
      box: { ...box, height: Math.min(box.height, 8 + rows.length * 9.5) },
      table: { size, middle: true, columns: columnsOf(table), rows },
    };
  });
};

const cellRuns = (cell: Table['rows'][number]['cells'][number] | undefined, size: number): readonly Run[] => {
  if (cell === undefined) return [{ text: '', size }];
  const colour =
    cell.tone === 'good'
      ? 'goodText'
      : cell.tone === 'bad'
        ? 'badText'
        : cell.tone === 'muted'
          ? 'ink2'
          : undefined;
  return [
    {
      text: cell.text,
      size,
      ...(cell.tone === 'strong' || cell.head ? { bold: true } : {}),
      ...(colour === undefined ? {} : { colour }),
    },
    ...(cell.detail === undefined
      ? []
      : [{ text: `\u2002${cell.detail}`, size: size - 2, colour: 'ink2' as const }]),
  ];
};

/** Room by the longest text of each column, texts no more than four times what numbers get. */
const columnsOf = (table: Table): DeckTable['columns'] =>
  table.columns.map(({ title, align }, column) => {
    const longest = Math.max(
      title.length * 0.8,
      ...table.rows.map(({ cells }) => cells[column]?.text.length ?? 0),
    );
    return { title, align, part: Math.min(44, Math.max(9, longest)) };
  });
