import { z } from 'zod';
import { periodSchema } from './period.ts';
import { dateSchema, idSchema, localizedTextSchema, unitIntervalSchema } from './text.ts';

/** The five phases of internal relations, in their usual order (domain 2.4). Phases may recur. */
export const programmePhases = [
  'inception',
  'uncertainty',
  'momentum',
  'success',
  'cost-of-doing-business',
] as const;
export type ProgrammePhase = (typeof programmePhases)[number];

/** Programme measures from which a signal can be computed. */
export const phaseMeasures = [
  'key-revenue-growth',
  'other-revenue-growth',
  'key-margin-trend',
  'new-business-share',
  'non-standard-requests',
  'key-below-threshold',
  'key-accounts-added',
] as const;
export type PhaseMeasure = (typeof phaseMeasures)[number];

const signalBase = {
  id: idSchema,
  text: localizedTextSchema.describe('The signal as a statement that holds more or less'),
  for: z.array(z.enum(programmePhases)).default([]).describe('Phases that it speaks for'),
  against: z.array(z.enum(programmePhases)).default([]).describe('Phases that it speaks against'),
  weight: z.number().positive().default(1).describe('Weight among the signals'),
};

export const phaseSignalSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rated').describe('Rated by people, with evidence'),
    ...signalBase,
    ratings: z
      .record(
        periodSchema,
        z.strictObject({
          level: unitIntervalSchema.describe('How far it holds, 0–1'),
          date: dateSchema,
          evidence: localizedTextSchema.optional(),
        }),
      )
      .describe('How far it holds, 0–1, by quarter; a quarter without a rating carries the last one forward'),
  }),
  z.strictObject({
    kind: z.literal('computed').describe('Computed from the data'),
    ...signalBase,
    measure: z.enum(phaseMeasures).describe('What is measured'),
    zeroAt: z.number().describe('Value of the measure at which the signal does not hold at all'),
    oneAt: z
      .number()
      .describe('Value of the measure at which it holds fully; linear between, and may be lower than zeroAt'),
  }),
]);
export type PhaseSignal = z.infer<typeof phaseSignalSchema>;

export const phaseSchema = z
  .strictObject({
    gap: unitIntervalSchema
      .default(0.15)
      .describe('Lead of the best phase over the second under which the phase is indeterminate'),
    notableRise: unitIntervalSchema
      .default(0.05)
      .describe(
        'Rise of the fit of the cost phase in a quarter from which it is pointed out; re-rating one signal does less',
      ),
    holdsFrom: unitIntervalSchema
      .default(0.5)
      .describe('Level from which a signal holds and is quoted for or against a phase'),
    signals: z
      .array(phaseSignalSchema)
      .default([])
      .describe('Signals for and against each phase of the programme'),
  })
  .describe('Programme phase: the signals and the gap that decides');
export type PhaseSettings = z.infer<typeof phaseSchema>;
