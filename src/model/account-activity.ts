import { z } from 'zod';
import { periodSchema } from './period.ts';
import { purposes } from './person.ts';
import { amountSchema, dateSchema, idSchema, localizedTextSchema, unitIntervalSchema } from './text.ts';

/** Roles in a decision to buy. */
export const contactRoles = [
  'decision-maker',
  'economic-buyer',
  'technical-buyer',
  'user',
  'influencer',
  'gatekeeper',
  'champion',
] as const;
export type ContactRole = (typeof contactRoles)[number];

const contactSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).describe('Full name'),
  title: z.string().optional().describe('Post that the person holds'),
  role: z.enum(contactRoles).optional().describe('Part that the person has in decisions to buy'),
  influence: z.int().min(1).max(5).optional().describe('Weight in decisions about us, 1 little to 5 much'),
  attitude: z.int().min(-2).max(2).optional().describe('Towards us, −2 hostile to +2 advocate'),
  counterpart: idSchema.optional().describe('Our person'),
  lastContact: dateSchema.optional(),
  cadence: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Days that may pass between contacts, where this person wants another rhythm than influence and role ask for',
    ),
  left: dateSchema.optional().describe('Day on which the person left the customer or the post'),
  approach: localizedTextSchema
    .optional()
    .describe('Personal approach: what this person values and how to deal with it'),
});

/** The business units that a contract or an opportunity is about. */
export const placeSchema = z
  .union([idSchema, z.array(idSchema).min(1)])
  .describe('Business unit, or a list of them, of the account; may be left out where it has only one');

const contractSchema = z.strictObject({
  id: z.string().min(1).describe('Number or name of the contract'),
  product: z.string().optional().describe('Product, by its id'),
  unit: placeSchema.optional(),
  start: dateSchema,
  end: dateSchema,
  value: amountSchema.min(0).optional().describe('Value a year'),
  renewal: z
    .enum(['renewed', 'lost', 'pending', 'not-due'])
    .default('not-due')
    .describe('What became of it when it fell due'),
  renewals: z
    .int()
    .min(0)
    .optional()
    .describe(
      'How often the relationship had been renewed before this contract; counted from the earlier contracts of the same product where absent',
    ),
});

/** Where new business comes from. */
export const opportunitySources = ['referral', 'own', 'inbound', 'event', 'other'] as const;

/** A sale that is sought. `kind` says what it would add to the account. */
const opportunitySchema = z.strictObject({
  id: z.string().min(1).optional().describe('Number or name of the opportunity'),
  name: localizedTextSchema.optional(),
  product: z.string().optional().describe('Product, by its id'),
  unit: placeSchema.optional(),
  kind: z
    .enum(['new', 'up-sell', 'cross-sell', 'renewal', 'joint-growth'])
    .default('new')
    .describe('What the sale would add to the account'),
  stage: z.enum(['prospecting', 'open', 'won', 'lost']).describe('How far the sale is'),
  opened: dateSchema.optional().describe('Day on which it was opened'),
  closed: dateSchema.optional().describe('Day on which it was won or lost'),
  value: amountSchema.min(0).optional().describe('Value of the sale'),
  probability: unitIntervalSchema.optional().describe('Chance that it is won, 0–1'),
  contacts: z.int().min(0).optional().describe('Contacts it took so far'),
  source: z.enum(opportunitySources).optional().describe('Where it comes from'),
  seller: idSchema.optional().describe('Our person who sells'),
});

const surveySchema = z.strictObject({
  period: periodSchema,
  date: dateSchema.optional(),
  contact: idSchema.optional(),
  csat: z.int().min(1).max(5).optional().describe('Satisfaction, 1–5'),
  nps: z.int().min(0).max(10).optional().describe('Likelihood to recommend, 0–10'),
  comment: localizedTextSchema.optional(),
});

const interactionSchema = z.strictObject({
  date: dateSchema,
  direction: z
    .enum(['inbound', 'outbound'])
    .describe('Who came to whom: the customer to us, or we to the customer'),
  kind: z
    .enum(['meeting', 'call', 'mail', 'visit', 'request', 'complaint'])
    .default('call')
    .describe('What kind of contact it was'),
  contact: idSchema.optional(),
  person: idSchema.optional().describe('Our person who took part'),
  purpose: z
    .enum(purposes)
    .optional()
    .describe('What it was for: to keep the customer, to grow it, to advise it'),
  subject: localizedTextSchema.optional(),
  resolved: dateSchema.optional().describe('Day on which a request or complaint was settled'),
  problem: idSchema
    .optional()
    .describe('Problem of the account that it reports; a complaint without one is a problem by itself'),
});

const actionSchema = z.strictObject({
  id: idSchema.optional().describe('Name by which other parts of the plan refer to it'),
  title: localizedTextSchema,
  owner: idSchema,
  due: dateSchema,
  state: z.enum(['planned', 'in-progress', 'done', 'dropped']).default('planned').describe('How far it is'),
  since: periodSchema.optional().describe('Review in which it was agreed'),
  contact: idSchema.optional().describe('Person of the customer to whom it is to bring us back'),
  completed: dateSchema.optional().describe('Day on which it was done'),
});

const progressSchema = z
  .strictObject({
    from: z.number().describe('Value when the objective was set'),
    now: z.number().optional().describe('Last measured value'),
    target: z.number().describe('Value that reaches the objective'),
    unit: localizedTextSchema.optional().describe('What the numbers count'),
  })
  .describe('Where the objective stands, in numbers');

const objectiveSchema = z.strictObject({
  side: z
    .enum(['external', 'internal'])
    .describe('Whose side it is about: towards the customer, or inside our house'),
  title: localizedTextSchema,
  how: localizedTextSchema.optional(),
  why: localizedTextSchema.optional(),
  measure: localizedTextSchema.optional().describe('What will be measured, and what shows success'),
  due: dateSchema.optional().describe('When it should be reached'),
  contract: z.string().min(1).optional().describe('Contract whose renewal it is about, by its id'),
  state: z
    .enum(['planned', 'in-progress', 'met', 'missed', 'dropped'])
    .default('in-progress')
    .describe('How far it is'),
  owner: idSchema.optional().describe('Our person'),
  progress: progressSchema.optional(),
});

const needSchema = z.strictObject({
  text: localizedTextSchema,
  due: dateSchema.optional(),
  evidence: localizedTextSchema.optional().describe('How we know'),
  answer: localizedTextSchema.optional().describe('How we answer it'),
  product: z.string().optional().describe('Product that answers it'),
  state: z
    .enum(['open', 'in-progress', 'answered', 'declined'])
    .default('open')
    .describe('Declined: we told the customer that we do not answer it'),
});

const riskSchema = z.strictObject({
  title: localizedTextSchema,
  probability: unitIntervalSchema.describe('Chance that it happens, 0–1'),
  impact: amountSchema.min(0).optional().describe('Revenue a year at stake'),
  owner: idSchema.optional(),
  mitigation: localizedTextSchema.optional(),
  checkpoint: dateSchema.optional(),
});

/** What happens between us and the account. */
export const activitySchema = z.strictObject({
  contacts: z
    .array(contactSchema)
    .default([])
    .describe('People of the customer: who they are, what they decide, who of us knows them'),
  contracts: z
    .array(contractSchema)
    .default([])
    .describe('Contracts, with start, end and what became of them'),
  opportunities: z.array(opportunitySchema).default([]).describe('Sales that are sought, won or lost'),
  surveys: z.array(surveySchema).default([]).describe('Answers to satisfaction surveys, one entry a person'),
  interactions: z.array(interactionSchema).default([]).describe('Meetings, calls, requests and complaints'),
  actions: z.array(actionSchema).default([]).describe('What is to be done, by whom and by when'),
  objectives: z.array(objectiveSchema).default([]).describe('What the plan is to reach, outside and inside'),
  needs: z.array(needSchema).default([]).describe('What the customer needs, and how we answer it'),
  risks: z
    .array(riskSchema)
    .default([])
    .describe('What may go wrong, what it would cost, and what is done against it'),
});
export type Contact = z.infer<typeof contactSchema>;
export type Contract = z.infer<typeof contractSchema>;
export type Opportunity = z.infer<typeof opportunitySchema>;
export type Survey = z.infer<typeof surveySchema>;
export type Interaction = z.infer<typeof interactionSchema>;
export type Action = z.infer<typeof actionSchema>;
export type Objective = z.infer<typeof objectiveSchema>;
export type Need = z.infer<typeof needSchema>;
export type Risk = z.infer<typeof riskSchema>;
