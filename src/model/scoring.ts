import { z } from 'zod';
import { criterionKinds, identificationSchema } from './identification.ts';
import { type PeriodId, periodSchema } from './period.ts';
import { robustnessSchema } from './robustness.ts';
import { idSchema, localizedTextSchema } from './text.ts';

/** Measures of an account from which a criterion's points can be derived. */
export const derivedMeasures = [
  'revenue',
  'margin',
  'margin-ratio',
  'cost-to-serve',
  'cost-to-serve-ratio',
  'growth',
  'orders',
  'tenure',
] as const;

export const derivationSchema = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('breakpoints').describe('Points at declared values, linear between them'),
      measure: z.enum(derivedMeasures).describe('Measure of the account that gives the points'),
      lowerIsBetter: z
        .boolean()
        .optional()
        .describe('Not with breakpoints: their points say which way is better'),
      points: z
        .array(z.tuple([z.number(), z.number()]))
        .min(2)
        .describe('Pairs [measure, points], measure ascending; linear between them, flat outside'),
    }),
    z.strictObject({
      by: z.literal('min-max').describe('From the lowest to the highest of the accounts'),
      measure: z.enum(derivedMeasures).describe('Measure of the account that gives the points'),
      lowerIsBetter: z.boolean().default(false).describe('Whether less of it gives more points'),
    }),
    z.strictObject({
      by: z.literal('percentile').describe('By rank among the accounts'),
      measure: z.enum(derivedMeasures).describe('Measure of the account that gives the points'),
      lowerIsBetter: z.boolean().default(false).describe('Whether less of it gives more points'),
    }),
  ])
  .describe('How points come from data: breakpoints, min–max over the accounts, or percentile rank');
export type Derivation = z.infer<typeof derivationSchema>;

export const criterionSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(criterionKinds).default('other').describe('Which identification criterion it is'),
  name: localizedTextSchema,
  shortName: localizedTextSchema.optional(),
  weight: z.number().min(0).describe('Relative weight; weights need not add up to anything'),
  weights: z
    .record(periodSchema, z.number().min(0))
    .default({})
    .describe('Later weights, by the quarter from which they hold: `weight` holds before the first of them'),
  met: z
    .number()
    .optional()
    .describe('Points from which it counts as met on the checklist; identification.met when absent'),
  attractiveness: z
    .boolean()
    .default(true)
    .describe('Whether it counts for the attractiveness axis of the KAISM'),
  derive: derivationSchema
    .optional()
    .describe('Present: points are derived from data. Absent: points are rated by a person'),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** The quarter from which the weight of a period holds; undefined where it never changed until then. */
export const weighedIn = ({ weights }: Pick<Criterion, 'weights'>, period: PeriodId): PeriodId | undefined =>
  Object.keys(weights)
    .filter(quarter => quarter <= period)
    .sort()
    .at(-1);

/** The weight that holds in a period. */
export const weightIn = (criterion: Criterion, period: PeriodId): number =>
  criterion.weights[weighedIn(criterion, period) ?? ''] ?? criterion.weight;

export const scoringSchema = z
  .strictObject({
    scale: z
      .strictObject({
        min: z.number().default(1).describe('Fewest points'),
        max: z.number().default(10).describe('Most points'),
      })
      .prefault({})
      .describe('Common scale of the points, 1–10 or 1–100'),
    criteria: z.array(criterionSchema).min(1).describe('Criteria of the points table, with weights'),
    keySet: z
      .strictObject({
        threshold: z.number().optional().describe('Fewest points for the key set'),
        places: z.int().min(1).optional().describe('Most places in the key set'),
      })
      .prefault({})
      .describe('Which accounts the points table would admit: a threshold, a number of places, or both'),
    nearTie: z
      .number()
      .min(0)
      .default(0.1)
      .describe('Score difference under which two neighbours of the ranking are a near-tie'),
    kaism: z
      .strictObject({
        attractiveness: z
          .number()
          .optional()
          .describe('Cut between low and high attractiveness; the middle of the scale by default'),
        strength: z
          .number()
          .optional()
          .describe('Cut between low and high relative strength; the middle of the scale by default'),
        near: z
          .number()
          .min(0)
          .default(0.5)
          .describe('Distance to a cut under which an account is named as near it'),
      })
      .prefault({})
      .describe('Cuts of the KAISM, on the scale of the points'),
    identification: identificationSchema.prefault({}),
    robustness: robustnessSchema.prefault({}),
  })
  .describe('The points table: criteria, weights, scale, key set; cuts of the KAISM');
export type Scoring = z.infer<typeof scoringSchema>;
