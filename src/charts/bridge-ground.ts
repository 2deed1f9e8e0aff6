import { yearOf } from '../model/period.ts';
import { type AmountLabels, amountLabels } from './amounts.ts';
import { perUnitOf } from './change-scale.ts';
import type { ChartInput } from './chart.ts';
import { codeIn, currencyIn, numberIn, rowsOf, termIn } from './read.ts';
import { type RowGround, roomFor, rowGround } from './row-ground.ts';
import { fromZero } from './scale.ts';

export const bridgeSeries = 'portfolio.bridge';

/** A line of the bridge; from and to are what had changed since the year before. */
export interface Step {
  /** Its row of the series; the sum of the changes has none. */
  readonly of?: number;
  readonly name: string;
  readonly kind: 'prior' | 'change' | 'sum' | 'current';
  readonly amount: number;
  readonly from: number;
  readonly to: number;
}

/** Last year's revenue, the changes, their sum, this year's revenue; none where one of the two years is missing. */
export const bridgeSteps = (input: ChartInput): Step[] => {
  const { locale } = input;
  const rows = rowsOf(input, bridgeSeries).flatMap((row, of) => {
    const [amount, to] = [numberIn(row, 'amount'), numberIn(row, 'to')];
    return amount === undefined || to === undefined
      ? []
      : [{ of, code: codeIn(row, 'step'), name: termIn(input, bridgeSeries, row, 'step'), amount, to }];
  });
  const [prior, current] = ['prior', 'current'].map(code => rows.find(row => row.code === code));
  if (prior === undefined || current === undefined) return [];
  const year = yearOf(input.analysis.scope.period);
  const sum = current.amount - prior.amount;
  const before = locale.t('charts.scenarios.PY');
  return [
    { of: prior.of, name: `${year - 1} ${before}`, kind: 'prior', amount: prior.amount, from: 0, to: 0 },
    ...rows.flatMap(({ of, code, name, amount, to }): Step[] => {
      if (code === 'prior' || code === 'current') return [];
      const reached = to - prior.amount;
      return [{ of, name, kind: 'change', amount, from: reached - amount, to: reached }];
    }),
    { name: `Δ${before}`, kind: 'sum', amount: sum, from: 0, to: sum },
    {
      of: current.of,
      name: `${year} ${locale.t('charts.scenarios.AC')}`,
      kind: 'current',
      amount: current.amount,
      from: sum,
      to: sum,
    },
  ];
};

export const bridgeAmounts = (input: ChartInput, steps: readonly Step[]): AmountLabels =>
  amountLabels(
    input.locale,
    steps.map(({ amount }) => amount),
    currencyIn(input, bridgeSeries, 'amount'),
  );

export const stepText = (amounts: AmountLabels, { kind, amount }: Step): string =>
  amounts.text(amount, kind === 'change' || kind === 'sum');

/** @param perUnit pixels of a unit of money; what the room allows when absent */
export const bridgeGround = (
  input: ChartInput,
  steps: readonly Step[],
  { pitch, bottom }: { readonly pitch: number; readonly bottom: number },
  perUnit?: number,
): RowGround => {
  const amounts = bridgeAmounts(input, steps);
  const [low, high] = fromZero(steps.flatMap(({ from, to }) => [from, to]));
  const ground = (end: number): RowGround =>
    rowGround({
      width: input.width,
      names: steps.map(({ of, name, kind }) => ({
        text: name,
        strong: kind !== 'change',
        ...(of === undefined ? {} : { of }),
      })),
      pitch,
      top: 18,
      bottom,
      right: roomFor(
        steps.map(step => stepText(amounts, step)),
        600,
      ),
      domain: [low, end],
    });
  return perUnit === undefined ? ground(high) : ground(low + ground(high).plot.width / perUnit);
};

/** Pixels of a unit where the bridge takes all its room; undefined where there is no bridge. */
export const bridgePerUnit = (input: ChartInput): number | undefined => {
  const steps = bridgeSteps(input);
  return steps.length === 0 ? undefined : perUnitOf(bridgeGround(input, steps, { pitch: 24, bottom: 1 }));
};
