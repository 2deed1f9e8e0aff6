import { z } from 'zod';
import { customerProfileSchema } from './customer-profile.ts';
import { periodSchema } from './period.ts';

const offOr = <T extends z.ZodType>(line: T): z.ZodUnion<[z.ZodLiteral<false>, T]> =>
  z.union([z.literal(false), line]);

const belowSchema = z
  .strictObject({
    contribution: z
      .number()
      .optional()
      .describe('Contribution after cost to serve over the span, in reporting currency'),
    ratio: z
      .number()
      .min(-10)
      .max(1)
      .optional()
      .describe('Contribution after cost to serve ÷ revenue, at most 1'),
  })
  .refine(
    ({ contribution, ratio }) => contribution !== undefined || ratio !== undefined,
    'name a contribution, a ratio, or both',
  )
  .prefault({ contribution: 0 })
  .describe('An account contributes little when it is below every line that is named');

const protectSchema = z
  .strictObject({
    key: z.boolean().default(true).describe('Key accounts stay'),
    growth: offOr(z.number())
      .default(0.1)
      .describe('Change of revenue from which an account stays, 0.1 for 10%; false for none'),
    score: offOr(z.number())
      .optional()
      .describe(
        'Points from which an account stays; the threshold of the key set when absent, false for none',
      ),
    quarters: z.int().min(0).default(4).describe('An account younger than this many quarters stays'),
    openOpportunities: z.boolean().default(true).describe('An account with an open opportunity stays'),
  })
  .prefault({})
  .describe('What keeps an account that contributes little');

/** `data/program/rationalisation.yaml` (domain 1.8): whom the portfolio would let go, and who is worth serving. */
export const rationalisationSchema = z
  .strictObject({
    span: z
      .enum(['trailing-year', 'basis'])
      .default('trailing-year')
      .describe('Quarters over which contribution is summed: the last four, or the span of the revenue'),
    below: belowSchema,
    protect: protectSchema,
    hourValue: z
      .number()
      .positive()
      .optional()
      .describe('What a freed hour is worth, in reporting currency; undeclared, only the average is shown'),
    earlier: periodSchema
      .optional()
      .describe('Quarter whose portfolio is held against today’s; one year earlier when absent'),
    profile: customerProfileSchema.optional(),
  })
  .describe('Rationalisation of the portfolio: lines, protections, what hours are worth, customer profile');
export type Rationalisation = z.infer<typeof rationalisationSchema>;
