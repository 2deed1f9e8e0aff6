import { z } from 'zod';
import { courses } from './advice.ts';
import { periodSchema } from './period.ts';
import { recommendations } from './recommendations.ts';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

export const decisionsSchema = z
  .strictObject({
    decisions: z
      .array(
        z.strictObject({
          id: idSchema,
          period: periodSchema.describe('Review that seeks or took the decision'),
          title: localizedTextSchema.describe('What is to be decided, starting with a verb'),
          short: localizedTextSchema
            .optional()
            .describe('The same in two to four words, without capital, for the headline of the review'),
          reason: localizedTextSchema,
          owner: localizedTextSchema.describe('Who carries it out: a function or a name'),
          due: z.union([dateSchema, periodSchema]).describe('Day or quarter by which it is carried out'),
          cost: localizedTextSchema.optional(),
          rests: z
            .array(z.string())
            .default([])
            .describe('Charts or tables of the review that it rests on, by label (fig:kaism)'),
          answers: z
            .array(z.enum(recommendations))
            .default([])
            .describe(
              'Findings whose recommendation it takes up whole (commitment.weak-dimension): their sections end with this decision instead',
            ),
          accounts: z
            .partialRecord(
              z.enum(courses.filter(course => course !== 'tend')),
              z.array(idSchema).min(1).describe('Accounts, by id'),
            )
            .default({})
            .describe(
              'What it does with accounts (reduce: [a], invest: [b]); no section asks for the same again, or for the opposite',
            ),
          state: z
            .enum(['sought', 'approved', 'rejected', 'in-progress', 'done', 'dropped'])
            .default('sought')
            .describe('What became of it so far'),
          outcome: localizedTextSchema.optional().describe('What became of it'),
        }),
      )
      .describe('Decisions, one entry each'),
  })
  .describe('Decisions sought from the board, and what became of those of earlier quarters');
export type Decision = z.infer<typeof decisionsSchema>['decisions'][number];
