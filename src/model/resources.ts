import { z } from 'zod';
import { hoursInQuarter, hoursInYear, periodSchema } from './period.ts';
import { dateSchema, idSchema, localizedTextSchema, unitIntervalSchema } from './text.ts';

/** What money is spent on (domain 2.6). */
export const spendKinds = ['people', 'systems', 'travel', 'training', 'other'] as const;
export type SpendKind = (typeof spendKinds)[number];

const spendingSchema = z
  .strictObject({
    budget: z.number().min(0).optional().describe('Money that was granted'),
    actual: z.number().min(0).optional().describe('Money that was spent'),
  })
  .describe('Budget and actual of a kind of spending');

const spendSchema = z
  .record(periodSchema, z.partialRecord(z.enum(spendKinds), spendingSchema))
  .default({})
  .describe('Budget and actual by quarter and kind: people, systems, travel, training, other');
export type Spend = z.infer<typeof spendSchema>;

const hoursSchema = z
  .record(periodSchema, z.number().min(0).max(hoursInQuarter))
  .default({})
  .describe('Hours worked, by quarter');

/** A person's part in an account or in the programme. */
const assignmentSchema = z.strictObject({
  person: idSchema,
  role: localizedTextSchema.optional().describe('What the person does there; the title when absent'),
  fte: z
    .number()
    .positive()
    .max(1)
    .optional()
    .describe('Part of a full-time job, above 0 to 1; from the hours when absent'),
  hours: hoursSchema,
});
export type Assignment = z.infer<typeof assignmentSchema>;

const technologySchema = z.strictObject({
  name: localizedTextSchema,
  state: z.enum(['planned', 'in-use', 'retired']).default('in-use').describe('Whether it is in use'),
  since: dateSchema.optional(),
});
export type Technology = z.infer<typeof technologySchema>;

const resourcesFields = {
  people: z.array(assignmentSchema).default([]).describe('Who works for it, and how much'),
  spend: spendSchema,
  technology: z.array(technologySchema).default([]).describe('Systems and tools kept for it'),
};

/** Section `resources` of an account: what is spent on this account alone. Money in the account's currency. */
export const accountResourcesSchema = z
  .strictObject({
    ...resourcesFields,
    need: z
      .number()
      .min(0)
      .optional()
      .describe('Hours a year of its key account manager that the account needs'),
  })
  .optional()
  .describe('People, money and technology spent on this account alone');
export type AccountResources = NonNullable<z.infer<typeof accountResourcesSchema>>;

/** `data/program/resources.yaml`: what the programme spends as a whole, and how resources are judged. Money in reporting currency. */
export const resourcesSchema = z
  .strictObject({
    ...resourcesFields,
    weights: z
      .strictObject({
        hours: z.number().min(0).default(1).describe('Weight of the share of hours'),
        money: z.number().min(0).default(1).describe('Weight of the share of money'),
      })
      .refine(({ hours, money }) => hours + money > 0, 'hours or money must have a weight')
      .prefault({})
      .describe('Weights of the share of hours and of money in the share of resources'),
    potential: idSchema
      .optional()
      .describe('Criterion of the points table that stands for potential; "potential" when absent'),
    fullTime: z
      .number()
      .positive()
      .max(hoursInYear)
      .default(1700)
      .describe('Hours a year of a full-time job'),
    load: z
      .strictObject({
        low: z.number().min(0).default(0.6).describe('Hours needed ÷ capacity under which there is room'),
        high: z.number().positive().default(1).describe('Hours needed ÷ capacity above which it is too much'),
        accounts: z.int().min(1).optional().describe('Most accounts that one person should manage'),
      })
      .refine(({ low, high }) => low <= high, { path: ['low'], message: '"low" must not be above "high"' })
      .prefault({})
      .describe('Lines of the load of key account managers'),
    difficulty: z
      .strictObject({
        risk: z.number().min(0).default(1).describe('Weight of the share of accounts at risk'),
        weakness: z
          .number()
          .min(0)
          .default(1)
          .describe('Weight of how weak we are against the best competitor'),
        exposure: z.number().min(0).default(1).describe('Weight of the share of revenue in accounts at risk'),
      })
      .refine(
        ({ risk, weakness, exposure }) => risk + weakness + exposure > 0,
        'risk, weakness or exposure must have a weight',
      )
      .prefault({})
      .describe('How the difficulty of a portfolio is composed'),
    budgetTolerance: unitIntervalSchema
      .default(0.05)
      .describe('Part of the budget by which the actual may miss it before it is a finding'),
  })
  .describe('Resources of the programme: people, money, technology, and the lines that judge them');
export type ProgrammeResources = z.infer<typeof resourcesSchema>;
