import type { Finding } from '../../model/finding.ts';
import type { Scope } from '../scope.ts';
import * as param from './findings.ts';
import { coverOf, coverWithout, servedMargin } from './fixed-cost-cover.ts';
import { lossScenarios } from './loss.ts';

const times = (value: number) =>
  ({ kind: 'number', value, unit: 'multiple', precision: 2 }) as const satisfies Finding['params'][string];

/** Whether the margin still pays the fixed costs once a key account is gone. */
export const coverFindings = (scope: Scope): readonly Finding[] => {
  const { total, coverage } = scope.of(servedMargin);
  const before = coverOf(scope, total);
  if (before === undefined) return [];
  const scenarios = scope.of(lossScenarios).flatMap(({ customer: { id } }) => {
    const after = coverWithout(scope, id);
    return after === undefined ? [] : [{ id, after }];
  });
  const lost = scenarios.filter(({ after }) => after < 1).sort((a, b) => a.after - b.after);
  const figures = ['portfolio.loss.cover', ...lost.map(({ id }) => `account.${id}.loss.cover-after`)];
  const common = { before: times(before), n: param.count(coverage.n), of: param.count(coverage.of) };
  if (before < 1) return [param.finding('dependence.cover-short', 'critical', 70, figures, common)];
  const [worst] = lost;
  if (worst === undefined)
    return scenarios.length === 0
      ? []
      : [param.finding('dependence.cover-holds', 'good', 40, figures, common)];
  return [
    param.finding('dependence.cover-lost', 'attention', 60, figures, {
      ...common,
      lost: param.count(lost.length),
      accounts: param.accounts(lost.map(({ id }) => id)),
      worst: param.account(worst.id),
      after: times(worst.after),
    }),
  ];
};
