import { z } from 'zod';
import { idSchema, localizedTextSchema } from './text.ts';

/** Whose names an audience may get as codes. */
export const namedKinds = ['accounts', 'people', 'contacts', 'units', 'competitors'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Groups of fields that are mostly hidden together; which keys each stands for is in `redaction/fields.ts`. */
export const fieldGroups = [
  'margins',
  'cost-to-serve',
  'effort',
  'prices',
  'plans',
  'wallet',
  'contacts',
  'surveys',
  'orders',
  'ratings',
  'opportunities',
  'contracts',
  'notes',
  'places',
  'skills',
  'incentives',
  'budgets',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

const codeSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,8}$/, 'a code is one to eight letters or digits, in quotes where it is a number');

const audienceSchema = z
  .strictObject({
    title: localizedTextSchema.describe('Whom the edition is for; it stands on the cover and on every page'),
    key: z
      .string()
      .min(16)
      .describe(
        'Secret from which the codes are made, any text of 16 characters or more. Who knows it can tell which name a code stands for; another key gives other codes',
      ),
    names: z
      .array(z.enum(namedKinds))
      .default([...namedKinds])
      .describe('Whose names become codes, in data and in prose'),
    labels: z
      .partialRecord(
        z.enum(namedKinds),
        z
          .string()
          .regex(/^\p{L}+$/u, 'a label is one word')
          .describe('Word before the number of the code'),
      )
      .default({})
      .describe('Word before the number of a code, such as Cliente; a letter when absent'),
    digits: z
      .int()
      .min(2)
      .max(8)
      .default(4)
      .describe('Digits of a code; there must be ten times as many codes as names'),
    codes: z
      .record(idSchema, codeSchema)
      .default({})
      .describe('Codes of your own for accounts, by their id; an order in them tells what you put in it'),
    aliases: z
      .record(idSchema, z.array(z.string().min(2)).min(1))
      .default({})
      .describe('By the id of an account or a person: what else they are called in prose'),
    hide: z
      .array(z.string().min(1))
      .default([])
      .describe(
        `Groups of fields (${fieldGroups.join(', ')}), or keys with the kind of their file before them, such as account.needs.evidence; * stands for any key, ** for any number of them`,
      ),
    prose: z
      .enum(['mask', 'hide'])
      .default('mask')
      .describe(
        'Mask replaces the names it knows in free text; hide takes every free text of accounts and people away, which alone is proof against what somebody wrote in other words',
      ),
    keep: z
      .array(z.string().min(1))
      .default([])
      .describe(
        'Figures of the portfolio that are shown although they rest on hidden fields, by name, such as portfolio.margin; only where enough customers stand behind them',
      ),
  })
  .describe('What one audience does not get to see');
export type Audience = z.infer<typeof audienceSchema>;

export const audiencesSchema = z
  .strictObject({
    audiences: z
      .record(idSchema, audienceSchema)
      .describe('By the name that --redact takes: what is hidden from whom'),
  })
  .describe('Audiences that get a redacted edition: names by codes, fields hidden');
export type Audiences = z.infer<typeof audiencesSchema>;

/** What an edition says of itself where it was redacted. */
export interface Redacted {
  readonly audience: string;
  readonly title: Audience['title'];
  readonly names: readonly NamedKind[];
  readonly hidden: readonly string[];
  readonly kept: readonly string[];
}
