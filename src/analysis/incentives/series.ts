import type { Row, Series } from '../../model/series.ts';
import type { SourceRef } from '../../model/source.ts';
import { kams } from '../kams.ts';
import { type Money, sumOfMoney } from '../money.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { costFigure, payFigure, ruleFigure } from './figures.ts';
import { declaredRules, ruleCells, ruleColumns } from './rule-cells.ts';
import { incentivePlace, incentivesOf, type Simulated, simulation } from './simulation.ts';
import { tensions } from './tensions.ts';

const { moneyCell, orMissing, shows } = column;

/** What the schemes would cost, how each person fares under them, and where their rules pull apart. */
export const incentiveSeries = (scope: Scope): Series[] => [
  costSeries(scope),
  declaredRules(scope),
  tensionSeries(scope),
  ...scope.of(kams).flatMap(({ id }) => {
    const own = scope.of(simulation).filter(({ kam }) => kam.id === id);
    return [caseSeries(scope, id, own), ruleSeries(scope, id, own)];
  }),
];

/** A row of pay: now, or in a case, with how far it is from now. */
const payRow = (
  { scheme }: Pick<Simulated, 'scheme'>,
  name: Row[string] | undefined,
  pay: Money | undefined,
  now: Money | undefined,
  figure: string,
): Row => ({
  incentiveScheme: scheme.name,
  inForce: scheme.inForce,
  case: name ?? null,
  pay: moneyCell(pay),
  payChange: name === undefined || pay === undefined || now === undefined ? null : pay.minus(now).toNumber(),
  figure,
});

const payColumns = (scope: Scope): Series['columns'] => [
  column.text('incentiveScheme'),
  column.flag('inForce'),
  { id: 'case', kind: 'text', absent: 'as-things-are' },
  shows(column.amount(scope, 'pay'), '{figure}'),
  column.amount(scope, 'payChange', true),
  column.text('figure'),
];

/** `kam.<id>.incentives`: pay under each scheme, now and in each case. */
const caseSeries = (scope: Scope, id: string, own: readonly Simulated[]): Series => {
  const rows = own.flatMap(one => [
    payRow(one, undefined, one.now.total, one.now.total, payFigure(id, one.scheme.id)),
    ...one.cases.map(({ scenario, pay }) =>
      payRow(one, scenario.name, pay.total, one.now.total, payFigure(id, one.scheme.id, scenario.id)),
    ),
  ]);
  return {
    id: `kam.${id}.incentives`,
    columns: payColumns(scope),
    rows,
    inputs: rows.map(({ figure }) => String(figure)),
    rowInputs: rows.map(({ figure }) => [String(figure)]),
  };
};

/**
 * `kam.<id>.incentive-rules`: what each rule looks at and pays now, and what the scheme pays in all: with a cap it may be less
 * than its rules together.
 */
const ruleSeries = (scope: Scope, id: string, own: readonly Simulated[]): Series => {
  const found = own.flatMap(one => [...ruleRows(scope, id, one), ...totalRow(scope, id, one)]);
  return {
    id: `kam.${id}.incentive-rules`,
    columns: [
      column.text('incentiveScheme'),
      { id: 'rule', kind: 'text', absent: 'scheme-total' },
      column.measure('value', 'index', 1),
      ...ruleColumns(scope),
      shows(column.amount(scope, 'pay'), '{figure}'),
      column.flag('isTotal'),
      column.text('figure'),
    ],
    rows: found.map(({ row }) => row),
    inputs: found.map(({ row }) => String(row.figure)),
    rowInputs: found.map(({ row, place }) => [String(row.figure), place]),
  };
};

interface PlacedRow {
  readonly row: Row;
  readonly place: SourceRef;
}

const ruleRows = (scope: Scope, id: string, { scheme, index, now }: Simulated): PlacedRow[] =>
  now.rules.map(({ rule, value, pay }, place) => ({
    row: {
      incentiveScheme: scheme.name,
      rule: rule.name,
      value: moneyCell(value),
      ...ruleCells(scope, rule),
      pay: moneyCell(pay),
      isTotal: false,
      figure: ruleFigure(id, scheme.id, rule.id),
    },
    place: incentivePlace(scope, 'schemes', index, 'rules', place),
  }));

const totalRow = (scope: Scope, id: string, { scheme, index, now }: Simulated): PlacedRow[] => {
  const { total } = now;
  if (total === undefined) return [];
  const isCapped = sumOfMoney(now.rules.map(({ pay }) => pay))?.greaterThan(total) ?? false;
  return [
    {
      row: {
        incentiveScheme: scheme.name,
        rule: null,
        value: null,
        incentiveMeasure: null,
        threshold: null,
        fixedPay: null,
        payRate: null,
        payCap: orMissing(scheme.cap),
        payWeight: null,
        pay: moneyCell(total),
        isTotal: true,
        // Zero where the cap took nothing away.
        cap: isCapped ? (scheme.cap ?? 0) : 0,
        figure: payFigure(id, scheme.id),
        unit: null,
        precision: null,
      },
      place: incentivePlace(scope, 'schemes', index),
    },
  ];
};

/** `programme.incentives`: cost of each scheme for all key account managers together, now and in each case. */
const costSeries = (scope: Scope): Series => {
  const { schemes, scenarios } = incentivesOf(scope);
  const rows = schemes.flatMap(scheme => {
    const all = scope.of(simulation).filter(one => one.scheme.id === scheme.id);
    const now = sumOfMoney(all.map(one => one.now.total));
    return [
      payRow({ scheme }, undefined, now, now, costFigure(scheme.id)),
      ...scenarios.map(({ id, name }) => {
        const pays = all.map(({ cases }) => cases.find(one => one.scenario.id === id)?.pay.total);
        return payRow({ scheme }, name, sumOfMoney(pays), now, costFigure(scheme.id, id));
      }),
    ];
  });
  return {
    id: 'programme.incentives',
    columns: payColumns(scope),
    rows,
    inputs: rows.map(({ figure }) => String(figure)),
    rowInputs: rows.map(({ figure }) => [String(figure)]),
  };
};

/** `programme.incentives.tensions`: rules of one scheme that pull apart. */
const tensionSeries = (scope: Scope): Series => {
  const rows = scope.of(tensions);
  return {
    id: 'programme.incentives.tensions',
    columns: [
      column.text('incentiveScheme'),
      { id: 'case', kind: 'text', absent: 'since-last-quarter' },
      column.text('rises'),
      column.text('falls'),
      column.count('affected'),
    ],
    rows: rows.map(({ scheme, scenario, rises, falls, kams: affected }) => ({
      incentiveScheme: scheme.name,
      case: scenario ?? null,
      rises: rises.name,
      falls: falls.name,
      affected: affected.length,
    })),
    inputs: [],
    rowInputs: rows.map(({ scheme, rises, falls, kams: affected }) =>
      affected.flatMap(({ id }) => [
        ruleFigure(id, scheme.id, rises.id),
        ruleFigure(id, scheme.id, falls.id),
      ]),
    ),
  };
};
