import { z } from 'zod';
import { dateSchema, idSchema, localizedTextSchema, unitIntervalSchema } from './text.ts';

/**
 * The catalogue of identification criteria (domain 1.1) to choose from. Each may be a criterion of the points table, with a
 * weight, or a check, which is answered with yes or no and carries no points.
 */
export const criterionKinds = [
  /** How much the account buys. By itself it misleads: the largest buyer may leave, or bring neither margin nor future. */
  'revenue-volume',
  /** How much more it could buy from us. */
  'revenue-potential',
  /** How long it will stay, and what it will be worth until then; whether the relationship sustains itself. */
  'lifetime-value',
  /** How well our products fit the customer that they are made for. */
  'ideal-profile-fit',
  /** What it is worth beyond what it buys: reputation, a shared vision, partnership. */
  'strategic-value',
  /** How regularly it orders. */
  'order-stability',
  /** What serving it costs. Inverted: the more points, the cheaper to serve. */
  'cost-to-serve',
  /** How much it needs what we sell. */
  'need-for-product',
  /** Whether others in its industry follow it. */
  'industry-leadership',
  /** Whether a prospect has the means to become what we hope for. */
  'ability-to-pay',
  'other',
] as const;
export type CriterionKind = (typeof criterionKinds)[number];

const checkSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(criterionKinds).default('other').describe('Which identification criterion it is'),
  name: localizedTextSchema,
  shortName: localizedTextSchema.optional(),
});
export type Check = z.infer<typeof checkSchema>;

/** How criteria become a checklist: met, not met or unknown. */
export const identificationSchema = z
  .strictObject({
    met: z
      .number()
      .optional()
      .describe('Points from which a criterion counts as met; the middle of the scale when absent'),
    highShare: unitIntervalSchema
      .default(0.1)
      .describe('Share of revenue from which an account is of the type "high share of current revenue"'),
    checks: z
      .array(checkSchema)
      .default([])
      .describe('Criteria of the checklist that carry no points: accounts answer them under "checks"'),
  })
  .describe('The checklist of identification criteria');

/** Answers of an account to the checks, by id. */
export const accountChecksSchema = z
  .record(
    idSchema,
    z.union([
      z.boolean(),
      z.strictObject({
        met: z.boolean().describe('Whether the account meets it'),
        by: idSchema.optional().describe('Person who answered'),
        date: dateSchema.optional().describe('An answer counts from the quarter of its date'),
        note: localizedTextSchema.optional().describe('What the answer rests on'),
      }),
    ]),
  )
  .default({})
  .describe('Answers to the checks of the checklist: true or false, or met with who, when and why');
