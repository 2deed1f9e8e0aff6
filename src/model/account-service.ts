import { z } from 'zod';
import { periodSchema } from './period.ts';
import { dateSchema, localizedTextSchema } from './text.ts';

const mentionSchema = z.strictObject({
  date: dateSchema.describe('Day on which the customer spoke of us'),
  kind: z
    .enum(['reference', 'testimonial', 'case-study', 'talk', 'press', 'social'])
    .default('reference')
    .describe('How: as a reference to somebody who asked, in writing, on a stage, in public'),
  contact: z.string().optional().describe('Contact of the account who spoke'),
  subject: localizedTextSchema.optional(),
});

const serviceQuarterSchema = z
  .strictObject({
    promised: z.int().min(0).describe('Commitments of the service level agreement that fell due, a count'),
    met: z.int().min(0).describe('Those that were kept, a count'),
    note: localizedTextSchema.optional().describe('What was promised'),
  })
  .describe('Service level of a quarter');

const reviewSchema = z.union([
  dateSchema,
  z.strictObject({ date: dateSchema, note: localizedTextSchema.optional() }),
]);

/** What the customer gets from us as agreed, and what it says of us: the registers that KPIs 2 and 6 and their cadence rest on. */
export const accountServiceSchema = z.strictObject({
  mentions: z.array(mentionSchema).default([]).describe('Times the customer spoke well of us to others'),
  service: z
    .record(periodSchema, serviceQuarterSchema)
    .default({})
    .describe('Service level commitments by quarter: promised and met'),
  reviews: z
    .array(reviewSchema)
    .default([])
    .describe('Business reviews held with the customer: a date, or a date with a note'),
});
export type Mention = z.infer<typeof mentionSchema>;
export type Review = z.infer<typeof reviewSchema>;
