import { z } from 'zod';
import {
  activitiesSchema,
  areasSchema,
  benefitSchema,
  leversSchema,
  partsSchema,
  rhythmSchema,
  selectionSchema,
  trendSchema,
} from './kpi-selection.ts';
import { periodSchema } from './period.ts';
import { amountSchema, dateSchema, idSchema, localizedTextSchema, unitIntervalSchema } from './text.ts';

/** The KPIs of domain section 4, with their parts where one has two separate metrics. */
export const kpiIds = [
  'clv',
  'clv-margin',
  'referenced-customers',
  'csat',
  'nps',
  'customer-outcomes',
  'interaction',
  'organic-growth',
  'acquisition-rate',
  'employee-satisfaction',
  'enps',
  'up-sell',
  'cross-sell',
  'renewal',
  'contacts-to-close',
  'churn',
  'revenue-churn',
  'net-revenue-retention',
  'gross-revenue-retention',
] as const;
export type KpiId = (typeof kpiIds)[number];

export const kpiSettingSchema = z.strictObject({
  kpi: z.enum(kpiIds).describe('Which of the KPIs'),
  target: z.number().optional().describe('Target, in the unit of the KPI; shares as 0–1'),
  targets: z.record(periodSchema, z.number()).default({}).describe('Targets by quarter, where they differ'),
  tolerance: z
    .number()
    .min(0)
    .default(0.05)
    .describe(
      'Relative distance to the target that still counts as near; for scores of −100 to 100 a part of 100 points',
    ),
  owner: idSchema.optional(),
  cadence: z
    .enum(['monthly', 'quarterly', 'half-yearly', 'yearly'])
    .default('quarterly')
    .describe('How often it is measured'),
  lead: z.enum(['leading', 'lagging']).optional().describe('Whether it tells ahead or afterwards'),
  costToMeasure: amountSchema
    .min(0)
    .optional()
    .describe('Cost of measuring it for a year, in reporting currency'),
  benefit: benefitSchema.optional(),
  cheaper: z.enum(kpiIds).optional().describe('A cheaper KPI that answers the same question'),
  serves: z
    .array(idSchema)
    .default([])
    .describe('Lines of the strategy that it serves, besides those of the objectives that name it'),
  areas: z.array(idSchema).default([]).describe('Areas that it belongs to'),
  activities: z.array(idSchema).default([]).describe('Activities that it steers'),
  levers: z
    .record(idSchema, z.enum(['more', 'less']))
    .default({})
    .describe(
      'What whoever chases it does more or less of, by lever of your own: { visits: less, price: more }',
    ),
  note: localizedTextSchema.optional(),
});
export type KpiSetting = z.infer<typeof kpiSettingSchema>;

const answersOfStaff = {
  invited: z.int().min(0).optional().describe('People asked'),
  satisfaction: z.array(z.number().min(1).max(10)).default([]).describe('Anonymous answers, 1–10'),
  recommend: z
    .array(z.int().min(0).max(10))
    .default([])
    .describe('Anonymous answers to "would you recommend us as an employer", 0–10'),
};

export const employeeSurveySchema = z.strictObject({
  period: periodSchema,
  date: dateSchema,
  ...answersOfStaff,
  groups: z
    .array(z.strictObject({ id: idSchema, name: localizedTextSchema, ...answersOfStaff }))
    .default([])
    .describe('The same answers by group, each person in one group at most; small groups are never shown'),
});
export type EmployeeSurvey = z.infer<typeof employeeSurveySchema>;

export const kpiSettingsSchema = z
  .strictObject({
    discountRate: z.number().gt(-1).default(0.1).describe('Yearly discount rate of the margin CLV'),
    countLostDealContacts: z
      .boolean()
      .default(true)
      .describe('Whether contacts on lost deals count in contacts to close'),
    censusFrom: unitIntervalSchema
      .default(0.5)
      .describe(
        'Share of the customers in which somebody was asked, strictly above which those asked are everyone there is: the margin of the NPS shrinks',
      ),
    employeeSurveys: z
      .array(employeeSurveySchema)
      .default([])
      .describe('Answers of employees, by quarter and group'),
    contactBands: z
      .array(z.int().min(1))
      .default([3, 6, 9])
      .describe(
        'Last number of contacts of each band in which the acquisition rate is shown; default 3, 6, 9',
      ),
    areas: areasSchema,
    activities: activitiesSchema,
    levers: leversSchema,
    parts: partsSchema.prefault({}),
    selection: selectionSchema.prefault({}),
    rhythm: rhythmSchema.prefault({}),
    trend: trendSchema.prefault({}),
    kpis: z
      .array(kpiSettingSchema)
      .default([])
      .describe('Targets, owners and cadence of each KPI that is followed'),
  })
  .describe('KPI settings: targets, owners, cadence, employee surveys');
export type KpiSettings = z.infer<typeof kpiSettingsSchema>;
