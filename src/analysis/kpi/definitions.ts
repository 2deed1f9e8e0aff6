import type { Unit } from '../../model/figure.ts';
import type { KpiId } from '../../model/kpi.ts';
import type { SegmentField } from '../../model/segmentation.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { acquisitionRate } from './acquisition.ts';
import { churn } from './churn.ts';
import { contactsToClose } from './contacts-to-close.ts';
import { customerOutcomes } from './customer-outcomes.ts';
import { employeeNps, employeeSatisfaction } from './employees.ts';
import { resolutionTime } from './interaction.ts';
import { lifetimeValue, marginLifetimeValue } from './lifetime-value.ts';
import type { Measure } from './measurement.ts';
import { repeatCustomers } from './organic-growth.ts';
import { perGroup } from './per-customer.ts';
import { grossRevenueRetention, netRevenueRetention, revenueChurn } from './revenue-retention.ts';
import { crossSell, referencedCustomers, renewal, upSell } from './sales-rates.ts';
import { csat, nps } from './surveys.ts';

/** What a KPI is, apart from its numbers. */
export interface KpiDefinition {
  /** Number among the eleven of domain section 4, 1–11. */
  readonly number: number;
  readonly unit: Unit | 'money';
  readonly precision: number;
  readonly polarity: 'higher' | 'lower';
  readonly measure: Measure;
  /** Whether it says something about one account. */
  readonly perAccount: boolean;
  /** Whether it says something about some customers: those of a segment, those of a key account manager. */
  readonly perGroup: boolean;
  /** Fields of an account of which it is largely a consequence: a segment made by one of them cannot surprise with it. */
  readonly followsFrom: readonly SegmentField[];
  /**
   * Whether newcomers alone move it: a difference from the portfolio then tells how many customers are new, and nothing of how
   * the others fare.
   */
  readonly turnsOnNewcomers: boolean;
}

const usual = { perAccount: true, perGroup: true, followsFrom: [], turnsOnNewcomers: false } as const;
const higher = { ...usual, polarity: 'higher' } as const;
const lower = { ...usual, polarity: 'lower' } as const;
/** Revenue of now against then: growth by another name. */
const growth = { followsFrom: ['growth', 'status'] } as const;
/** What a customer is worth in a lifetime begins with its revenue of a year. */
const worth = {
  followsFrom: [
    'revenue',
    'margin',
    'margin-ratio',
    'cost-to-serve',
    'cost-to-serve-ratio',
    'lifetime',
    'type',
  ],
} as const;
const share = { unit: 'share', precision: 1 } as const;

const definitions: Readonly<Record<KpiId, KpiDefinition>> = {
  clv: { ...higher, ...worth, number: 1, unit: 'money', precision: 0, measure: lifetimeValue },
  'clv-margin': { ...higher, ...worth, number: 1, unit: 'money', precision: 0, measure: marginLifetimeValue },
  'referenced-customers': { ...higher, ...share, number: 2, measure: referencedCustomers, perAccount: false },
  csat: { ...higher, ...share, number: 3, measure: csat },
  nps: { ...higher, number: 3, unit: 'nps', precision: 0, measure: nps },
  'customer-outcomes': { ...higher, ...share, number: 4, measure: customerOutcomes },
  interaction: { ...lower, number: 5, unit: 'days', precision: 1, measure: resolutionTime },
  'organic-growth': {
    ...higher,
    ...share,
    number: 6,
    measure: repeatCustomers,
    perAccount: false,
    followsFrom: ['growth', 'status', 'tenure'],
    turnsOnNewcomers: true,
  },
  'acquisition-rate': {
    ...higher,
    ...share,
    number: 7,
    measure: acquisitionRate,
    perAccount: false,
    followsFrom: ['status'],
  },
  'employee-satisfaction': {
    ...higher,
    number: 8,
    unit: 'index',
    precision: 1,
    measure: employeeSatisfaction,
    perAccount: false,
    perGroup: false,
  },
  enps: {
    ...higher,
    number: 8,
    unit: 'nps',
    precision: 0,
    measure: employeeNps,
    perAccount: false,
    perGroup: false,
  },
  'up-sell': { ...higher, ...share, number: 9, measure: upSell },
  'cross-sell': { ...higher, ...share, number: 9, measure: crossSell },
  renewal: { ...higher, ...share, number: 9, measure: renewal },
  'contacts-to-close': { ...lower, number: 10, unit: 'contacts', precision: 1, measure: contactsToClose },
  churn: { ...lower, ...growth, ...share, number: 11, measure: churn, perAccount: false },
  'revenue-churn': { ...lower, ...growth, ...share, number: 11, measure: revenueChurn, perAccount: false },
  'net-revenue-retention': { ...higher, ...growth, ...share, number: 11, measure: netRevenueRetention },
  'gross-revenue-retention': { ...higher, ...growth, ...share, number: 11, measure: grossRevenueRetention },
};

/** Everything about each KPI. What is measured of a group is kept: many figures and series ask for it. */
export const kpiDefinitions = Object.fromEntries(
  Object.entries(definitions).map(([kpi, definition]) => [
    kpi,
    { ...definition, measure: perGroup(definition.measure) },
  ]),
) as Readonly<Record<KpiId, KpiDefinition>>;

export const unitOf = (scope: Scope, kpi: KpiId): Unit => {
  const { unit } = kpiDefinitions[kpi];
  return unit === 'money' ? moneyUnit(scope) : unit;
};

/** Whether it is a score of −100 to 100, whose differences are points and never percentages. */
export const isScore = (kpi: KpiId): boolean => kpiDefinitions[kpi].unit === 'nps';

/** The unit in which its value is off a target: points of a percentage or of a score; else undefined, and a part of the target. */
export const deviationUnitOf = (kpi: KpiId): 'points' | 'nps' | undefined => {
  const { unit } = kpiDefinitions[kpi];
  if (unit === 'nps') return 'nps';
  return unit === 'share' ? 'points' : undefined;
};
