import { z } from 'zod';
import { periodSchema } from './period.ts';
import { amountSchema, localizedTextSchema } from './text.ts';

/** A gain of one side in one quarter; what lasts is entered in each quarter in which it was had. */
export const benefitSchema = z.strictObject({
  for: z.enum(['customer', 'supplier']).describe('Who gains'),
  title: localizedTextSchema,
  period: periodSchema.describe('Quarter in which it was had'),
  amount: amountSchema.min(0).optional().describe('What it was worth in that quarter'),
  evidence: localizedTextSchema.optional().describe('What it rests on'),
});
export type Benefit = z.infer<typeof benefitSchema>;
