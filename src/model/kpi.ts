import { z } from 'zod';
import { periodSchema } from './period.ts';
import { amountSchema, dateSchema, idSchema, localizedTextSchema } from './text.ts';

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
  kpi: z.enum(kpiIds),
  target: z.number().optional().describe('Target, in the unit of the KPI; shares as 0–1'),
  targets: z.record(periodSchema, z.number()).default({}).describe('Targets by quarter, where they differ'),
  tolerance: z
    .number()
    .min(0)
    .default(0.05)
    .describe('Relative distance to the target that still counts as near'),
  owner: idSchema.optional(),
  cadence: z.enum(['monthly', 'quarterly', 'half-yearly', 'yearly']).default('quarterly'),
  lead: z.enum(['leading', 'lagging']).optional(),
  costToMeasure: amountSchema.optional().describe('Cost of measuring it for a year, in reporting currency'),
  note: localizedTextSchema.optional(),
});
export type KpiSetting = z.infer<typeof kpiSettingSchema>;

export const kpiSettingsSchema = z
  .strictObject({
    discountRate: z.number().gt(-1).default(0.1).describe('Yearly discount rate of the margin CLV'),
    countLostDealContacts: z
      .boolean()
      .default(true)
      .describe('Whether contacts on lost deals count in contacts to close'),
    employeeSurveys: z
      .array(
        z.strictObject({
          period: periodSchema,
          date: dateSchema,
          invited: z.int().min(0).optional(),
          satisfaction: z.array(z.number().min(1).max(10)).default([]).describe('Anonymous answers, 1–10'),
          recommend: z
            .array(z.int().min(0).max(10))
            .default([])
            .describe('Anonymous answers to "would you recommend us as an employer", 0–10'),
        }),
      )
      .default([]),
    kpis: z.array(kpiSettingSchema).default([]),
  })
  .describe('KPI settings: targets, owners, cadence, employee surveys');
export type KpiSettings = z.infer<typeof kpiSettingsSchema>;
