import type { Assumption, Figure } from '../../model/figure.ts';
import { type Formula, sumOf } from '../../model/formula.ts';
import type { IncentiveScheme } from '../../model/incentives.ts';
import { sideBySide } from '../formulas.ts';
import type { Inputs } from '../inputs.ts';
import { figuresOf } from '../make.ts';
import { sum } from '../money.ts';
import { assumption, basis } from '../portfolio/assumptions.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import type { RulePay, SchemePay } from './payout.ts';
import { incentivePlace, incentivesOf, lookers, type Simulated, simulation } from './simulation.ts';
import { statedCase, statedPay, withinCap } from './stated-pay.ts';

export const payFigure = (kam: string, scheme: string, scenario?: string): string =>
  `kam.${kam}.incentive.${scheme}${scenario === undefined ? '' : `.scenario.${scenario}`}`;
export const ruleFigure = (kam: string, scheme: string, rule: string): string =>
  `${payFigure(kam, scheme)}.rule.${rule}`;
export const costFigure = (scheme: string, scenario?: string): string =>
  `programme.incentive.${scheme}${scenario === undefined ? '' : `.scenario.${scenario}`}`;

/** What every scheme pays each key account manager by rule, now and in each case, and what it costs in all. */
export const incentiveFigures = (scope: Scope, method: string): Figure[] => [
  ...scope.of(simulation).flatMap(one => figuresOfPerson(scope, method, one)),
  ...incentivesOf(scope).schemes.flatMap(scheme => costFigures(scope, method, scheme)),
];

const figuresOfPerson = (scope: Scope, method: string, one: Simulated): Figure[] => {
  const { kam, scheme, index, now, cases } = one;
  const make = figuresOf(method, scope.period);
  const unit = moneyUnit(scope);
  const look = scope.of(lookers)(kam);
  const rules = now.rules.map(({ rule }) => ruleFigure(kam.id, scheme.id, rule.id));
  const whole = (id: string, pay: SchemePay, inputs: Inputs, formula?: Formula): Figure =>
    make(id, pay.total?.toNumber() ?? { code: 'no-rule-measured' }, unit, 0, inputs, {
      assumptions: schemeAssumptions(scope, scheme, index),
      coverage: pay.coverage,
      ...(formula === undefined ? {} : { formula }),
      ...rangeOf(pay),
    });
  return [
    whole(payFigure(kam.id, scheme.id), now, rules, withinCap(scheme)),
    ...cases.map(({ scenario, pay }) => {
      const stated = statedCase(
        scheme,
        pay.rules.flatMap(({ rule, pay: paid }) =>
          paid === undefined
            ? []
            : [{ rule, looked: look(rule.measure), now: ruleFigure(kam.id, scheme.id, rule.id) }],
        ),
        scenario.changes,
      );
      const declared = incentivePlace(
        scope,
        'scenarios',
        incentivesOf(scope).scenarios.findIndex(({ id }) => id === scenario.id),
      );
      return whole(
        payFigure(kam.id, scheme.id, scenario.id),
        pay,
        () => [...(stated?.inputs ?? rules), declared],
        stated?.formula,
      );
    }),
    ...now.rules.map((paid, place) => {
      const looked = look(paid.rule.measure);
      const stated = statedPay(paid.rule, looked);
      const ref = incentivePlace(scope, 'schemes', index, 'rules', place);
      return make(
        ruleFigure(kam.id, scheme.id, paid.rule.id),
        paid.pay?.toNumber() ?? looked.unavailable,
        unit,
        0,
        () => [...looked.inputs, ref],
        {
          assumptions: [basis(scope), ...ruleAssumptions(scope, scheme, index, place, paid)],
          ...(looked.coverage === undefined ? {} : { coverage: looked.coverage }),
          ...(stated === undefined ? {} : { formula: sideBySide(stated).formulas[0] }),
        },
      );
    }),
  ];
};

/** From what is known to the most that it can be, where rules are unknown. */
const rangeOf = ({ total, most }: SchemePay): Pick<Figure, 'interval'> =>
  total === undefined || most === undefined
    ? {}
    : { interval: { low: total.toNumber(), high: most.toNumber(), kind: 'possible' } };

const schemeAssumptions = (scope: Scope, { id, cap }: IncentiveScheme, index: number): Assumption[] =>
  cap === undefined
    ? []
    : [
        assumption(
          `incentives.schemes.${id}.cap`,
          cap,
          undefined,
          incentivePlace(scope, 'schemes', index, 'cap'),
        ),
      ];

const ruleAssumptions = (
  scope: Scope,
  scheme: IncentiveScheme,
  index: number,
  place: number,
  { rule }: RulePay,
): Assumption[] =>
  (['threshold', 'amount', 'rate', 'cap', 'weight'] as const).flatMap(name => {
    const value = rule[name];
    return value === undefined
      ? []
      : [
          assumption(
            `incentives.schemes.${scheme.id}.rules.${rule.id}.${name}`,
            value,
            name === 'weight' ? 1 : undefined,
            incentivePlace(scope, 'schemes', index, 'rules', place, name),
          ),
        ];
  });

const allTogether = sumOf();

/** What a scheme costs for everyone whose pay is known. */
const costFigures = (scope: Scope, method: string, scheme: IncentiveScheme): Figure[] => {
  const all = scope.of(simulation).filter(one => one.scheme.id === scheme.id);
  const make = figuresOf(method, scope.period);
  const cost = (scenario: string | undefined): Figure => {
    const pays = all.flatMap(({ now, cases }) => {
      const pay = scenario === undefined ? now : cases.find(one => one.scenario.id === scenario)?.pay;
      return pay?.total ?? [];
    });
    return make(
      costFigure(scheme.id, scenario),
      pays.length === 0 ? { code: 'no-rule-measured' } : sum(pays).toNumber(),
      moneyUnit(scope),
      0,
      all.map(({ kam }) => payFigure(kam.id, scheme.id, scenario)),
      { coverage: { n: pays.length, of: all.length }, formula: allTogether },
    );
  };
  return [cost(undefined), ...incentivesOf(scope).scenarios.map(({ id }) => cost(id))];
};
