import type { Finding, FindingParam } from '../../model/finding.ts';
import type { Scope } from '../scope.ts';
import { type CustomerEffort, type EffortVerdict, portfolioEffort, sumOfKnown } from './effort.ts';
import { accounts, count, finding, share } from './findings.ts';

/**
 * The key accounts that take far more or far less of the hours than they bring of the revenue. The others are served
 * without a programme, and little time for them is what the programme intends.
 */
export const effortFindings = (scope: Scope): readonly Finding[] => {
  const { rows, coverage } = scope.of(portfolioEffort);
  const judged = rows.filter(({ key, verdict }) => key && verdict !== undefined);
  if (judged.length === 0) return [];
  const { effortLow, effortHigh } = scope.workspace.settings.thresholds;
  const common = {
    low: limit(effortLow),
    high: limit(effortHigh),
    judged: count(judged.length),
    recorded: count(coverage.n),
    sought: count(coverage.of),
  };
  const [over, under] = [withVerdict(judged, 'over'), withVerdict(judged, 'under')];
  const outside = [...over, ...under];
  if (outside.length === 0)
    return [finding('effort.balanced', 'good', 30, ['portfolio.effort.hours'], common)];
  return [
    finding('effort.imbalance', 'attention', 60, outside.map(ratioOf), {
      ...common,
      ...paramsOf('over', over),
      ...paramsOf('under', under),
    }),
  ];
};

const withVerdict = (rows: readonly CustomerEffort[], verdict: EffortVerdict): readonly CustomerEffort[] =>
  rows.filter(row => row.verdict === verdict);

const ratioOf = ({ customer }: CustomerEffort): string => `account.${customer.id}.effort.ratio`;

const paramsOf = (side: 'over' | 'under', rows: readonly CustomerEffort[]): Finding['params'] => ({
  [side]: count(rows.length),
  [`${side}Accounts`]: accounts(rows.map(({ customer }) => customer.id)),
  [`${side}Hours`]: share(sumOfKnown(rows.map(row => row.hoursShare)) ?? 0),
  [`${side}Revenue`]: share(sumOfKnown(rows.map(row => row.revenueShare)) ?? 0),
});

/** A declared limit with no more decimals than it has, and two at most: 0.5, 2. */
export const limit = (value: number): FindingParam => ({
  kind: 'number',
  value,
  unit: 'index',
  precision: [0, 1].find(decimals => Number(value.toFixed(decimals)) === value) ?? 2,
});
