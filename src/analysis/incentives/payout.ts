import type { Coverage } from '../../model/figure.ts';
import type { IncentiveChange, IncentiveRule, IncentiveScheme } from '../../model/incentives.ts';
import { type Money, money, sum, zero } from '../money.ts';
import type { Looked, MeasureKind } from './measures.ts';

/** What a rule pays for a value of its measure. */
export interface RulePay {
  readonly rule: IncentiveRule;
  /** The value that it was computed from. */
  readonly value?: Money;
  /** Absent where the value is unknown: that is not a payment of zero. */
  readonly pay?: Money;
}

/** What a scheme pays one person. */
export interface SchemePay {
  readonly rules: readonly RulePay[];
  /** Sum of the rules that could be computed, within the cap; absent where none could. */
  readonly total?: Money;
  /** Most that it can be, where rules are unknown and all of them have an upper limit. */
  readonly most?: Money;
  readonly coverage: Coverage;
}

const smaller = (amount: Money, limit: number | undefined): Money =>
  limit !== undefined && amount.greaterThan(limit) ? money(limit) : amount;

/**
 * Amount once the threshold is reached, and the rate for each unit beyond it: of a share, for each percentage point.
 * Within the cap of the rule, times its weight. Exact.
 */
export const payOf = (
  { threshold, amount = 0, rate = 0, cap, weight }: IncentiveRule,
  value: Money,
  { unit, polarity }: Pick<MeasureKind, 'unit' | 'polarity'>,
): Money => {
  const beyond = polarity === 'higher' ? value.minus(threshold) : money(threshold).minus(value);
  if (beyond.isNegative()) return zero;
  const units = unit === 'share' ? beyond.times(100) : beyond;
  return smaller(units.times(rate).plus(amount), cap).times(weight);
};

/** A value after the changes of a case: those to its own measure, in their order. */
export const changed = (
  value: Money | undefined,
  measure: IncentiveRule['measure'],
  changes: readonly IncentiveChange[],
): Money | undefined =>
  changes
    .filter(change => change.measure === measure)
    .reduce<Money | undefined>((so, { by, to }) => (to === undefined ? so?.plus(by ?? 0) : money(to)), value);

/** Most that a rule can pay; undefined where it has no limit. */
const limitOf = ({ amount = 0, rate = 0, cap, weight }: IncentiveRule): Money | undefined => {
  if (cap !== undefined) return money(cap).times(weight);
  return rate === 0 ? money(amount).times(weight) : undefined;
};

/** What is known, and the limits of what is not; undefined where nothing is unknown or nothing limits it. */
const mostOf = (
  known: readonly Money[],
  limits: readonly (Money | undefined)[],
  cap: number | undefined,
): Money | undefined => {
  if (limits.length === 0) return undefined;
  const bounded = limits.flatMap(limit => limit ?? []);
  if (bounded.length === limits.length) return smaller(sum([...known, ...bounded]), cap);
  return cap === undefined ? undefined : money(cap);
};

/** @param look what a measure is for the person, and how it counts */
export const paySchemeOf = (
  { rules, cap }: IncentiveScheme,
  look: (measure: IncentiveRule['measure']) => Looked & MeasureKind,
  changes: readonly IncentiveChange[] = [],
): SchemePay => {
  const paid = rules.map((rule): RulePay => {
    const looked = look(rule.measure);
    const value = changed(looked.value, rule.measure, changes);
    return value === undefined ? { rule } : { rule, value, pay: payOf(rule, value, looked) };
  });
  const known = paid.flatMap(({ pay }) => pay ?? []);
  const most = mostOf(
    known,
    paid.filter(({ pay }) => pay === undefined).map(({ rule }) => limitOf(rule)),
    cap,
  );
  return {
    rules: paid,
    ...(known.length === 0 ? {} : { total: smaller(sum(known), cap) }),
    ...(most === undefined ? {} : { most }),
    coverage: { n: known.length, of: rules.length },
  };
};
