import { z } from 'zod';
import { benefitSchema } from './benefit.ts';
import { swotSchema } from './swot.ts';
import { amountSchema, dateSchema, idSchema, localizedTextSchema } from './text.ts';
import { valueChainSchema } from './value-chain.ts';
import { valuedOfferSchema } from './value-price.ts';

const valuePropositionSchema = z
  .strictObject({
    text: localizedTextSchema.describe('What we promise this customer, in its own terms'),
    evidence: localizedTextSchema.optional().describe('What the promise rests on'),
    confirmedBy: idSchema.optional().describe('Contact of the customer who has read it and agreed'),
    confirmedOn: dateSchema.optional().describe('When the customer agreed'),
  })
  .describe('Personal value proposition of the account');

const processSchema = z.strictObject({
  title: localizedTextSchema.describe('Process or procedure, as both sides call it'),
  standard: localizedTextSchema.optional().describe('What was agreed: times, quality, who informs whom'),
  owner: idSchema.optional().describe('Our person who answers for it'),
  agreedWith: idSchema.optional().describe('Contact of the customer with whom it was agreed'),
  agreed: dateSchema.optional().describe('When it was agreed; absent while it is only our proposal'),
});

const memberSchema = z.strictObject({
  person: idSchema.describe('Our person'),
  role: localizedTextSchema.optional().describe('What the person does for this account'),
});

const deliverySchema = z
  .strictObject({
    processes: z
      .array(processSchema)
      .default([])
      .describe('Processes and procedures agreed with the customer'),
    team: z.array(memberSchema).default([]).describe('Who is on the account team'),
  })
  .describe('Exceptional delivery: the second step of the plan');

const adoptionSchema = z.strictObject({
  name: localizedTextSchema.describe('What the customer is to take up'),
  of: z.int().min(1).describe('How many plants, lines or users could use it'),
  counts: z
    .record(z.string().regex(/^\d{4}-Q[1-4]$/, 'a quarter is written like 2026-Q3'), z.int().min(0))
    .default({})
    .describe('How many of them used it at the end of each quarter, 0 to "of"'),
});

const customerPlanSchema = z.strictObject({
  title: localizedTextSchema.describe('What the customer is going to do'),
  date: dateSchema.optional().describe('When'),
  source: localizedTextSchema.optional().describe('Who told us, or where it stands'),
  response: localizedTextSchema.optional().describe('How we prepare for it'),
  owner: idSchema.optional().describe('Our person who prepares it'),
});

const problemSchema = z.strictObject({
  id: idSchema.describe('Name by which interactions refer to it'),
  title: localizedTextSchema,
  opened: dateSchema.describe('When the customer had it first'),
  solved: dateSchema.optional().describe('When it was solved; absent while it is open'),
  cause: localizedTextSchema.optional().describe('Cause that was found'),
  remedy: localizedTextSchema.optional().describe('What was done, or is being done'),
  owner: idSchema.optional().describe('Our person who answers for it'),
  cost: amountSchema.min(0).optional().describe('What it cost the customer'),
});

/** What the plan of an account adds to what happens with it. */
export const accountPlanSchema = z.strictObject({
  valueProposition: valuePropositionSchema.optional(),
  delivery: deliverySchema.prefault({}),
  adoption: z.array(adoptionSchema).default([]).describe('What the customer has taken up of what we offer'),
  customerPlans: z
    .array(customerPlanSchema)
    .default([])
    .describe('What the customer plans, so that we are ready for it'),
  problems: z
    .array(problemSchema)
    .default([])
    .describe(
      'Problems of the customer, open and solved. A complaint among the interactions is one by itself unless it names the problem that it reports',
    ),
  valueChain: valueChainSchema.prefault({}),
  valueAgainstPrice: z.array(valuedOfferSchema).default([]).describe('Value against price, by offer'),
  swot: swotSchema.prefault({}),
  benefits: z.array(benefitSchema).default([]).describe('Gains of each side from the relationship'),
});
export type ValueProposition = z.infer<typeof valuePropositionSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
export type CustomerPlan = z.infer<typeof customerPlanSchema>;
export type Adoption = z.infer<typeof adoptionSchema>;
export type Problem = z.infer<typeof problemSchema>;
