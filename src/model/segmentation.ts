import { z } from 'zod';
import { idSchema, localizedTextSchema } from './text.ts';

/** A condition on one field. All tests that are present must hold; a missing value fulfils none but `missing: true`. */
export const conditionSchema = z.strictObject({
  field: z
    .string()
    .min(1)
    .describe(
      'revenue, growth, margin, margin-ratio, score, tenure, status, industry, country, region, key, or fields.<name> of the account',
    ),
  is: z.union([z.string(), z.number(), z.boolean()]).optional().describe('The value is this one'),
  in: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .describe('The value is one of these'),
  atLeast: z.number().optional().describe('The value is this one or more'),
  below: z.number().optional().describe('The value is less than this one'),
  missing: z.boolean().optional().describe('true: there is no value'),
});
export type Condition = z.infer<typeof conditionSchema>;

/** Fields that a condition can test of every account; beside them, `fields.<name>` of those that have one. */
export const accountFields = [
  'revenue',
  'growth',
  'margin',
  'margin-ratio',
  'score',
  'tenure',
  'status',
  'industry',
  'country',
  'region',
  'key',
] as const;

export const segmentSchema = z.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  when: z
    .array(conditionSchema)
    .min(1)
    .describe('All conditions must hold; rules are tried in order, the first match wins'),
  strategy: localizedTextSchema.optional().describe('The strategy that belongs to the segment'),
});

export const segmentationSchema = z
  .strictObject({
    schemes: z
      .array(
        z.strictObject({
          id: idSchema,
          name: localizedTextSchema,
          segments: z.array(segmentSchema).min(1).describe('Segments in the order in which they are tried'),
        }),
      )
      .describe('Schemes: ways to part the accounts'),
  })
  .describe('Segmentation schemes: declarative rules, first match wins, what matches none is shown as such');
export type Segmentation = z.infer<typeof segmentationSchema>;
export type SegmentationScheme = Segmentation['schemes'][number];
