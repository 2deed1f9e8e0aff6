import { z } from 'zod';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

/** What the customer wants to reach with our help, agreed with one of its people (domain 4.4: customer outcomes). */
export const goalSchema = z
  .strictObject({
    id: idSchema.optional(),
    text: localizedTextSchema.describe('The goal, in the words of the customer'),
    due: dateSchema.describe('Day by which it was to be met'),
    kind: z
      .enum(['leading', 'lagging'])
      .default('lagging')
      .describe('Leading: what is done to get there; lagging: the outcome itself'),
    metric: localizedTextSchema.optional().describe('What is measured, with its unit'),
    target: z.number().optional().describe('Value to reach, in the unit of the metric'),
    actual: z.number().optional().describe('Last value measured, in the unit of the metric'),
    better: z
      .enum(['higher', 'lower'])
      .default('higher')
      .describe('Whether the metric is to rise to its target or to fall to it'),
    state: z
      .enum(['open', 'met', 'missed', 'dropped'])
      .default('open')
      .describe('What became of it; dropped: both sides agreed that it no longer counts'),
    settled: dateSchema.optional().describe('Day on which it was met, missed or dropped'),
    agreedWith: idSchema.optional().describe('Contact of the account with whom it was agreed'),
    evidence: localizedTextSchema.optional().describe('Where the result can be read'),
  })
  .describe('A goal of the customer');
export type Goal = z.infer<typeof goalSchema>;
