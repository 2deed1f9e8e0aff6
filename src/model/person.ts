import { z } from 'zod';
import { hoursInQuarter, hoursInYear, periodSchema } from './period.ts';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

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

export type Skill = (typeof skills)[number];

export const personRoles = ['kam', 'sponsor', 'programme-office', 'specialist', 'seller', 'other'] as const;
export type PersonRole = (typeof personRoles)[number];

/** What a key account manager's time is for (001): keeping the customer, growing it, advising it. */
export const purposes = ['retain', 'develop', 'advise'] as const;
export type Purpose = (typeof purposes)[number];

const skillLevelSchema = z
  .union([
    z.int().min(1).max(5),
    z.strictObject({
      level: z.int().min(1).max(5).describe('Actual level, 1–5'),
      date: dateSchema.optional(),
      by: idSchema.optional().describe('Person who assessed it'),
      note: localizedTextSchema.optional(),
    }),
  ])
  .describe('Actual level, 1–5, or the level with its date and who assessed it');

export const personSchema = z
  .strictObject({
    name: z.string().min(1).describe('Full name'),
    role: z.enum(personRoles).describe('What the person is in the programme'),
    title: localizedTextSchema.optional(),
    since: dateSchema.optional(),
    capacity: z.number().positive().max(hoursInYear).optional().describe('Hours a year for key accounts'),
    team: z.string().optional().describe('Team that the person belongs to'),
    skills: z
      .partialRecord(z.enum(skills), skillLevelSchema)
      .default({})
      .describe('Actual level by skill, 1–5: a number, or the level with its date and who assessed it'),
    purposes: z
      .record(
        periodSchema,
        z.partialRecord(
          z.enum(purposes),
          z.number().min(0).max(hoursInQuarter).describe('Hours in the quarter'),
        ),
      )
      .default({})
      .describe('Hours by quarter and purpose: retain, develop, advise'),
  })
  .describe('A person of our side: KAM, sponsor, specialist, seller');
export type Person = z.infer<typeof personSchema>;

export const productsSchema = z
  .strictObject({
    products: z
      .array(
        z.strictObject({
          id: z.string().min(1).describe('Name by which other files refer to it'),
          name: localizedTextSchema,
          line: z.string().optional().describe('Product line'),
          price: z.number().min(0).optional().describe('List price, in reporting currency'),
        }),
      )
      .describe('Products, one entry each'),
  })
  .describe('Products and product lines');
export type Product = z.infer<typeof productsSchema>['products'][number];
