import { canCompare } from '../analysis/movements/revenue-change.ts';
import { type BridgeStep, bridgeSteps } from '../analysis/portfolio/bridge.ts';
import { printedDifference, roundToTotal } from '../locale/rounding.ts';
import { inColumns } from './columns-text.ts';
import type { Comparison } from './comparison.ts';
import type { ComparisonText } from './comparison-text.ts';

const precision = 2;

/** From revenue to revenue to the last cent, with the accounts behind each step. */
export const revenueLines = (
  { before, after, basis, revenue }: Comparison,
  { locale, names, ink }: ComparisonText,
): readonly string[] => {
  const currency = after.scope.workspace.settings.currency;
  if (revenue === undefined) {
    const comparable = canCompare(basis, before.scope.period, after.scope.period);
    return [`  ${ink.faint(locale.t(comparable ? 'diff.noRecord' : 'diff.otherLength'))}`];
  }
  const amount = (value: number, signed: boolean): string =>
    locale.measure(value, `money:${currency}`, { precision, signed, place: 'table' });
  const partsOf = (step: BridgeStep) =>
    revenue.movements
      .filter(movement => (step === 'currency' ? !movement.currency.isZero() : movement.step === step))
      .map(movement => ({ movement, part: step === 'currency' ? movement.currency : movement.amount }))
      .sort((a, b) => b.part.abs().comparedTo(a.part.abs()));
  // Printed steps make the difference of the printed totals, and the accounts of each the printed step.
  const accountsOf = (parts: ReturnType<typeof partsOf>, printed: number): readonly (readonly string[])[] => {
    const rounded = roundToTotal(
      parts.map(({ part }) => part.toNumber()),
      precision,
      printed,
    );
    return parts.map(({ movement }, index) => [
      `  ${names.shortAccount(movement.customer)}`,
      amount(rounded[index] ?? 0, true),
    ]);
  };
  const [prior, current] = [revenue.prior.toNumber(), revenue.current.toNumber()];
  const steps = bridgeSteps
    .map(step => ({ step, parts: partsOf(step) }))
    .filter(({ parts }) => parts.length > 0);
  const printed = roundToTotal(
    steps.map(({ step }) => revenue.amounts[step].toNumber()),
    precision,
    printedDifference(prior, current, precision),
  );
  return inColumns([
    [`${locale.period(before.scope.period)} (${locale.t(`diff.basis.${basis}`)})`, amount(prior, false)],
    ...steps.flatMap(({ step, parts }, index) => {
      const whole = printed[index] ?? 0;
      return [[locale.term('bridge', step), amount(whole, true)], ...accountsOf(parts, whole)];
    }),
    [`${locale.period(after.scope.period)} (${locale.t(`diff.basis.${basis}`)})`, amount(current, false)],
  ]);
};
