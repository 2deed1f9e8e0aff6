import type { Finding, FindingParam } from '../../model/finding.ts';
import { daysOf, next } from '../../model/period.ts';
import { asOf } from '../as-of.ts';
import { keyCustomers } from '../customers.ts';
import { type Money, sumOfMoney, zero } from '../money.ts';
import { named } from '../person-name.ts';
import {
  accounts,
  amount,
  choice,
  count,
  date,
  finding,
  findingAbout,
  quoted,
  text,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { actionsOf, totalOfActions } from './actions.ts';
import { keyRisks } from './risk-figures.ts';
import { type AssessedRisk, assessedRisks, type RiskControl, yearRevenues } from './risks.ts';

/** What the risks weigh and which are out of hand. */
export const riskFindings = (scope: Scope): readonly Finding[] => [
  ...exposure(scope),
  ...control(scope),
  ...keyCustomers(scope).flatMap(({ id }) => ofAccount(scope, id, scope.of(assessedRisks).get(id) ?? [])),
];

const weightOf = (risks: readonly AssessedRisk[]) => {
  const quantified = risks.flatMap(risk => risk.exposure ?? []);
  return { quantified: quantified.length, total: sumOfMoney(quantified) };
};

const exposure = (scope: Scope): readonly Finding[] => {
  const all = scope.of(keyRisks);
  const { quantified, total } = weightOf(all);
  const overdue = totalOfActions(scope, actionsOf(keyCustomers(scope))).overdue.length;
  if (quantified === 0 && overdue === 0) return [];
  return [
    finding(
      'risks.exposure',
      overdue > 0 ? 'attention' : 'notable',
      40,
      ['portfolio.risks.exposure', 'portfolio.actions.overdue'],
      {
        risks: count(quantified),
        unquantified: count(all.length - quantified),
        overdue: count(overdue),
        exposure: amount(scope, total),
      },
    ),
  ];
};

const withState =
  (...states: readonly RiskControl[]) =>
  ({ control: state }: AssessedRisk): boolean =>
    states.includes(state);

const isLate = ({ checkpointPassed }: AssessedRisk): boolean => checkpointPassed;

const outOfHand = (risks: readonly AssessedRisk[]) => ({
  loose: risks.filter(({ control: state }) => state !== 'in-hand').length,
  unowned: risks.filter(withState('no-owner')).length,
  unmitigated: risks.filter(withState('no-mitigation')).length,
  // Who lacks an owner can be late as well.
  late: risks.filter(isLate).length,
});

const control = (scope: Scope): readonly Finding[] => {
  const risks = scope.of(keyRisks);
  const { loose, unowned, unmitigated, late } = outOfHand(risks);
  if (loose === 0) return [];
  return [
    finding(
      'risks.control',
      'attention',
      30,
      ['portfolio.risks.uncontrolled', 'portfolio.risks.overdue-checkpoints'],
      {
        risks: count(risks.length),
        loose: count(loose),
        unowned: count(unowned),
        unmitigated: count(unmitigated),
        late: count(late),
        unownedAccounts: accountsOf(risks.filter(withState('no-owner'))),
        unmitigatedAccounts: accountsOf(risks.filter(withState('no-mitigation'))),
        lateAccounts: accountsOf(risks.filter(isLate)),
      },
    ),
  ];
};

const accountsOf = (risks: readonly AssessedRisk[]): FindingParam =>
  accounts([...new Set(risks.map(({ account }) => account.id))]);

const ofAccount = (scope: Scope, id: string, risks: readonly AssessedRisk[]): readonly Finding[] => {
  if (risks.length === 0) return [];
  const { quantified, total } = weightOf(risks);
  const { loose, unowned, unmitigated, late } = outOfHand(risks);
  const largest = largestOf(risks);
  const stake = sumOfMoney(risks.map(({ impact }) => impact));
  const revenue = scope.of(yearRevenues).get(id)?.total;
  return [
    findingAbout(
      id,
      'risk.account',
      loose > 0 ? 'attention' : 'notable',
      30,
      ['risk.exposure', 'risk.overdue-checkpoints'],
      {
        risks: count(risks.length),
        quantified: count(quantified),
        unvalued: count(risks.length - quantified),
        exposure: amount(scope, total),
        stake: amount(scope, stake),
        revenue: amount(scope, revenue),
        overlap: choice(overlapOf(quantified, stake, revenue)),
        largest: text(largest?.item.title ?? '–'),
        checked: choice(isChecked(scope, largest, loose) ? 'yes' : 'no'),
        checkpoint: date(largest?.item.checkpoint ?? asOf(scope)),
        owner: named(scope, largest?.item.owner),
        loose: count(unowned + unmitigated),
        looseRisks: titlesOf(risks.filter(withState('no-owner', 'no-mitigation'))),
        late: count(late),
        lateRisks: titlesOf(risks.filter(isLate)),
      },
    ),
  ];
};

/** Two risks can take the same revenue; together they cannot take more than there is. */
const overlapOf = (
  quantified: number,
  stake: Money | undefined,
  revenue: Money | undefined,
): 'none' | 'may' | 'over' => {
  if (quantified < 2) return 'none';
  return stake !== undefined && revenue !== undefined && stake.greaterThan(revenue) ? 'over' : 'may';
};

/** Whether the next look at the largest risk is all that there is to ask for, and is due by the end of the next quarter. */
const isChecked = (scope: Scope, largest: AssessedRisk | undefined, outOfHandNow: number): boolean =>
  outOfHandNow === 0 &&
  largest?.control === 'in-hand' &&
  largest.item.checkpoint !== undefined &&
  largest.item.checkpoint <= daysOf(next(scope.period), scope.workspace.settings.fiscalYearStart).last;

/** The risk with the largest exposure; of those without an amount, the first. */
const largestOf = (risks: readonly AssessedRisk[]): AssessedRisk | undefined =>
  [...risks].sort((a, b) => (b.exposure ?? zero).comparedTo(a.exposure ?? zero))[0];

const titlesOf = (risks: readonly AssessedRisk[]): FindingParam =>
  quoted(risks.map(({ item }) => item.title));
