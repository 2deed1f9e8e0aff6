import { z } from 'zod';
import { placeSchema } from './account-activity.ts';
import { goalSchema } from './account-goal.ts';
import { amountSchema, dateSchema, idSchema, localizedTextSchema } from './text.ts';

/** A plant, site or division of the account that buys for itself. */
const unitSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).describe('Proper name, the same in every language'),
});

/** A cell of the whitespace matrix, where the records do not say it by themselves or say it wrong. */
const whitespaceSchema = z.strictObject({
  line: z.string().min(1).describe('Product line, as in data/products.yaml'),
  unit: placeSchema.optional().describe('Business unit, or a list of them; all of them when absent'),
  state: z
    .enum(['have', 'open', 'lost', 'not-applicable'])
    .optional()
    .describe('What we know better than contracts and opportunities do'),
  potential: amountSchema
    .min(0)
    .optional()
    .describe('Revenue a year that the line could bring there and does not bring yet; of one unit'),
  evidence: localizedTextSchema.optional().describe('What the state or the potential rests on'),
});

/** What an offer changed, estimated by a named person. Amounts over the life of the offer. */
const offerEffectSchema = z.strictObject({
  margin: amountSchema.describe('Contribution margin with the offer'),
  baseline: amountSchema.describe('Contribution margin that would have come without it'),
  by: idSchema.describe('Person who estimated it'),
  note: localizedTextSchema.optional().describe('How the baseline was found'),
});

/** An exclusive offer, bonus or benefit for the loyalty of the account. */
const offerSchema = z.strictObject({
  title: localizedTextSchema,
  kind: z
    .enum(['exclusive-offer', 'bonus', 'service', 'training', 'event'])
    .default('exclusive-offer')
    .describe('What is offered'),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  cost: amountSchema.min(0).optional().describe('What it cost us until the date of the data'),
  offered: z.int().min(0).optional().describe('Times that it was offered'),
  used: z.int().min(0).optional().describe('Times that it was used, of those'),
  effect: offerEffectSchema.optional().describe('What it brought'),
});

/** What was decided about the danger of losing the account. */
const retentionSchema = z.strictObject({
  cause: localizedTextSchema.describe('Why it may leave'),
  plan: localizedTextSchema.optional(),
  owner: idSchema.optional(),
  checkpoint: dateSchema.optional(),
});

/** Business units, whitespace, loyalty programme, goals of the customer, and what is done to keep it. */
export const relationSchema = z.strictObject({
  units: z.array(unitSchema).default([]).describe('Business units; none means that the account is one unit'),
  whitespace: z.array(whitespaceSchema).default([]).describe('Cells of the whitespace matrix'),
  offers: z.array(offerSchema).default([]).describe('Loyalty programme: exclusive offers and bonuses'),
  goals: z.array(goalSchema).default([]).describe('Goals of the customer'),
  retention: retentionSchema.optional().describe('Present where the account is held to be at risk'),
});
export type BusinessUnit = z.infer<typeof unitSchema>;
export type WhitespaceEntry = z.infer<typeof whitespaceSchema>;
export type Offer = z.infer<typeof offerSchema>;
