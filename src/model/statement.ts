import { z } from 'zod';
import { idSchema, localizedTextSchema } from './text.ts';

/** What a marked span of a vision or mission statement is evidence of (domain 2.5). */
export const statementAspects = [
  'customer-type',
  'relationship-type',
  'organisational-approach',
  'future-state',
  'inspires',
  'customer-value',
] as const;

export const statementSchema = z
  .strictObject({
    text: localizedTextSchema,
    spans: z
      .array(
        z.strictObject({
          aspect: z.enum(statementAspects).describe('What the quoted words show'),
          quote: localizedTextSchema.describe('The words, exactly as they stand in the statement'),
        }),
      )
      .default([])
      .describe(
        "The author's marks: which words speak of the customer, the relationship, the organisation, the future",
      ),
  })
  .describe('A vision or mission statement');
export type Statement = z.infer<typeof statementSchema>;

export const statementsSchema = z
  .strictObject({
    vision: statementSchema.optional(),
    mission: statementSchema.optional(),
    strategy: z
      .array(z.strictObject({ id: idSchema, text: localizedTextSchema }))
      .default([])
      .describe('Lines of the company strategy that the programme should serve'),
    objectives: z
      .array(
        z.strictObject({
          id: idSchema,
          text: localizedTextSchema,
          serves: z
            .array(idSchema)
            .default([])
            .describe('Strategy lines that it serves; "vision" and "mission" count as lines'),
          segments: z.array(idSchema).default([]).describe('Segments that it is about'),
          kpis: z.array(idSchema).default([]).describe('KPIs that measure it'),
        }),
      )
      .default([])
      .describe('Objectives of the programme'),
  })
  .describe('Vision, mission, strategy and objectives of the programme');
export type Statements = z.infer<typeof statementsSchema>;
