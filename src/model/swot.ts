import { z } from 'zod';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

export const swotKinds = ['strength', 'weakness', 'opportunity', 'threat'] as const;
export type SwotKind = (typeof swotKinds)[number];

/** Crossings of the TOWS matrix (Weihrich 1982): an inner kind with an outer one. */
export const crossings = ['so', 'wo', 'st', 'wt'] as const;
export type Crossing = (typeof crossings)[number];

const itemSchema = z.strictObject({
  id: idSchema.optional().describe('Name by which strategies refer to it'),
  kind: z.enum(swotKinds).describe('Strength, weakness, opportunity or threat'),
  title: localizedTextSchema,
  evidence: localizedTextSchema.optional().describe('Fact on which it rests'),
  impact: z.int().min(1).max(5).optional().describe('How much it matters, 1–5'),
  action: z
    .string()
    .min(1)
    .optional()
    .describe('Action of the account that answers it, by its id or its title'),
  date: dateSchema.optional().describe('When it was noted or last confirmed'),
});

const strategySchema = z.strictObject({
  cross: z.enum(crossings).describe('so, wo, st or wt: which kinds it crosses'),
  title: localizedTextSchema,
  uses: z.array(idSchema).min(1).describe('Items that it crosses: at least one of either kind'),
  owner: idSchema.optional().describe('Our person'),
  action: z.string().min(1).optional().describe('Action of the account, by its id or its title'),
});

export const swotSchema = z
  .strictObject({
    items: z.array(itemSchema).default([]).describe('Strengths, weaknesses, opportunities, threats'),
    strategies: z.array(strategySchema).default([]).describe('TOWS: strategies that cross the items'),
  })
  .describe('SWOT of the account, seen from us');
export type Swot = z.infer<typeof swotSchema>;
export type SwotItem = Swot['items'][number];
export type SwotStrategy = Swot['strategies'][number];
