import { z } from 'zod';

/** How the ranking is put to the test: how many weightings are drawn, how far from the stated one, from which seed. */
export const robustnessSchema = z
  .strictObject({
    samples: z
      .int()
      .min(100)
      .max(1_000_000)
      .default(10_000)
      .describe('Weightings to draw, of each kind; fewer where there are more than 1,000 accounts'),
    within: z
      .number()
      .gt(0)
      .max(1)
      .default(0.25)
      .describe('How far each weight may lie from the stated one, as a part of it: 0.25 is ±25%'),
    missing: z
      .enum(['sampled', 'as-scored'])
      .default('sampled')
      .describe(
        'A missing rating: drawn uniformly from the scale in every weighting, or left out as the points table does',
      ),
    insecure: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('Probability of belonging to the key set under which the place of a key account is insecure'),
    worthARow: z
      .number()
      .min(0)
      .max(1)
      .default(0.01)
      .describe(
        'Probability of belonging to the key set, over all weightings, from which an account that is neither key nor admitted gets a row',
      ),
    fewestFirsts: z
      .number()
      .gt(0)
      .max(1)
      .default(0.01)
      .describe(
        'Part of all weightings with which an account comes first from which its central weights are given; under it their mean would rest on a handful',
      ),
    seed: z
      .string()
      .min(1)
      .default('robustness')
      .describe('Any text; the same text gives the same random numbers, in every run and on every machine'),
  })
  .describe('How far the ranking depends on the weights');
export type RobustnessSettings = z.infer<typeof robustnessSchema>;
