import type { IncentiveScenario, IncentiveScheme } from '../../model/incentives.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { kindOf } from './measures.ts';
import { type Case, incentivesOf, type Simulated, simulation } from './simulation.ts';

/** A declared case in which something gets worse and nothing better, and in which a scheme pays nobody less than now. */
export interface Unmoved {
  readonly scheme: IncentiveScheme;
  readonly scenario: IncentiveScenario;
  /** Other schemes that do not notice the case either. */
  readonly others: readonly IncentiveScheme[];
}

/** Whether the case only worsens what it changes. A value that is set rather than moved may do either. */
const onlyWorsens = (scope: Scope, { changes }: IncentiveScenario): boolean =>
  changes.length > 0 &&
  changes.every(({ measure, by }) => {
    if (by === undefined) return false;
    return kindOf(scope, measure).polarity === 'higher' ? by < 0 : by > 0;
  });

/** The first case of those that only worsen things in which somebody is paid, and no less than now. */
export const unmovedCase = (scope: Scope, { now, cases }: Simulated): IncentiveScenario | undefined => {
  const { total } = now;
  if (!total?.greaterThan(0)) return undefined;
  return cases.find(one => onlyWorsens(scope, one.scenario) && isNoLess(one, total))?.scenario;
};

const isNoLess = ({ pay }: Case, total: Money): boolean => pay.total?.greaterThanOrEqualTo(total) === true;

/** Whether a scheme pays somebody now, and nobody less in the case. */
const missesCase = (paid: readonly Simulated[], scenario: IncentiveScenario): boolean =>
  paid.some(({ now }) => now.total?.greaterThan(0)) &&
  paid.every(
    ({ now: { total }, cases }) =>
      total === undefined || cases.some(one => one.scenario.id === scenario.id && isNoLess(one, total)),
  );

/** Where the scheme in force does not notice that things get worse for any of those whom it pays. */
export const unmoved = (scope: Scope): readonly Unmoved[] => {
  const paid = scope
    .of(simulation)
    .filter(({ scheme, now }) => scheme.inForce && now.total?.greaterThan(0) === true);
  const [first] = paid;
  const scenario = first === undefined ? undefined : unmovedCase(scope, first);
  if (first === undefined || scenario === undefined) return [];
  const same = paid.every(one => unmovedCase(scope, one)?.id === scenario.id);
  if (!same) return [];
  const others = incentivesOf(scope).schemes.filter(
    ({ id, inForce }) =>
      !inForce &&
      missesCase(
        scope.of(simulation).filter(({ scheme }) => scheme.id === id),
        scenario,
      ),
  );
  return [{ scheme: first.scheme, scenario, others }];
};
