import { z } from 'zod';
import { idSchema, localizedTextSchema } from './text.ts';

/** What a KPI is good for in a year: an amount where it can be named, else a rating; always with a reason. */
export const benefitSchema = z
  .strictObject({
    amount: z.number().min(0).optional().describe('Benefit of knowing it for a year, in reporting currency'),
    rating: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .describe(
        'Value for decisions where no amount can be named: 1 nobody decides by it, 5 decisions rest on it',
      ),
    why: localizedTextSchema.optional().describe('Which decision it changes'),
    by: idSchema.optional().describe('Person who says so'),
  })
  .refine(
    ({ amount, rating }) => amount !== undefined || rating !== undefined,
    'a benefit needs an amount or a rating',
  )
  .describe('Benefit of measuring a KPI');
export type Benefit = z.infer<typeof benefitSchema>;

const named = z.array(z.strictObject({ id: idSchema, name: localizedTextSchema })).default([]);

/** How many KPIs are few, when one is too dear, and what pulls its owner apart. */
export const selectionSchema = z
  .strictObject({
    maximum: z.int().min(1).default(11).describe('Most KPIs that the programme wants to follow; default 11'),
    ownerMaximum: z.int().min(1).default(5).describe('Most KPIs that one owner answers for; default 5'),
    costToBenefit: z
      .number()
      .positive()
      .default(1)
      .describe('Cost to measure ÷ benefit above which a KPI is not worth it; default 1'),
    lowRating: z
      .int()
      .min(0)
      .max(5)
      .default(2)
      .describe('Rating up to which a KPI that costs anything is not worth it; default 2'),
    conflicts: z
      .array(
        z.strictObject({
          between: z.tuple([idSchema, idSchema]).describe('Two KPIs'),
          why: localizedTextSchema.optional(),
        }),
      )
      .default([])
      .describe('KPIs that are known to pull apart, besides those that move a lever in opposite directions'),
  })
  .describe('How KPIs are selected (domain 4)');

/** Times a year. */
const timesSchema = (from: number, to: number) =>
  z
    .strictObject({
      from: z.int().min(0).default(from).describe(`Least times a year; default ${from}`),
      to: z.int().min(0).default(to).describe(`Most times a year; default ${to}`),
    })
    .refine(times => times.from <= times.to, '"from" must not be above "to"');

export const rhythmSchema = z
  .strictObject({
    reviews: timesSchema(4, 4).prefault({}).describe('Business reviews with a key account'),
    surveys: timesSchema(1, 2).prefault({}).describe('Survey waves with a customer'),
  })
  .describe('Cadence of reviews and surveys per customer and year; outside it is a finding');

export const trendSchema = z
  .strictObject({
    quarters: z
      .int()
      .min(3)
      .max(8)
      .default(5)
      .describe('Quarters with a value that the trend looks at; default 5'),
    band: z
      .number()
      .min(0)
      .max(1)
      .default(0.05)
      .describe(
        'Change over them, relative to their median, up to which a KPI counts as steady; scores as a part of 100 points',
      ),
  })
  .describe('Rule of the trend: median slope (Theil–Sen) over the last quarters against a band');

export const areasSchema = named.describe('Areas of the company that KPIs may belong to');
export const activitiesSchema = named.describe('Activities that KPIs may steer');
export const leversSchema = named.describe('What people can do more or less of: visits, discounts, stock');

export const partsSchema = z
  .strictObject({
    growers: z
      .int()
      .min(1)
      .default(2)
      .describe('Customers that grew most and are set apart from the base; default 2'),
    gap: z
      .number()
      .min(0)
      .default(0.05)
      .describe('Difference of two shares without an interval that counts as apart; default 0.05'),
  })
  .describe('Which part of the customers stands beside the whole base');
export type Selection = z.infer<typeof selectionSchema>;
export type Rhythm = z.infer<typeof rhythmSchema>;
export type TrendRule = z.infer<typeof trendSchema>;
