import type { Finding } from '../../model/finding.ts';
import { ownerParams } from '../person-name.ts';
import {
  account,
  accounts,
  choice,
  count,
  figure,
  finding,
  findingAbout,
  period,
  points,
  term,
  text,
} from '../portfolio/findings.ts';
import { scorePrecision } from '../portfolio/points-series.ts';
import type { Scope } from '../scope.ts';
import { objectiveFindings } from './objective-findings.ts';
import { type AccountPlan, accountPlans } from './plan.ts';
import { type AccountProblems, accountProblems } from './problem-results.ts';
import { shareOf } from './steps.ts';

/** How complete each plan is and where the account has gone since it was chosen; its open problems; all plans together. */
export const planFindings = (scope: Scope): readonly Finding[] => [
  ...scope.of(accountPlans).map(plan => completeness(scope, plan)),
  ...objectiveFindings(scope),
  ...scope.of(accountProblems).flatMap(problems => openProblems(scope, problems)),
  ...together(scope),
];

const isComplete = ({ coverage }: AccountPlan): boolean => coverage.n === coverage.of;
/** Whether a plan says less than the declared share of what a plan says. */
const isThin = (scope: Scope, { coverage }: AccountPlan): boolean =>
  shareOf(coverage) < scope.workspace.settings.thresholds.planThin;

const completeness = (scope: Scope, plan: AccountPlan): Finding => {
  const { customer, coverage, steps, measures } = plan;
  const weakest = [...steps].sort((a, b) => shareOf(a.coverage) - shareOf(b.coverage))[0];
  const score = measures.find(({ measure }) => measure === 'score');
  const change = typeof score?.change === 'number' ? score.change : undefined;
  const scale = scope.workspace.program.scoring?.scale ?? { min: 1, max: 10 };
  return findingAbout(
    customer.id,
    'account.plan',
    isThin(scope, plan) ? 'attention' : isComplete(plan) ? 'good' : 'notable',
    50,
    ['plan.completeness', 'plan.score-change'],
    {
      n: count(coverage.n),
      of: count(coverage.of),
      missing: count(coverage.of - coverage.n),
      weakest: term('plan-step', weakest?.step ?? 'objectives'),
      moved: choice(change === undefined ? 'unknown' : change > 0 ? 'up' : change < 0 ? 'down' : 'flat'),
      change: points(Math.abs(change ?? 0), scorePrecision(scale)),
      since: period(plan.designation?.from ?? scope.period),
    },
  );
};

const openProblems = (scope: Scope, { customer, log }: AccountProblems): readonly Finding[] => {
  const [oldest] = log.open;
  if (oldest === undefined && log.solved.length === 0) return [];
  return [
    findingAbout(
      customer.id,
      'account.problems',
      oldest === undefined ? 'good' : 'attention',
      45,
      ['plan.problems-open', 'plan.problems-median-days', 'plan.problems-oldest-days'],
      {
        open: count(log.open.length),
        solved: count(log.solved.length),
        oldest: count(oldest?.days ?? 0),
        named: choice(oldest?.title === undefined ? 'no' : 'yes'),
        problem: text(oldest?.title ?? '–'),
        ...ownerParams(scope, oldest?.owner),
        median: figure(`account.${customer.id}.plan.problems-median-days`),
      },
    ),
  ];
};

/** How many plans of key accounts are complete, and which one says least. */
const together = (scope: Scope): readonly Finding[] => {
  const plans = scope.of(accountPlans).filter(({ designation }) => designation !== undefined);
  const thin = plans.filter(plan => isThin(scope, plan));
  const least = [...plans].sort((a, b) => shareOf(a.coverage) - shareOf(b.coverage))[0];
  if (least === undefined) return [];
  const ties = plans.filter(({ coverage }) => shareOf(coverage) === shareOf(least.coverage));
  return [
    finding(
      'plans.completeness',
      thin.length > 0 ? 'attention' : 'notable',
      40,
      plans.map(({ customer }) => `account.${customer.id}.plan.completeness`),
      {
        complete: count(plans.filter(isComplete).length),
        of: count(plans.length),
        thin: count(thin.length),
        thinAccounts: accounts(thin.map(({ customer }) => customer.id)),
        least: account(least.customer.id),
        ties: count(ties.length),
        leastAccounts: accounts(ties.map(({ customer }) => customer.id)),
        n: count(least.coverage.n),
        parts: count(least.coverage.of),
        lacking: count(least.coverage.of - least.coverage.n),
      },
    ),
  ];
};
