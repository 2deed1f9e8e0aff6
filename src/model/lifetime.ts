import { z } from 'zod';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

/** Where an expected lifetime comes from: renewals of contracts, the order history, or a person's estimate. */
export const lifetimeEstimators = ['contract', 'orders', 'declared'] as const;
export type LifetimeEstimator = (typeof lifetimeEstimators)[number];

const years = z.number().min(0).max(100).describe('Years that it is expected to stay, 0–100');

/** The section of an account: how long somebody expects it to stay. */
export const accountLifetimeSchema = z.strictObject({
  expectedYears: z
    .union([
      years,
      z.strictObject({
        years,
        by: idSchema.optional().describe('Person who estimates'),
        date: dateSchema.optional().describe('Day from which the years count'),
        note: localizedTextSchema.optional(),
      }),
    ])
    .optional()
    .describe('Years that it is expected to stay, 0–100, where neither contracts nor orders tell'),
});

export const lifetimeSchema = z
  .strictObject({
    precedence: z
      .array(z.enum(lifetimeEstimators))
      .min(1)
      .default([...lifetimeEstimators])
      .describe('Which estimate is taken where an account has several: the first that can be made'),
    cuts: z
      .strictObject({
        profit: z
          .union([z.enum(['median', 'break-even']), z.number()])
          .default('median')
          .describe('Profit from which an account counts as profitable: median, break-even (0) or an amount'),
        years: z
          .union([z.literal('median'), z.number().min(0)])
          .default('median')
          .describe('Expected years from which a lifetime counts as long: median, or a number'),
      })
      .prefault({})
      .describe('Cuts of the quadrants; an account on a cut is above it'),
    near: z
      .strictObject({
        profit: z
          .number()
          .min(0)
          .default(0.1)
          .describe('Distance to the cut under which an account is named, as a share of the median profit'),
        years: z.number().min(0).default(0.5).describe('Distance to the cut in years'),
      })
      .prefault({})
      .describe('Distances to a cut under which an account is named as near it'),
    horizon: z
      .number()
      .positive()
      .max(50)
      .default(10)
      .describe('Years that are looked ahead; a lifetime beyond counts as this long'),
    minimum: z
      .strictObject({
        renewals: z.int().min(2).default(20).describe('Decided renewals from which the contracts are fitted'),
        customers: z
          .int()
          .min(2)
          .default(10)
          .describe('Customers who ordered twice or more, from which the order history is fitted'),
      })
      .prefault({})
      .describe('Fewest data for a fit; with less there is none'),
    contractGap: z
      .int()
      .min(0)
      .max(3660)
      .default(100)
      .describe('Days between the end of a contract and the start of the next up to which that renews it'),
    silent: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('Probability of still being a customer under which an ordering account is a warning, 0–1'),
  })
  .describe('Lifetime and profitability: cuts of the quadrants, horizon, fewest data for a fit');
export type LifetimeSettings = z.infer<typeof lifetimeSchema>;
