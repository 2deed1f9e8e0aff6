import { z } from 'zod';
import { kaismQuadrants, lifetimeQuadrants } from './quadrants.ts';
import { idSchema, localizedTextSchema } from './text.ts';

/**
 * Fields that a condition can test of every account; beside them, `criterion.<id>` for the points of a criterion and
 * `fields.<name>` of those that have one. `potential` is the points of the criterion that stands for it.
 */
export const accountFields = [
  'revenue',
  'growth',
  'margin',
  'margin-ratio',
  'cost-to-serve',
  'cost-to-serve-ratio',
  'orders',
  'tenure',
  'score',
  'potential',
  'kaism',
  'lifetime',
  'key',
  'status',
  'type',
  'industry',
  'country',
  'region',
  'location',
  'currency',
  'manager',
  'sponsor',
] as const;
export type SegmentField = (typeof accountFields)[number];

/** What the fields can be that have a closed vocabulary. */
export const fieldWords: Readonly<Record<string, readonly string[]>> = {
  kaism: kaismQuadrants,
  lifetime: lifetimeQuadrants,
  status: ['active', 'prospect', 'lost'],
  type: ['revenue-share', 'able-prospect', 'industry-leader'],
};

/** Names of the fields that give the points of some criteria. */
export const criterionFields = (criteria: readonly { readonly id: string }[]): readonly string[] =>
  criteria.map(({ id }) => `criterion.${id}`);

/** A condition on one field. All tests that are present must hold; a missing value fulfils none but `missing: true`. */
export const conditionSchema = z.strictObject({
  field: z
    .string()
    .min(1)
    .describe(
      'Measure or property of the account (see the examples), criterion.<id> for the points of a criterion, or fields.<name> of your own',
    )
    .meta({ examples: [...accountFields] }),
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
