import type { Risk } from '../../model/account-activity.ts';
import { trailingYear } from '../../model/period.ts';
import { type Amount, converted, customerAmount } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import { customers } from '../customers.ts';
import { type Money, ratio, sum } from '../money.ts';
import type { Scope } from '../scope.ts';
import { type Entry, entriesOf } from './entries.ts';
import { relationshipOf } from './settings.ts';

export const bands = ['low', 'medium', 'high'] as const;
export type Band = (typeof bands)[number];

/** What is missing from a risk: nobody answers for it, nothing is done, or its checkpoint has passed. */
export type RiskControl = 'no-owner' | 'no-mitigation' | 'overdue' | 'in-hand';

export interface AssessedRisk extends Entry<Risk> {
  /** Revenue a year at stake, in reporting currency. */
  readonly impact?: Money;
  /** Probability × impact. */
  readonly exposure?: Money;
  readonly probabilityBand: Band;
  /** Absent where the impact is not recorded or the portfolio has no revenue to hold it against. */
  readonly impactBand?: Band;
  readonly control: RiskControl;
  /** Whether its checkpoint has passed, whatever else it lacks. */
  readonly checkpointPassed: boolean;
}

/** Risks of all customers, by customer. */
export const assessedRisks = (scope: Scope): ReadonlyMap<string, readonly AssessedRisk[]> =>
  new Map(
    scope
      .of(customers)
      .map(customer => [customer.id, entriesOf(customer, 'risks').map(risk => assessed(scope, risk))]),
  );

const assessed = (scope: Scope, entry: Entry<Risk>): AssessedRisk => {
  const { riskProbability, riskImpact } = relationshipOf(scope);
  const impact = converted(scope, entry.account, entry.item.impact);
  const share = impact && ratio(impact, scope.of(yearRevenue));
  return {
    ...entry,
    ...(impact === undefined ? {} : { impact, exposure: impact.times(entry.item.probability) }),
    probabilityBand: bandOf(entry.item.probability, riskProbability),
    ...(share === undefined ? {} : { impactBand: bandOf(share, riskImpact) }),
    control: controlOf(scope, entry.item),
    checkpointPassed: checkpointPassed(scope, entry.item),
  };
};

/** A value on a cut belongs to the band above it. */
const bandOf = (value: number, [medium, high]: readonly [number, number]): Band => {
  if (value >= high) return 'high';
  return value >= medium ? 'medium' : 'low';
};

const checkpointPassed = (scope: Scope, { checkpoint }: Risk): boolean =>
  checkpoint !== undefined && checkpoint <= asOf(scope);

const controlOf = (scope: Scope, risk: Risk): RiskControl => {
  if (risk.owner === undefined) return 'no-owner';
  if (risk.mitigation === undefined) return 'no-mitigation';
  return checkpointPassed(scope, risk) ? 'overdue' : 'in-hand';
};

/** Revenue of each customer over the last four quarters. */
export const yearRevenues = (scope: Scope): ReadonlyMap<string, Amount> =>
  new Map(
    scope
      .of(customers)
      .map(customer => [customer.id, customerAmount(scope, customer, 'revenue', trailingYear(scope.period))]),
  );

/** Revenue of all customers over the last four quarters: the measure of an impact. */
export const yearRevenue = (scope: Scope): Money =>
  sum([...scope.of(yearRevenues).values()].flatMap(({ total }) => total ?? []));
