import { z } from 'zod';
import { kpiIds } from './kpi.ts';
import { idSchema, localizedTextSchema, unitIntervalSchema } from './text.ts';

/** What a rule may look at, for the customers of one key account manager: their sales, or a KPI of domain section 4. */
export const salesMeasures = [
  'revenue',
  'revenue-growth',
  'margin',
  'new-business',
  'growing-accounts',
] as const;
export type SalesMeasure = (typeof salesMeasures)[number];

export const incentiveMeasures = [...salesMeasures, ...kpiIds] as const;
export type IncentiveMeasure = (typeof incentiveMeasures)[number];

const ruleSchema = z
  .strictObject({
    id: idSchema,
    name: localizedTextSchema,
    measure: z
      .enum(incentiveMeasures)
      .describe(
        'What it looks at: revenue, revenue-growth, margin, new-business, growing-accounts, or the id of a KPI',
      ),
    threshold: z
      .number()
      .describe(
        'Value from which it pays, shares as 0–1; it must be reached from below, or from above where lower is better',
      ),
    amount: z.number().min(0).optional().describe('Fixed sum that is paid once the threshold is reached'),
    rate: z
      .number()
      .min(0)
      .optional()
      .describe(
        'Sum for each unit beyond the threshold; of a share, for each percentage point; of money, for each unit of it',
      ),
    cap: z.number().min(0).optional().describe('Most that the rule pays, before its weight'),
    weight: z.number().min(0).default(1).describe('Factor on what the rule pays'),
  })
  .refine(({ amount, rate }) => amount !== undefined || rate !== undefined, {
    path: ['amount'],
    message: 'a rule pays an amount, a rate or both',
  });
export type IncentiveRule = z.infer<typeof ruleSchema>;

const schemeSchema = z.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  inForce: z.boolean().default(false).describe('Whether people are paid by it now; others are proposals'),
  cap: z.number().min(0).optional().describe('Most that the scheme pays to one person'),
  rules: z.array(ruleSchema).min(1).describe('What it pays for'),
});
export type IncentiveScheme = z.infer<typeof schemeSchema>;

const changeSchema = z
  .strictObject({
    measure: z.enum(incentiveMeasures).describe('Measure that changes'),
    by: z.number().optional().describe('What is added to it: 0.05 are five percentage points of a share'),
    to: z.number().optional().describe('What it becomes'),
  })
  .refine(({ by, to }) => (by === undefined) !== (to === undefined), {
    path: ['by'],
    message: 'a change says "by" or "to", one of the two',
  });
export type IncentiveChange = z.infer<typeof changeSchema>;

const scenarioSchema = z.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  changes: z.array(changeSchema).min(1).describe('Only these measures change; the others stay as they are'),
});
export type IncentiveScenario = z.infer<typeof scenarioSchema>;

/** `data/program/incentives.yaml`: how key account managers are paid, or might be. Money in reporting currency. */
export const incentivesSchema = z
  .strictObject({
    schemes: z.array(schemeSchema).default([]).describe('Schemes by which people are paid'),
    scenarios: z.array(scenarioSchema).default([]).describe('Cases to try the schemes on'),
    churnLine: unitIntervalSchema
      .default(0.05)
      .describe('Churn of a KAM, of customers or of revenue, above which pay for growth is flagged'),
  })
  .describe('Incentive schemes, simulated from declared rules, and the cases to try them on');
export type Incentives = z.infer<typeof incentivesSchema>;
