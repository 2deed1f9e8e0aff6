import { z } from 'zod';
import { activitySchema } from './account-activity.ts';
import { accountPlanSchema } from './account-plan.ts';
import { relationSchema } from './account-relation.ts';
import { accountServiceSchema } from './account-service.ts';
import { accountAdaptationSchema } from './change.ts';
import { currencySchema } from './currency.ts';
import { accountChecksSchema } from './identification.ts';
import { accountLifetimeSchema } from './lifetime.ts';
import { periodSchema } from './period.ts';
import { accountResourcesSchema } from './resources.ts';
import { statementSchema } from './statement.ts';
import { amountSchema, dateSchema, idSchema, localizedTextSchema } from './text.ts';

/** One quarter of an account. Every field is optional: what is missing stays missing. Amounts in the account's currency. */
export const quarterSchema = z
  .strictObject({
    revenue: amountSchema
      .optional()
      .describe('Net revenue; negative where credit notes exceed it, 0 where nothing was bought'),
    plan: amountSchema.optional().describe('Planned revenue'),
    forecast: amountSchema
      .optional()
      .describe(
        'Revenue as forecast a quarter before; kept when the quarter has come, to see how it came out',
      ),
    margin: amountSchema
      .optional()
      .describe('Contribution margin before cost to serve; negative where it is a loss'),
    costToServe: amountSchema
      .optional()
      .describe('Cost of serving the account, which the margin does not hold yet'),
    orders: z.int().min(0).optional().describe('Orders in the quarter'),
    hours: z.number().min(0).optional().describe('Hours that our people spent on the account'),
    newBusiness: amountSchema
      .optional()
      .describe('Part of the revenue that comes from new products, plants or contracts'),
    nonStandardRequests: z
      .int()
      .min(0)
      .optional()
      .describe('Requests that called for something other than the standard'),
    walletSpend: amountSchema
      .min(0)
      .optional()
      .describe('What the customer spent on goods like ours with all its suppliers, us included'),
    surveyed: z.int().min(0).optional().describe('People asked in the satisfaction survey'),
  })
  .describe('A quarter of the account');
export type Quarter = z.infer<typeof quarterSchema>;

export const ratingSchema = z
  .union([
    z.number(),
    z.strictObject({
      points: z.number().describe('Points, on the scale of the points table'),
      by: idSchema.optional().describe('Person who rated'),
      date: dateSchema.optional(),
      note: localizedTextSchema.optional(),
    }),
  ])
  .describe('Points of a criterion: a number, or points with who, when and why');
export type Rating = z.infer<typeof ratingSchema>;

/** How the customer rates us and our best competitor on its own criteria, on the points scale. */
export const strengthAssessmentSchema = z.strictObject({
  period: periodSchema,
  date: dateSchema.optional(),
  by: z
    .enum(['customer', 'own'])
    .describe('Who scored: the customer, or we ourselves (a pitfall that the report names)'),
  respondent: z.string().optional().describe('Contact who answered'),
  competitor: z.string().optional().describe('Best competitor'),
  criteria: z
    .array(
      z.strictObject({
        name: localizedTextSchema,
        weight: z.number().min(0).default(1).describe('Weight that the customer gives it'),
        us: z.number().describe('Points of ours'),
        competitor: z.number().describe('Points of the best competitor'),
      }),
    )
    .min(1)
    .describe('Criteria by which the customer chooses, with the points of each side'),
});
export type StrengthAssessment = z.infer<typeof strengthAssessmentSchema>;

export const accountSchema = z
  .strictObject({
    name: z.string().min(1).describe('Full name'),
    shortName: z.string().min(1).optional().describe('Name for charts and sentences'),
    status: z
      .enum(['active', 'prospect', 'lost'])
      .default('active')
      .describe('Whether it buys, might buy, or has left'),
    lost: z
      .strictObject({ date: dateSchema, reason: localizedTextSchema.optional() })
      .optional()
      .describe('When and why it was lost'),
    since: dateSchema.optional().describe('Customer since'),
    parent: idSchema.optional().describe('Account that controls this one; a group counts as one customer'),
    currency: currencySchema
      .optional()
      .describe('Currency of its amounts; the reporting currency when absent'),
    industry: z.string().optional().describe('Industry that it works in'),
    country: z.string().optional().describe('Country of its seat'),
    region: z.string().optional().describe('Sales region that it belongs to'),
    location: z.string().optional().describe('Town or site of its seat'),
    type: z
      .enum(['revenue-share', 'able-prospect', 'industry-leader'])
      .optional()
      .describe('Why it matters: its share of revenue, its means as a prospect, its lead in the industry'),
    fields: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .default({})
      .describe('Fields of your own, for segmentation and profiles'),
    manager: idSchema.optional().describe('Key account manager'),
    sponsor: idSchema.optional().describe('Executive sponsor'),
    key: z
      .array(z.strictObject({ from: periodSchema, to: periodSchema.optional() }))
      .default([])
      .describe('Quarters in which it has key status; no "to" means until now'),
    vision: statementSchema.optional(),
    mission: statementSchema.optional(),
    history: z
      .record(periodSchema, quarterSchema)
      .default({})
      .describe('What happened in each quarter: revenue, margin, cost to serve, orders, hours'),
    ratings: z
      .record(periodSchema, z.record(idSchema, ratingSchema))
      .default({})
      .describe('Points by quarter and criterion; a quarter without a rating carries the last one forward'),
    checks: accountChecksSchema,
    strength: z
      .array(strengthAssessmentSchema)
      .default([])
      .describe('How we are rated against the best competitor, on the criteria of the customer'),
    resources: accountResourcesSchema,
    ...activitySchema.shape,
    ...accountLifetimeSchema.shape,
    ...accountAdaptationSchema.shape,
    ...accountPlanSchema.shape,
    ...accountServiceSchema.shape,
    ...relationSchema.shape,
  })
  .describe('An account or prospect: profile, history by quarter, ratings, relationship');
export type AccountData = z.infer<typeof accountSchema>;
