import { z } from 'zod';
import { brandSchema } from './brand.ts';
import { currencySchema } from './currency.ts';
import { periodSchema } from './period.ts';
import { dateSchema, localizedTextSchema } from './text.ts';

export const thresholdsSchema = z
  .strictObject({
    singleClient: unit('Share of revenue strictly above which one client is a single-client dependence', 0.5),
    attention: unit(
      'Share of revenue from which a client is named (the disclosure line of IFRS 8 and ASC 280)',
      0.1,
    ),
    topShare: unit('Share of the largest clients in the 80/20 reading', 0.2),
    paretoShare: unit('Share of revenue that the 80/20 reading looks for', 0.8),
    smallSample: z
      .int()
      .min(2)
      .default(30)
      .describe('Sample size below which a figure is marked as only indicative'),
    minimumGroup: z
      .int()
      .min(3)
      .default(5)
      .describe('Smallest group of employees whose answers are shown (anonymity)'),
    effortLow: unit(
      'Ratio of the share of hours to the share of revenue under which an account gets too little effort',
      0.5,
    ),
    effortHigh: z
      .number()
      .min(1)
      .default(2)
      .describe('Ratio of the share of hours to the share of revenue above which it gets too much effort'),
    dataThin: unit(
      'Share of the accounts under which a kind of data is called thin; more than that share of thin kinds needs attention',
      0.5,
    ),
    planThin: unit('Share of its parts under which an account plan is called thin', 0.5),
    benefitRatio: z
      .number()
      .gt(1)
      .default(3)
      .describe(
        'How many times the gains of one side may be those of the other before a relationship is called one-sided',
      ),
    confidence: z.number().gt(0.5).lt(1).default(0.95).describe('Confidence level of intervals'),
  })
  .describe('Cut-offs of the methods; every report prints those it used');

function unit(description: string, fallback: number): z.ZodDefault<z.ZodNumber> {
  return z.number().min(0).max(1).default(fallback).describe(description);
}

export const revenueBasisSchema = z
  .enum(['year-to-date', 'quarter', 'trailing-year'])
  .describe('Span over which revenue is summed: fiscal year to date, the quarter, or the last four quarters');
export type RevenueBasis = z.infer<typeof revenueBasisSchema>;

export const localesSchema = z
  .array(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a locale is written like es or es-ES'))
  .min(1)
  .describe('Locales to build, the first one is the main one');

export const workspaceSettingsSchema = z
  .strictObject({
    company: z
      .strictObject({
        name: z.string().min(1).describe('Legal name, as on the cover'),
        tagline: localizedTextSchema.optional().describe('What the company does, in a few words'),
      })
      .describe('The company whose accounts these are'),
    currency: currencySchema.describe('Reporting currency'),
    rates: z
      .record(currencySchema, z.record(periodSchema, z.number().positive()))
      .default({})
      .describe('Units of reporting currency for one unit of a foreign currency, by quarter'),
    fiscalYearStart: z.int().min(1).max(12).default(1).describe('First month of the fiscal year, 1 to 12'),
    period: periodSchema.describe('Quarter under review'),
    basis: revenueBasisSchema.default('year-to-date'),
    locales: localesSchema.default(['es', 'en']),
    fixedCosts: z
      .record(periodSchema, z.number().min(0))
      .default({})
      .describe(
        'Fixed costs by quarter, in reporting currency: what margins after cost to serve have to pay',
      ),
    document: z
      .strictObject({
        status: z.enum(['draft', 'final']).default('draft').describe('Whether the documents are drafts'),
        version: z.int().min(1).optional().describe('Version of the documents, as on the cover'),
        classification: z
          .enum(['public', 'internal', 'confidential', 'strictly-confidential'])
          .default('confidential')
          .describe('Who may read the documents'),
        audience: localizedTextSchema.optional().describe('For whom, for example "Board of Directors"'),
        preparedBy: localizedTextSchema.optional(),
        preparedOn: dateSchema.optional(),
        dataAsOf: dateSchema.optional().describe('Date of the data; the last day of the period when absent'),
        source: localizedTextSchema
          .optional()
          .describe('Where the numbers come from, as a source line says it ("ERP and CRM")'),
      })
      .prefault({})
      .describe('What cover and footers say of the documents'),
    vocabulary: z
      .record(z.string(), localizedTextSchema)
      .default({})
      .describe('Translations of words that the accounts use as they are: industries, regions, positions'),
    thresholds: thresholdsSchema.prefault({}),
    brand: brandSchema.prefault({}),
  })
  .describe('The workspace: company, money, calendar, period under review, cut-offs, brand');
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;
