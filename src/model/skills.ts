import { z } from 'zod';
import { personRoles, skills } from './person.ts';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

const trainingSchema = z.strictObject({
  id: idSchema,
  title: localizedTextSchema.describe('The measure: course, coaching, shared visits'),
  people: z.array(idSchema).default([]).describe('Who takes part'),
  team: z.string().optional().describe('Everyone of this team takes part'),
  skills: z.array(z.enum(skills)).min(1).describe('Skills that it is to raise'),
  due: dateSchema.optional(),
  cost: z.number().min(0).optional().describe('Cost of the whole measure, in reporting currency'),
  state: z.enum(['planned', 'in-progress', 'done', 'dropped']).default('planned').describe('How far it is'),
});
export type Training = z.infer<typeof trainingSchema>;

/** `data/program/skills.yaml`: what each role must be able to do, and how people get there (domain 2.7). */
export const skillsSchema = z
  .strictObject({
    required: z
      .partialRecord(
        z.enum(personRoles),
        z
          .partialRecord(z.enum(skills), z.int().min(1).max(5).describe('Level needed, 1–5'))
          .describe('Levels needed, by skill'),
      )
      .default({})
      .describe('Required level by role and skill, 1–5; what is not named is not required'),
    training: z.array(trainingSchema).default([]).describe('Training plan: who learns what, by when'),
  })
  .describe('Skills: required levels by role, and the training plan');
export type SkillSettings = z.infer<typeof skillsSchema>;
