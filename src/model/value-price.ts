import { z } from 'zod';
import { amountSchema, dateSchema, idSchema, localizedTextSchema } from './text.ts';

const alternativeSchema = z.strictObject({
  name: localizedTextSchema.describe('What the customer would buy instead of ours'),
  price: amountSchema.min(0).optional().describe('What it would pay for it, per unit of the offer'),
  evidence: localizedTextSchema.optional(),
});

const differenceSchema = z.strictObject({
  title: localizedTextSchema.describe('In what our offer differs from the alternative'),
  amount: amountSchema
    .optional()
    .describe('Worth to the customer per unit of the offer; negative where the alternative is better'),
  evidence: localizedTextSchema.optional().describe('What the amount rests on'),
  saidBy: z
    .enum(['customer', 'measured', 'own'])
    .default('own')
    .describe('Who says so: the customer, a measurement that both accept, or only we'),
});

const switchingSchema = z
  .strictObject({
    cost: amountSchema.min(0).describe('Cost of changing supplier, per unit of the offer'),
    to: z
      .enum(['us', 'alternative'])
      .describe(
        'Which way: "us" lowers the value of our offer to a customer who would have to change, "alternative" raises it for one who would have to leave',
      ),
    evidence: localizedTextSchema.optional(),
  })
  .describe('What changing supplier costs the customer');

/** One offer, held against what the customer would buy instead. All amounts per unit, in the currency of the account. */
export const valuedOfferSchema = z.strictObject({
  id: idSchema,
  product: z.string().optional().describe('Product of data/products.yaml'),
  name: localizedTextSchema.optional().describe('Name of the offer; that of the product when absent'),
  unit: localizedTextSchema.describe('Unit to which the amounts refer, for example tonne'),
  quantity: z.number().positive().optional().describe('Units a year'),
  date: dateSchema.optional().describe('Date of the comparison'),
  alternative: alternativeSchema.optional().describe('Next best alternative of the customer'),
  differences: z.array(differenceSchema).default([]).describe('Differentiation, item by item'),
  switching: switchingSchema.optional(),
  price: amountSchema.min(0).optional().describe('What the customer pays us, per unit'),
});
export type ValuedOffer = z.infer<typeof valuedOfferSchema>;
