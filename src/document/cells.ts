import { z } from 'zod';
import { localizedTextSchema } from '../model/text.ts';
import { acrossSchema, differenceSchema, tableColumnSchema } from './table-options.ts';

const span = z.union([
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
  z.literal(8),
  z.literal(9),
  z.literal(12),
]);

const captioned = {
  label: z
    .string()
    .regex(/^(fig|tab):[a-z0-9-]+$/, 'a label is written like fig:kaism or tab:ranking')
    .optional()
    .describe('Name for cross references'),
  caption: localizedTextSchema
    .optional()
    .describe('Caption; the chart or series has one of its own when absent'),
  note: localizedTextSchema.optional().describe('How to read it'),
  source: localizedTextSchema
    .optional()
    .describe('Where the data come from; the source line of the workspace when absent'),
  span: span
    .optional()
    .describe('Columns of the grid: 9 beside the margin (default of charts), 12 across the page'),
};

/** Options of a `section` cell: it begins a section and gives its head. */
export const sectionSchema = z.strictObject({
  name: localizedTextSchema,
  headline: z.union([
    z
      .strictObject({ topic: z.union([z.string(), z.array(z.string()).min(1)]) })
      .describe('The first finding of a topic, or of the first topic of several that has one'),
    z
      .strictObject({ finding: z.union([z.string(), z.array(z.string()).min(1)]) })
      .describe('The finding of a code, or of the first code of several that was found'),
    localizedTextSchema,
  ]),
  who: localizedTextSchema.optional(),
  measure: localizedTextSchema.optional(),
  when: localizedTextSchema.optional(),
  landscape: z.boolean().default(false),
  appendix: z.boolean().default(false),
  flow: z
    .boolean()
    .default(false)
    .describe('Whether it follows on the page of the section before, where there is room for it'),
  needs: z
    .array(z.string())
    .default([])
    .describe('Series or figures; the section shows itself when at least one of them has something to say'),
});

/** Options of a `chart` cell beside the chart's own, which stand under `options`. */
export const chartCellSchema = z.strictObject({
  ...captioned,
  options: z.record(z.string(), z.unknown()).default({}).describe("The chart's own options"),
});

/**
 * Options of a `vega-lite` cell: a spec of Vega-Lite, which its own schema judges. What the page needs beside it stands
 * under `usermeta`, which Vega-Lite leaves to whoever shows a chart.
 */
export const vegaLiteSchema = z.looseObject({
  usermeta: z.strictObject(captioned).optional(),
});

/** Options of a `table` cell. */
export const tableCellSchema = z.strictObject({
  ...captioned,
  columns: z.array(tableColumnSchema).optional().describe('Columns to show, in order; all when absent'),
  across: acrossSchema
    .optional()
    .describe('Rows with the same head become one, and the values of a column further columns of it'),
  where: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe('Only rows with these values'),
  except: z
    .record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()])))
    .optional()
    .describe('Rows with one of these values are left out'),
  order: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      'Columns that put the rows in order, each smallest first, or largest first with a minus before it; rows without a value stand last',
    ),
  recorded: z
    .union([z.string(), z.array(z.string()).min(1)])
    .optional()
    .describe(
      'Column or columns: rows in which nothing is recorded for any of them are left out, and named below the table',
    ),
  leftOut: z
    .string()
    .optional()
    .describe('Column whose text stands in brackets behind the name of each row that was left out so'),
  limit: z.int().min(1).optional(),
  ranked: z
    .boolean()
    .optional()
    .describe('Only the first rows, even where a finding of the section names one further down'),
  strong: z.string().optional().describe('Flag column: rows in which it is true are set in bold'),
  total: z.array(z.string()).optional().describe('Columns to sum in a last row'),
  differences: z
    .record(z.string(), differenceSchema)
    .optional()
    .describe('Columns that are the second less the first: they print as the difference of what is printed'),
  totalOf: z
    .record(z.string(), z.string())
    .optional()
    .describe('Columns that cannot be summed, such as ratios: the figure that stands in the row of sums'),
  partsOf: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Columns of parts, each with the column whose value tells what they are parts of: the parts of one whole are rounded together, so that what is printed adds up',
    ),
  scale: z
    .union([z.literal(1), z.literal(1000), z.literal(1_000_000)])
    .default(1)
    .describe('Divisor of money columns'),
  footnotes: z.array(localizedTextSchema).default([]),
  wide: z.boolean().default(false),
});
export type TableCellOptions = z.infer<typeof tableCellSchema>;

/** Options of a `figure` cell: one figure, large. */
export const figureCellSchema = z.strictObject({
  label: localizedTextSchema.optional().describe('What it is; its name in the locale when absent'),
  note: localizedTextSchema.optional(),
  signed: z.boolean().default(false),
});

export const stripSchema = z.strictObject({
  figures: z.array(
    z.strictObject({
      figure: z.string(),
      label: localizedTextSchema.optional(),
      note: localizedTextSchema.optional(),
      signed: z.boolean().default(false),
    }),
  ),
});

/** Options of a `quadrants` cell: the rows of a series as four lists in a two-by-two. */
export const quadrantsSchema = z.strictObject({
  ...captioned,
  by: z.string().describe('Column of codes that says in which quadrant a row stands'),
  order: z
    .array(z.string())
    .length(4)
    .describe('The four codes: top left, top right, bottom left, bottom right'),
  titles: z
    .record(z.string(), localizedTextSchema)
    .default({})
    .describe('Titles by code; the word of the locale for the code when absent'),
  item: z.string().describe('Column whose text is the item of the list'),
  detail: z
    .array(z.union([z.string(), z.strictObject({ id: z.string(), title: localizedTextSchema })]))
    .default([])
    .describe('Columns whose texts follow it, smaller, each with a title before it where it has one'),
  limit: z.int().min(1).default(6).describe('Items of a quadrant; the others are counted'),
});

export const findingsSchema = z.strictObject({
  limit: z.int().min(1).default(5),
  topics: z.array(z.string()).optional().describe('Topics whose first findings come first, in this order'),
  pressing: z.boolean().default(false).describe('Whether good news on these topics waits its turn'),
  details: z
    .boolean()
    .default(true)
    .describe('Whether each goes on with its detail; else its sentence alone, where a page has little room'),
  except: z
    .array(z.string())
    .default([])
    .describe('Codes of findings that are left out, since a headline says them'),
  account: z.boolean().default(false).describe('Only findings about the account of the document'),
  kam: z.boolean().default(false).describe('Only findings about the key account manager of the document'),
  references: z
    .record(z.string(), z.string())
    .default({})
    .describe('By topic, the label of the chart or table that shows it'),
});

export const asksSchema = z.strictObject({
  of: z
    .array(z.string())
    .min(1)
    .describe('Topics or codes of findings; each gives the decision that its first finding recommends'),
  listed: z
    .boolean()
    .default(false)
    .describe('Then what the findings recommend that the document has listed before'),
  limit: z
    .int()
    .min(1)
    .optional()
    .describe('At most so many findings ask, the first; the others ask where their section does'),
  note: localizedTextSchema.optional().describe('Who answers, said only where something is asked for'),
});

export const decisionsCellSchema = z.strictObject({
  state: z.enum(['sought', 'earlier']).default('sought'),
});

export const factsSchema = z.strictObject({
  rows: z.array(
    z.strictObject({
      label: localizedTextSchema,
      value: z.string(),
      field: z
        .string()
        .optional()
        .describe('Field of the account or person that it shows: the page says where it is written'),
    }),
  ),
});

const form = z
  .enum(['full', 'compact', 'folded'])
  .default('full')
  .describe(
    'In three columns of small type, or folded up and on the screen alone: for documents of a few pages',
  );

/** Options of an `assumptions` cell: the cut-offs and defaults behind the figures shown. */
export const assumptionsSchema = z.strictObject({ ...captioned, form });

/** Options of a `sources` cell: the files and lines that the figures shown rest on. */
export const sourcesSchema = z.strictObject({ form });

export const emptySchema = z.strictObject({});

/** Every kind of cell and the schema of its options. */
export const cellSchemas = {
  section: sectionSchema,
  chart: chartCellSchema,
  'vega-lite': vegaLiteSchema,
  table: tableCellSchema,
  quadrants: quadrantsSchema,
  figure: figureCellSchema,
  strip: stripSchema,
  finding: emptySchema,
  findings: findingsSchema,
  'page-break': emptySchema,
  asks: asksSchema,
  decisions: decisionsCellSchema,
  facts: factsSchema,
  methods: emptySchema,
  sources: sourcesSchema,
  assumptions: assumptionsSchema,
  documents: emptySchema,
} as const;
export type CellKind = keyof typeof cellSchemas;
export type CellOptions<K extends CellKind> = z.infer<(typeof cellSchemas)[K]>;
