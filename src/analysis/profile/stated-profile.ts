import type { FigureInput } from '../../model/figure.ts';
import { constant, type Formula, minus, plus, quotient } from '../../model/formula.ts';
import { countedFirst, type Stated, shareOfFirst } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import type { CustomerProfiling, ExampleCustomer } from './profile.ts';
import type { ProfileMeasure } from './validation.ts';
import { valueSource } from './values.ts';

export const ratiosOf = (examples: readonly ExampleCustomer[]): readonly FigureInput[] =>
  examples.map(({ id }) => `account.${id}.rationalisation.ratio`);

/** Starting points and those of each value, as a person adds them up. */
export const statedTotal = (start: number, points: readonly number[]): Formula =>
  points.reduce<Formula>(
    (total, one) => (one < 0 ? minus(total, constant(-one)) : plus(total, constant(one))),
    constant(start),
  );

/**
 * A measure of the validation as the part of some customers that was recognised: those first, then the others that it counts,
 * then whom and what else the profile was fitted to.
 */
export const statedMeasure = (
  { settings, examples, validation }: CustomerProfiling,
  measure: ProfileMeasure,
): Stated => {
  if (measure === 'balanced-accuracy')
    return {
      inputs: ['portfolio.profile.sensitivity', 'portfolio.profile.specificity'],
      formula: quotient(plus(0, 1), constant(2)),
    };
  const profitable = examples.filter(example => example.profitable);
  const most = 2 * profitable.length >= examples.length;
  const isCounted = (example: ExampleCustomer): boolean =>
    measure === 'sensitivity' ? example.profitable : measure === 'specificity' ? !example.profitable : true;
  const isFirst = (example: ExampleCustomer): boolean =>
    measure === 'base-rate'
      ? example.profitable === most
      : isCounted(example) && validation?.recognised.has(example.id) === true;
  const values = (): readonly FigureInput[] =>
    examples.flatMap(({ customer, values: own }) =>
      settings.fields.flatMap((field, index) =>
        own[index] === undefined ? [] : [valueSource(customer.account, field)],
      ),
    );
  return withInputs(
    () => [...ratiosOf(countedFirst(countedFirst(examples, isCounted), isFirst)), ...values()],
    { formula: shareOfFirst(examples.filter(isFirst).length, examples.filter(isCounted).length) },
  );
};
