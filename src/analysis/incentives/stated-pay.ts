import { constant, type Formula, least, minus, plus, reached, sumOf, times } from '../../model/formula.ts';
import type { IncentiveChange, IncentiveRule, IncentiveScheme } from '../../model/incentives.ts';
import { addedUp, asStated, over, type Stated, sideBySide } from '../formulas.ts';
import type { Looked, MeasureKind } from './measures.ts';

/** The pay of a rule from what its measure rests on; undefined where the measure has no value. */
export const statedPay = (rule: IncentiveRule, looked: Looked & MeasureKind): Stated | undefined => {
  const value = statedValue(looked);
  return value && over(value, payFrom(rule, value.formula, looked));
};

const statedValue = (looked: Looked): Stated | undefined =>
  looked.formula === undefined ? undefined : over(looked, looked.formula);

/** As `payOf` computes it. */
const payFrom = (
  { threshold, amount = 0, rate = 0, cap, weight }: IncentiveRule,
  value: Formula,
  { unit, polarity }: MeasureKind,
): Formula => {
  const line = constant(threshold);
  const [upper, lower] = polarity === 'higher' ? [value, line] : [line, value];
  const beyond = minus(upper, lower);
  const units = unit === 'share' ? times(beyond, constant(100)) : beyond;
  const byUnit = times(units, constant(rate));
  const whole = rate === 0 ? constant(amount) : amount === 0 ? byUnit : plus(constant(amount), byUnit);
  const pay = times(reached(upper, lower), cap === undefined ? whole : least(whole, constant(cap)));
  return weight === 1 ? pay : times(pay, constant(weight));
};

/** What rules pay together, within the cap of the scheme. */
export const withinCap = ({ cap }: IncentiveScheme, together: Formula = sumOf()): Formula =>
  cap === undefined ? together : least(together, constant(cap));

/** A rule that pays something in a case, with what it looks at and the figure of what it pays now. */
interface PaidRule {
  readonly rule: IncentiveRule;
  readonly looked: Looked & MeasureKind;
  readonly now: string;
}

/** The pay of a scheme in a case: rules whose measure stays pay what they pay now. Undefined where one can't be stated. */
export const statedCase = (
  scheme: IncentiveScheme,
  rules: readonly PaidRule[],
  changes: readonly IncentiveChange[],
): Stated | undefined => {
  const pays = rules.flatMap(({ rule, looked, now }) => {
    const own = changes.filter(({ measure }) => measure === rule.measure);
    if (own.length === 0) return [asStated(now)];
    const value = own.reduce(afterChange, statedValue(looked));
    return value === undefined ? [] : [over(value, payFrom(rule, value.formula, looked))];
  });
  if (pays.length < rules.length) return undefined;
  const all = sideBySide(...pays);
  return over(all, withinCap(scheme, addedUp(all.formulas)));
};

const afterChange = (value: Stated | undefined, { by = 0, to }: IncentiveChange): Stated | undefined => {
  if (to !== undefined) return { inputs: [], formula: constant(to) };
  if (value === undefined) return undefined;
  const { formula } = value;
  return over(value, by < 0 ? minus(formula, constant(-by)) : plus(formula, constant(by)));
};
