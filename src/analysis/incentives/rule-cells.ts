import { decimalsOf } from '../../model/decimals.ts';
import type { IncentiveRule } from '../../model/incentives.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { kindOf } from './measures.ts';
import { incentivePlace, incentivesOf } from './simulation.ts';

const { orMissing } = column;

/** Columns of what a rule pays: from what value, how much at once, how much for each unit beyond, and at most. */
export const ruleColumns = (scope: Scope): readonly Column[] => [
  column.term('incentiveMeasure', 'incentive-measure'),
  column.measure('threshold', 'index', 1),
  column.amount(scope, 'fixedPay'),
  column.measure('payRate', column.moneyUnit(scope), ratePrecision(scope)),
  column.amount(scope, 'payCap'),
  column.measure('payWeight', 'index', 2),
  column.text('unit'),
  column.count('precision'),
];

/** The rate is for each percentage point of a share, for a thousand of money, for one of anything else. */
const rateFor = (scope: Scope, { rate, measure }: IncentiveRule): number | undefined => {
  if (rate === undefined || rate === 0) return undefined;
  return kindOf(scope, measure).unit.startsWith('money:') ? Number((rate * 1000).toPrecision(12)) : rate;
};

const ratePrecision = (scope: Scope): number =>
  Math.max(
    0,
    ...incentivesOf(scope).schemes.flatMap(({ rules }) =>
      rules.map(rule => Math.min(2, decimalsOf(rateFor(scope, rule) ?? 0))),
    ),
  );

export const ruleCells = (scope: Scope, rule: IncentiveRule): Row => ({
  incentiveMeasure: rule.measure,
  threshold: rule.threshold,
  fixedPay: orMissing(rule.amount),
  payRate: orMissing(rateFor(scope, rule)),
  payCap: orMissing(rule.cap),
  // One weighs nothing: only what changes the pay is worth a column.
  payWeight: rule.weight === 1 ? null : rule.weight,
  unit: kindOf(scope, rule.measure).unit,
  precision: kindOf(scope, rule.measure).precision,
});

/** `programme.incentives.rules`: the rules of all schemes as they are declared, and the cap of each scheme that has one. */
export const declaredRules = (scope: Scope): Series => {
  const rows = incentivesOf(scope).schemes.flatMap((scheme, index) => [
    ...scheme.rules.map((rule, place) => ({
      row: { incentiveScheme: scheme.name, rule: rule.name, isTotal: false, ...ruleCells(scope, rule) },
      source: incentivePlace(scope, 'schemes', index, 'rules', place),
    })),
    ...(scheme.cap === undefined
      ? []
      : [
          {
            row: { incentiveScheme: scheme.name, rule: null, isTotal: true, payCap: scheme.cap },
            source: incentivePlace(scope, 'schemes', index, 'cap'),
          },
        ]),
  ]);
  return {
    id: 'programme.incentives.rules',
    columns: [
      column.text('incentiveScheme'),
      { id: 'rule', kind: 'text', absent: 'whole-scheme' },
      ...ruleColumns(scope),
      column.flag('isTotal'),
    ],
    rows: rows.map(({ row }): Row => row),
    inputs: [],
    rowInputs: rows.map(({ source }) => [source]),
  };
};
