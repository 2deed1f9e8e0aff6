import { z } from 'zod';

/** A text that a reader sees: one string for every language, or one per language (`{es: …, en: …}`). It shows as typed: no markup. */
export const localizedTextSchema = z
  .union([
    z.string().min(1),
    z.record(
      z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a language is written like es or es-MX'),
      z.string().min(1),
    ),
  ])
  .describe('Text, or one text per language: { es: …, en: … }')
  .meta({ examples: [{ es: 'Suministro estable', en: 'Stable supply' }] });
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** Identifiers in file names, references and figure ids. */
export const idSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'an id is lower-case letters, digits and single hyphens, for example aguas-del-serpis',
  )
  // Without examples: editors offer them as values, and of an id that is found nowhere.
  .describe('Identifier: lower-case letters, digits and hyphens');

export const dateSchema = z.iso
  .date('a date is written like 2026-09-30')
  .describe('Date, YYYY-MM-DD')
  .meta({ examples: ['2026-09-30'] });

/** A rating between 0 and 1. */
export const unitIntervalSchema = z.number().min(0).max(1);

/** Money as a decimal number; exact to the minor unit because it is read from its decimal form, never summed in binary. */
export const amountSchema = z
  .number()
  .describe('Amount of money, in the currency of the account')
  .meta({ examples: [1250000, 8430.5] });
