import { z } from 'zod';
import { localizedTextSchema } from '../model/text.ts';

/** A column of a table: one of the series, or one with options of its own. */
export const tableColumnSchema = z.union([
  z.string(),
  z.strictObject({
    id: z.string(),
    title: z.union([z.literal(''), localizedTextSchema]).optional(),
    as: z
      .enum([
        'text',
        'short',
        'with-unit',
        'variance-bar',
        'share-bar',
        'fit-bar',
        'pin',
        'sparkline',
        'coverage',
      ])
      .default('text')
      .describe('How the cell shows: text, short name, an inline graphic, or n of N'),
    of: z.string().optional().describe('Series that holds the line of a sparkline'),
    detail: z.string().optional().describe('Column whose text stands below, smaller'),
    figure: z
      .string()
      .optional()
      .describe('Figure of the row, with * for this cell; where it has no value, the reason stands below'),
    reason: z
      .enum(['cell', 'note'])
      .optional()
      .describe('Where that reason stands: below the text of the cell, or with its name below the table'),
    width: z.number().positive().max(1000).optional().describe('Width in millimetres'),
    precision: z.int().min(0).max(6).optional(),
    tone: z.enum(['muted', 'strong', 'effect']).optional(),
    align: z
      .enum(['left', 'right'])
      .optional()
      .describe('Numbers stand right, texts left, unless this says otherwise'),
    group: localizedTextSchema.optional().describe('Title above neighbouring columns'),
    starred: z
      .boolean()
      .optional()
      .describe('An asterisk where the figure that the cell shows rests on a small sample'),
    quiet: z.boolean().optional().describe('Where nothing is recorded for it, it is left out without a word'),
    percent: z.boolean().optional().describe('A percent sign behind shares, beside rows in other units'),
    interval: z
      .boolean()
      .optional()
      .describe('Below the cell, smaller, the interval of the figure that it shows'),
  }),
]);
export type TableColumnOption = z.infer<typeof tableColumnSchema>;

/** A series in long form as a matrix. */
export const acrossSchema = z.strictObject({
  column: z.string().describe('Column of which each value becomes a column of the table'),
  cell: z.string().describe('Column whose cells stand there'),
  as: z.enum(['text', 'with-unit']).default('text'),
  detail: z.string().optional().describe('Column whose text stands below them, smaller'),
  head: z.string().optional().describe('Column whose cell stands in brackets behind the value, in the head'),
  order: z.string().optional().describe('Column of numbers that puts the values in order; else as they come'),
  width: z.number().positive().max(1000).optional().describe('Width of each in millimetres'),
  precision: z.int().min(0).max(6).optional(),
  tone: z.enum(['muted', 'strong']).optional(),
  starred: z.boolean().optional(),
  total: z.boolean().optional().describe('Whether each is summed in the last row'),
});

/** A column that is another less a third one. */
export const differenceSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  causes: z.array(z.string()).default([]).describe('Columns that add up to the difference'),
});
