import { z } from 'zod';
import { contactRoles } from './account-activity.ts';
import { unitIntervalSchema } from './text.ts';

const days = z.int().min(1).describe('Days');
const role = z.enum(contactRoles);

/** A pair of cuts: low below the first, high from the second on. */
const cuts = (description: string, fallback: [number, number]) =>
  z.tuple([unitIntervalSchema, unitIntervalSchema]).default(fallback).describe(description);

const warningsSchema = z
  .strictObject({
    silence: days.default(60).describe('Days without any contact after which silence is a warning'),
    fall: unitIntervalSchema
      .default(0.1)
      .describe('Fall of revenue or orders, last two quarters against a year before, from which it is one'),
    complaints: z.int().min(1).default(1).describe('Open complaints from which they are a warning'),
    left: days.default(365).describe('Days for which a sponsor who left the customer remains a warning'),
    contractEnd: days
      .default(180)
      .describe('Days before the end of a contract in which the lack of a renewal opportunity is a warning'),
    nps: z
      .int()
      .min(-100)
      .max(100)
      .default(0)
      .describe('NPS of the last four quarters below which it is one'),
    atRisk: z.int().min(1).max(6).default(2).describe('Warnings from which an account is at risk'),
  })
  .describe('Cuts of the warning signals of churn');

/** Cuts of the relationship with the accounts. None of them comes from literature. */
export const relationshipSchema = z
  .strictObject({
    roles: z
      .array(role)
      .min(1)
      .default(['decision-maker', 'economic-buyer', 'technical-buyer', 'user'])
      .describe('Roles in the decision for which each key account should have a contact'),
    influential: z
      .int()
      .min(1)
      .max(5)
      .default(4)
      .describe('Influence from which a person needs a counterpart'),
    cadence: z
      .tuple([days, days, days, days, days])
      .default([365, 180, 120, 90, 60])
      .describe('Days between contacts, by influence from 1 to 5'),
    roleCadence: z
      .partialRecord(role, days)
      .default({})
      .describe('Days between contacts by role, where they are fewer than those by influence'),
    otherCadence: days.default(180).describe('Days between contacts where the influence is not recorded'),
    sponsorCadence: days.default(120).describe('Days between contacts of our executive sponsor'),
    staleOpportunity: days
      .default(180)
      .describe('Days after which an open opportunity without a decision is overdue'),
    riskProbability: cuts('Probability from which a risk is medium, and high', [0.2, 0.5]),
    riskImpact: cuts(
      "Impact from which a risk is medium, and high, as a share of the portfolio's revenue of four quarters",
      [0.01, 0.05],
    ),
    warnings: warningsSchema.prefault({}),
  })
  .describe('Relationship: roles to cover, cadence of contacts, cuts of risks and warnings');
export type RelationshipSettings = z.infer<typeof relationshipSchema>;
