import { z } from 'zod';
import { periodSchema } from './period.ts';
import { dateSchema, idSchema, localizedTextSchema, unitIntervalSchema } from './text.ts';

/** The four dimensions of depth (domain 2.1; Capon 2001). */
export const depthDimensions = ['structures', 'systems', 'people', 'finance'] as const;
export type DepthDimension = (typeof depthDimensions)[number];

export const commitmentSchema = z
  .strictObject({
    breadthCut: unitIntervalSchema.default(0.3).describe('Share of accounts from which breadth is high'),
    depthCut: unitIntervalSchema.default(0.5).describe('Depth from which it is high'),
    staleAfter: z
      .int()
      .min(1)
      .default(4)
      .describe('Quarters after which a rating that was carried forward is called stale'),
    evidence: z
      .array(
        z.strictObject({
          id: idSchema,
          dimension: z.enum(depthDimensions).describe('Dimension of depth that it speaks for'),
          statement: localizedTextSchema.describe('What is in place, so that another person could check it'),
          owner: idSchema.optional().describe('Person who vouches for it'),
          ratings: z
            .record(
              periodSchema,
              z.strictObject({
                level: unitIntervalSchema.describe('How far it is in place, 0–1'),
                date: dateSchema,
                note: localizedTextSchema.optional(),
              }),
            )
            .describe('Level 0–1 by quarter; a quarter without a rating carries the last one forward'),
        }),
      )
      .default([])
      .describe('What shows the commitment in depth, each with its ratings'),
  })
  .describe('Commitment: cuts of breadth and depth, and the rated evidence of depth');
export type Commitment = z.infer<typeof commitmentSchema>;
