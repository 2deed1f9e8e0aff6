import { z } from 'zod';
import { amountSchema, dateSchema, idSchema, localizedTextSchema } from './text.ts';

/** The nine activities of a value chain (Porter 1985): five primary ones, four that support them. */
export const activities = [
  'inbound-logistics',
  'operations',
  'outbound-logistics',
  'marketing-sales',
  'service',
  'infrastructure',
  'human-resources',
  'technology',
  'procurement',
] as const;
export type Activity = (typeof activities)[number];

const activitySchema = z.enum(activities);

const prioritySchema = z.strictObject({
  id: idSchema.optional().describe('Name by which links refer to it'),
  activity: activitySchema.describe('Activity of the customer'),
  title: localizedTextSchema.describe('What the customer wants to improve there'),
  importance: z.int().min(1).max(5).optional().describe('How much it matters to the customer, 1–5'),
  source: localizedTextSchema.optional().describe('Who said so, or where it stands'),
});

const linkSchema = z.strictObject({
  ours: activitySchema.describe('Our activity'),
  theirs: activitySchema.describe('Activity of the customer on which it acts'),
  title: localizedTextSchema.describe('What we do there'),
  effect: z.enum(['lower-cost', 'better-performance']).describe('What the customer has of it'),
  serves: z
    .array(idSchema)
    .default([])
    .describe('Priorities that it serves; all those of the activity of the customer when empty'),
  value: amountSchema.min(0).optional().describe('Worth to the customer a year'),
  estimatedBy: localizedTextSchema.optional().describe('Who estimated the value, and how'),
  estimatedOn: dateSchema.optional(),
  owner: idSchema.optional().describe('Our person'),
  state: z
    .enum(['idea', 'agreed', 'in-place', 'dropped'])
    .default('idea')
    .describe('How far it is; only what is agreed or in place counts as value'),
});

export const valueChainSchema = z
  .strictObject({
    priorities: z
      .array(prioritySchema)
      .default([])
      .describe('What the customer wants to improve, by activity'),
    links: z.array(linkSchema).default([]).describe('Where our activities act on those of the customer'),
  })
  .describe('Our value chain against that of the customer');
export type ValueChain = z.infer<typeof valueChainSchema>;
export type ChainLink = ValueChain['links'][number];
export type ChainPriority = ValueChain['priorities'][number];
