import type { Money } from '../analysis/money.ts';
import { canCompare } from '../analysis/movements/revenue-change.ts';
import { type BridgeStep, bridgeSteps } from '../analysis/portfolio/bridge.ts';
import { inColumns } from './columns-text.ts';
import type { Comparison } from './comparison.ts';
import type { ComparisonText } from './comparison-text.ts';

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
  const amount = (value: Money, signed: boolean): string =>
    locale.measure(value.toNumber(), `money:${currency}`, { precision: 2, signed, place: 'table' });
  const accountsOf = (step: BridgeStep): readonly (readonly string[])[] =>
    revenue.movements
      .filter(movement => (step === 'currency' ? !movement.currency.isZero() : movement.step === step))
      .map(movement => ({ movement, part: step === 'currency' ? movement.currency : movement.amount }))
      .sort((a, b) => b.part.abs().comparedTo(a.part.abs()))
      .map(({ movement, part }) => [`  ${names.shortAccount(movement.customer)}`, amount(part, true)]);
  return inColumns([
    [
      `${locale.period(before.scope.period)} (${locale.t(`diff.basis.${basis}`)})`,
      amount(revenue.prior, false),
    ],
    ...bridgeSteps.flatMap(step => {
      const rows = accountsOf(step);
      return rows.length === 0
        ? []
        : [[locale.term('bridge', step), amount(revenue.amounts[step], true)], ...rows];
    }),
    [
      `${locale.period(after.scope.period)} (${locale.t(`diff.basis.${basis}`)})`,
      amount(revenue.current, false),
    ],
  ]);
};
