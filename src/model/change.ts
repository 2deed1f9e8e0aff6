import { z } from 'zod';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

/** Where a change comes from (domain 2.8). */
export const changeOrigins = ['customer', 'market', 'own'] as const;
export type ChangeOrigin = (typeof changeOrigins)[number];

const stepSchema = (what: string) =>
  z.strictObject({ date: dateSchema, text: localizedTextSchema.describe(what) }).describe(what);

export const changeSchema = z
  .strictObject({
    id: idSchema,
    date: dateSchema.describe('When it was noticed'),
    origin: z.enum(changeOrigins).describe('Whose change it is: the customer’s, the market’s or our own'),
    text: localizedTextSchema.describe('What changed'),
    owner: idSchema.optional().describe('Person who sees to it'),
    due: dateSchema.optional().describe('By when the plan must have taken it up'),
    decision: stepSchema('What was decided').optional(),
    plan: stepSchema('What changed in the plan').optional(),
    dismissed: stepSchema('Why nothing has to change').optional(),
  })
  .describe('A change, what was decided and what became of it in the plan');
export type Change = z.infer<typeof changeSchema>;

export const changesSchema = z
  .strictObject({
    planCadence: z
      .int()
      .min(1)
      .default(92)
      .describe('Days after its last review from which the plan of a key account is stale'),
    changeWithin: z
      .int()
      .min(1)
      .default(60)
      .describe('Days within which a change that states no date of its own must have reached the plan'),
    changes: z.array(changeSchema).default([]).describe('Changes that concern the whole programme'),
    reviews: z
      .array(
        z.strictObject({
          id: idSchema,
          text: localizedTextSchema.describe('What is reviewed'),
          due: dateSchema,
          held: dateSchema.optional(),
          owner: idSchema.optional(),
        }),
      )
      .default([])
      .describe('Reviews of the programme that are due'),
  })
  .describe(
    'Adaptation: changes of customers, market and our own, and the reviews that keep the plans alive',
  );
export type Changes = z.infer<typeof changesSchema>;

/** What an account adds: its own changes, and when its plan was reviewed. */
export const accountAdaptationSchema = z.strictObject({
  changes: z
    .array(changeSchema)
    .default([])
    .describe('Changes that concern the account, and what became of them in its plan'),
  planReviews: z.array(dateSchema).default([]).describe('Days on which the plan was reviewed'),
});
