import { z } from 'zod';
import { dateSchema, localizedTextSchema } from './text.ts';

/** KAM skills of domain 2.7. */
export const skills = [
  'analysis',
  'segmentation',
  'communication',
  'negotiation',
  'conflict',
  'persuasion',
  'personalised-strategy',
  'tools',
  'continuous-evaluation',
  'long-term-relationships',
  'closing',
  'strategic-planning',
  'cross-functional-leadership',
] as const;

export const personSchema = z
  .strictObject({
    name: z.string().min(1),
    role: z.enum(['kam', 'sponsor', 'programme-office', 'specialist', 'seller', 'other']),
    title: localizedTextSchema.optional(),
    since: dateSchema.optional(),
    capacity: z.number().positive().optional().describe('Hours a year for key accounts'),
    team: z.string().optional(),
    skills: z
      .partialRecord(z.enum(skills), z.int().min(1).max(5))
      .default({})
      .describe('Actual level by skill, 1–5'),
  })
  .describe('A person of our side: KAM, sponsor, specialist, seller');
export type Person = z.infer<typeof personSchema>;

export const productsSchema = z
  .strictObject({
    products: z.array(
      z.strictObject({
        id: z.string().min(1),
        name: localizedTextSchema,
        line: z.string().optional().describe('Product line'),
        price: z.number().min(0).optional(),
      }),
    ),
  })
  .describe('Products and product lines');
export type Product = z.infer<typeof productsSchema>['products'][number];
