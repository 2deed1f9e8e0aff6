import type { Finding, FindingParam } from '../../model/finding.ts';
import type { IncentiveScenario } from '../../model/incentives.ts';
import { type Kam, kams } from '../kams.ts';
import type { Money } from '../money.ts';
import { amount, choice, count, figure, finding, line, quoted, share, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { costFigure, payFigure, ruleFigure } from './figures.ts';
import { incentivesOf, type Simulated, simulation } from './simulation.ts';
import { growthDespiteChurn, type Tension, tensions } from './tensions.ts';
import { unmoved, unmovedCase } from './unmoved.ts';

/** Schemes whose rules pull apart, and pay for growth to those whose base churns. The scheme is at issue, not the person. */
export const incentiveFindings = (scope: Scope): readonly Finding[] => [
  ...costs(scope),
  ...unmovedBy(scope),
  ...pullsApart(scope),
  ...growthPaid(scope),
  ...scope.of(kams).flatMap(kam => paidNow(scope, kam)),
];

/** What the scheme in force costs, and the dearest of the others. */
const costs = (scope: Scope): readonly Finding[] => {
  const { schemes } = incentivesOf(scope);
  const current = schemes.find(({ inForce }) => inForce);
  if (current === undefined) return [];
  return [
    finding(
      'incentive.cost',
      'notable',
      20,
      schemes.map(({ id }) => costFigure(id)),
      {
        scheme: text(current.name),
        cost: figure(costFigure(current.id)),
        schemes: count(schemes.length),
      },
    ),
  ];
};

/** The scheme in force pays as much when things only get worse: of all that a simulation shows, what a board must know first. */
const unmovedBy = (scope: Scope): readonly Finding[] =>
  scope.of(unmoved).map(({ scheme, scenario, others }) =>
    finding(
      'incentive.unmoved',
      'attention',
      60,
      [costFigure(scheme.id), costFigure(scheme.id, scenario.id)],
      {
        scheme: text(scheme.name),
        case: text(scenario.name),
        cost: figure(costFigure(scheme.id)),
        others: count(others.length),
        otherSchemes: quoted(others.map(({ name }) => name)),
      },
    ),
  );

/** One finding a scheme: the pair that pulls most people apart, and the scheme first whose pair pulls more of them. */
const pullsApart = (scope: Scope): readonly Finding[] => {
  const all = scope.of(tensions);
  const ofScheme = ({ scheme }: Tension): readonly Tension[] =>
    all.filter(one => one.scheme.id === scheme.id);
  return all.filter(one => ofScheme(one)[0] === one).map(first => pullApart(first, ofScheme(first).length));
};

const pullApart = ({ scheme, rises, falls, scenario, kams }: Tension, pairs: number): Finding => ({
  ...finding(
    'incentive.pulls-apart',
    scheme.inForce ? 'attention' : 'notable',
    45 + Math.min(kams.length, 9),
    kams.flatMap(({ id }) => [ruleFigure(id, scheme.id, rises.id), ruleFigure(id, scheme.id, falls.id)]),
    {
      scheme: text(scheme.name),
      proposed: choice(scheme.inForce ? 'no' : 'yes'),
      rises: text(rises.name),
      falls: text(falls.name),
      when: choice(scenario === undefined ? 'quarter' : 'case'),
      case: text(scenario ?? ''),
      people: count(kams.length),
      pairs: count(pairs),
    },
  ),
  id: `incentive.pulls-apart.${scheme.id}`,
});

const growthPaid = (scope: Scope): readonly Finding[] =>
  scope.of(growthDespiteChurn).map(({ kam, scheme, rules, pay, churn, measure }) => ({
    ...finding(
      'incentive.growth-despite-churn',
      scheme.inForce ? 'attention' : 'notable',
      55,
      [payFigure(kam.id, scheme.id), `kam.${kam.id}.kpi.${measure}`],
      {
        person: text(kam.person.name),
        scheme: text(scheme.name),
        rules: quoted(rules.map(({ name }) => name)),
        paying: count(rules.length),
        pay: amount(scope, pay),
        churn: share(churn),
        measure: text(measure),
        line: line(incentivesOf(scope).churnLine),
      },
    ),
    id: `incentive.growth-despite-churn.${scheme.id}.${kam.id}`,
    kam: kam.id,
  }));

/** To the euro, as it would be on a settlement. */
const pay = (scope: Scope, total: Money): FindingParam => ({
  kind: 'number',
  value: total.toNumber(),
  unit: `money:${scope.workspace.settings.currency}`,
  precision: 0,
});

/** Whether a case that only worsens things pays the same as now, more, or is none. */
const samePay = (
  { now, cases }: Simulated,
  same: IncentiveScenario | undefined,
): 'equal' | 'more' | 'none' => {
  const found = cases.find(({ scenario }) => scenario === same)?.pay.total;
  if (found === undefined || now.total === undefined) return 'none';
  return found.equals(now.total) ? 'equal' : 'more';
};

/** What the scheme in force pays one person today, and the other scheme that would pay most: what their own page shows. */
const paidNow = (scope: Scope, { id }: Kam): readonly Finding[] => {
  const paid = scope
    .of(simulation)
    .flatMap(one =>
      one.kam.id === id && one.now.total !== undefined
        ? [{ one, scheme: one.scheme, total: one.now.total }]
        : [],
    );
  const current = paid.find(({ scheme }) => scheme.inForce);
  if (current === undefined) return [];
  const [best] = paid
    .filter(({ scheme }) => scheme !== current.scheme)
    .sort((a, b) => b.total.comparedTo(a.total));
  const shown = best ?? current;
  const same = unmovedCase(scope, current.one);
  const idle = current.one.now.rules.filter(({ pay: paying }) => paying?.isZero() === true);
  return [
    {
      ...finding(
        'kam-incentive.paid',
        'notable',
        40,
        paid.map(({ scheme }) => payFigure(id, scheme.id)),
        {
          scheme: text(current.scheme.name),
          pay: pay(scope, current.total),
          other: choice(best === undefined ? 'no' : 'yes'),
          best: text(shown.scheme.name),
          bestPay: pay(scope, shown.total),
          same: choice(samePay(current.one, same)),
          case: text(same?.name ?? ''),
          idle: count(idle.length),
          idleRules: quoted(idle.map(({ rule }) => rule.name)),
        },
      ),
      id: `kam-incentive.paid.${id}`,
      kam: id,
    },
  ];
};
