import { z } from 'zod';
import { periodSchema } from './period.ts';
import { dateSchema, idSchema, localizedTextSchema } from './text.ts';

/** What must agree with each other for a programme to work (domain 2.3; Capon 2001). */
export const congruenceElements = [
  'strategy',
  'organisation',
  'human-resources',
  'systems-processes',
] as const;
export type CongruenceElement = (typeof congruenceElements)[number];

/** Cells that a programme may aim for: C is not progress, D is where it begins. */
export const targetCells = ['B', 'A'] as const;
export type TargetCell = (typeof targetCells)[number];

const levelSchema = z.int().min(1).max(5).describe('Maturity, 1–5');

const neededSchema = (cell: TargetCell, level: number) =>
  z
    .strictObject({
      strategy: levelSchema.default(level),
      organisation: levelSchema.default(level),
      'human-resources': levelSchema.default(level),
      'systems-processes': levelSchema.default(level),
    })
    .prefault({})
    .describe(`Maturity 1–5 that cell ${cell} needs, by element; ${level} by default`);

const maturitySchema = z.strictObject({
  element: z.enum(congruenceElements).describe('Element of the programme'),
  owner: idSchema.optional().describe('Person who vouches for it'),
  ratings: z
    .record(
      periodSchema,
      z.strictObject({
        level: levelSchema.describe(
          'Maturity: 1 none, 2 begun, 3 defined, 4 applied and measured, 5 improved as a habit',
        ),
        date: dateSchema,
        evidence: localizedTextSchema.describe('What shows it, so that another person could check it'),
      }),
    )
    .describe('Maturity by quarter; a quarter without a rating carries the last one forward'),
});
export type Maturity = z.infer<typeof maturitySchema>;

export const congruenceSchema = z
  .strictObject({
    target: z
      .enum(targetCells)
      .optional()
      .describe(
        'Cell that the programme aims for; that of the running stage of adoption when absent, else A',
      ),
    needed: z
      .strictObject({ B: neededSchema('B', 3), A: neededSchema('A', 4) })
      .prefault({})
      .describe('Maturity that each cell needs'),
    spreadLine: z
      .int()
      .min(1)
      .max(4)
      .default(2)
      .describe('Spread of the maturities from which the elements disagree'),
    staleAfter: z
      .int()
      .min(1)
      .default(4)
      .describe('Quarters after which a rating that was carried forward is called stale'),
    maturities: z.array(maturitySchema).default([]).describe('How mature each element is, with evidence'),
  })
  .describe('Congruence: maturities of strategy, organisation, human resources, systems and processes');
export type Congruence = z.infer<typeof congruenceSchema>;
