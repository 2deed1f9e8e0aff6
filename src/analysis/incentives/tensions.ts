import type { IncentiveMeasure, IncentiveRule, IncentiveScheme } from '../../model/incentives.ts';
import { previous } from '../../model/period.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Kam } from '../kams.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import type { SchemePay } from './payout.ts';
import { incentivesOf, lookers, type Simulated, simulation } from './simulation.ts';

/** Two rules of a scheme of which one pays somebody more where the other pays them less. */
export interface Tension {
  readonly scheme: IncentiveScheme;
  readonly rises: IncentiveRule;
  readonly falls: IncentiveRule;
  /** Name of the declared case; absent where it happened since the quarter before. */
  readonly scenario?: LocalizedText;
  readonly kams: readonly Kam[];
}

/** Rules that pull apart: in declared cases, and from the quarter before to this one. Those that touch most people first. */
export const tensions = (scope: Scope): readonly Tension[] => {
  const found = new Map<string, Tension & { readonly kams: Kam[] }>();
  const note = (
    one: Simulated,
    from: SchemePay,
    to: SchemePay,
    key: string,
    scenario?: LocalizedText,
  ): void => {
    for (const { rises, falls } of apart(from, to)) {
      const id = [one.scheme.id, key, rises.id, falls.id].join(' ');
      const known = found.get(id);
      if (known) known.kams.push(one.kam);
      else
        found.set(id, {
          scheme: one.scheme,
          rises,
          falls,
          kams: [one.kam],
          ...(scenario === undefined ? {} : { scenario }),
        });
    }
  };
  const before = earlier(scope);
  for (const one of scope.of(simulation)) {
    const past = before.get(`${one.kam.id} ${one.scheme.id}`);
    if (past !== undefined) note(one, past, one.now, '');
    for (const { scenario, pay } of one.cases) note(one, one.now, pay, scenario.id, scenario.name);
  }
  return [...found.values()].sort((a, b) => b.kams.length - a.kams.length);
};

const earlier = (scope: Scope): ReadonlyMap<string, SchemePay> =>
  new Map(
    scope
      .at(previous(scope.period))
      .of(simulation)
      .map(({ kam, scheme, now }) => [`${kam.id} ${scheme.id}`, now]),
  );

/** Pairs of rules that move in opposite ways. */
const apart = (
  from: SchemePay,
  to: SchemePay,
): readonly { readonly rises: IncentiveRule; readonly falls: IncentiveRule }[] => {
  const moves = to.rules.flatMap(({ rule, pay }, index) => {
    const then = from.rules[index]?.pay;
    return pay === undefined || then === undefined ? [] : [{ rule, change: pay.minus(then) }];
  });
  const moved = (up: boolean): readonly IncentiveRule[] =>
    moves.filter(({ change }) => (up ? change.greaterThan(0) : change.isNegative())).map(({ rule }) => rule);
  return moved(true).flatMap(rises => moved(false).map(falls => ({ rises, falls })));
};

const growthMeasures: ReadonlySet<IncentiveMeasure> = new Set<IncentiveMeasure>([
  'revenue-growth',
  'growing-accounts',
  'new-business',
  'up-sell',
  'cross-sell',
  'acquisition-rate',
]);

/** Pay for growth to somebody whose base churns (003): growth in two accounts must not hide it. */
export interface GrowthDespiteChurn {
  readonly kam: Kam;
  readonly scheme: IncentiveScheme;
  /** The rules for growth that pay something. */
  readonly rules: readonly IncentiveRule[];
  readonly pay: Money;
  /** The worse of the two churns, of customers and of revenue, 0–1. */
  readonly churn: number;
  readonly measure: 'churn' | 'revenue-churn';
}

export const growthDespiteChurn = (scope: Scope): readonly GrowthDespiteChurn[] => {
  const { churnLine } = incentivesOf(scope);
  return scope.of(simulation).flatMap(({ kam, scheme, now }) => {
    const paid = now.rules.flatMap(({ rule, pay }) =>
      growthMeasures.has(rule.measure) && pay?.greaterThan(0) ? [{ rule, pay }] : [],
    );
    const rules = paid.map(({ rule }) => rule);
    const [first, ...rest] = paid.map(one => one.pay);
    if (first === undefined) return [];
    const look = scope.of(lookers)(kam);
    const churns = (['churn', 'revenue-churn'] as const).flatMap(measure => {
      const value = look(measure).value?.toNumber();
      return value === undefined ? [] : [{ measure, value }];
    });
    const [worst] = churns.sort((a, b) => b.value - a.value);
    if (worst === undefined || worst.value <= churnLine) return [];
    const pay = rest.reduce((sum, one) => sum.plus(one), first);
    return [{ kam, scheme, rules, pay, churn: worst.value, measure: worst.measure }];
  });
};
