import { z } from 'zod';
import { periodSchema } from './period.ts';
import { phaseMeasures } from './phase.ts';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

/** Measures that a criterion of a stage can be held against: those of commitment, congruence and phase. */
export const adoptionMeasures = [
  'key-accounts',
  'breadth',
  'depth',
  'weakest-dimension',
  'variety',
  'congruence-minimum',
  'congruence-spread',
  'stale-plans',
  ...phaseMeasures,
] as const;
export type AdoptionMeasure = (typeof adoptionMeasures)[number];

const criterionBase = {
  id: idSchema,
  text: localizedTextSchema.describe('What must hold, so that another person could check it'),
};

const judgementSchema = z.strictObject({
  state: z.enum(['met', 'not-met', 'open']).describe('What the judgement is'),
  date: dateSchema,
  evidence: localizedTextSchema.optional().describe('What shows it'),
});

export const stageCriterionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('judged').describe('Judged by people, with reasons'),
    ...criterionBase,
    judgements: z
      .record(periodSchema, judgementSchema)
      .default({})
      .describe('Judgement by quarter; the last one holds until the next, and without any it is open'),
  }),
  z.strictObject({
    kind: z.literal('computed').describe('Computed from the data'),
    ...criterionBase,
    measure: z.enum(adoptionMeasures).describe('What is measured'),
    atLeast: z.number().optional().describe('Lowest value that meets it, in the unit of the measure'),
    atMost: z.number().optional().describe('Highest value that meets it, in the unit of the measure'),
  }),
]);
export type StageCriterion = z.infer<typeof stageCriterionSchema>;

export const hypothesisSchema = z.strictObject({
  id: idSchema,
  text: localizedTextSchema.describe('What we expect, stated so that it can turn out false'),
  test: localizedTextSchema.optional().describe('What would show it'),
  verdicts: z
    .record(
      periodSchema,
      z.strictObject({
        state: z.enum(['supported', 'rejected', 'open']).describe('What the evidence says of the hypothesis'),
        date: dateSchema,
        evidence: localizedTextSchema.optional(),
      }),
    )
    .default({})
    .describe('Verdict by quarter; the last one holds until the next, and without any it is open'),
});
export type Hypothesis = z.infer<typeof hypothesisSchema>;

/** Where a stage may start: full commitment (A) leads nowhere. */
export const stageOrigins = ['D', 'C', 'B'] as const;
/** Where a stage may lead: C is not progress, and D is where programmes begin. */
export const stageDestinations = ['B', 'A'] as const;

export const stageSchema = z.strictObject({
  id: idSchema,
  name: localizedTextSchema,
  from: z.enum(stageOrigins).describe('Cell of breadth and depth where it starts: D or C, or B'),
  to: z.enum(stageDestinations).describe('Cell where it ends: B for a pilot, A for the extension'),
  planned: z
    .strictObject({ start: periodSchema, end: periodSchema })
    .describe('First and last quarter, as planned'),
  actual: z
    .strictObject({ start: periodSchema, end: periodSchema.optional() })
    .optional()
    .describe('First quarter, and the last one once it has ended'),
  accounts: z
    .record(periodSchema, z.int().min(0))
    .default({})
    .describe('Key accounts planned, by quarter; a number holds until the next one'),
  entry: z.array(stageCriterionSchema).default([]).describe('What must hold before it starts'),
  exit: z.array(stageCriterionSchema).default([]).describe('What must hold before it ends'),
  hypotheses: z.array(hypothesisSchema).default([]).describe('What it is to find out'),
});
export type AdoptionStage = z.infer<typeof stageSchema>;

export const adoptionSchema = z
  .strictObject({
    stages: z
      .array(stageSchema)
      .default([])
      .describe('Stages in their order: pilot (D to B), extension (B to A)'),
  })
  .describe('Adoption path: stages with criteria to enter and to leave, and the hypotheses of the pilot');
export type Adoption = z.infer<typeof adoptionSchema>;
