import type { Coverage, FigureInput } from '../../model/figure.ts';
import { type PeriodId, periodOfDate, yearBefore } from '../../model/period.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { isAmountRecorded } from '../amounts.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { currentSpan, priorSpan } from '../spans.ts';

/** Whether revenue of the account is recorded, and convertible, in a quarter. */
export const isRecorded = (scope: Scope, account: Account, period: PeriodId): boolean =>
  isAmountRecorded(scope, account, 'revenue', period);

/** First quarter with revenue of the account. */
export const firstRecorded = ({ history }: Account): PeriodId | undefined =>
  Object.keys(history)
    .filter(period => history[period]?.revenue !== undefined)
    .sort()[0];

/** First quarter with revenue of anyone: what came before is outside the record. */
export const recordStart = (scope: Scope): PeriodId | undefined =>
  scope.workspace.accounts.flatMap(account => firstRecorded(account) ?? []).sort()[0];

/**
 * The quarters of a year earlier. None where the record begins in their midst and this year's counterparts of those before it are
 * recorded: one quarter would be held against three.
 */
export const recordedPriorSpan = (scope: Scope): readonly PeriodId[] => scope.of(priorInRecord);

const priorInRecord = (scope: Scope): readonly PeriodId[] => {
  const start = scope.of(recordStart) ?? '';
  const oneSided = currentSpan(scope).some(
    period =>
      yearBefore(period) < start &&
      scope.workspace.accounts.some(account => isRecorded(scope, account, period)),
  );
  return oneSided ? [] : priorSpan(scope);
};

/**
 * Whether revenue ought to be recorded: from the quarter in which the customer came to the one in which it left. Without
 * a date of arrival it came with its first record, unless that is where the whole record starts.
 */
export const isExpected = (scope: Scope, account: Account, period: PeriodId): boolean => {
  const start = scope.workspace.settings.fiscalYearStart;
  if (account.lost !== undefined) {
    if (periodOfDate(account.lost.date, start) < period) return false;
  } else if (account.status === 'lost') return false;
  if (account.since !== undefined) return periodOfDate(account.since, start) <= period;
  const first = firstRecorded(account);
  return first !== undefined && (first <= period || first === scope.of(recordStart));
};

/**
 * Quarters in which something is recorded, of those in which the accounts were customers. A quarter before one came or after it
 * left is not missing; one that is recorded all the same counts on both sides.
 */
export const quarterCoverage = (
  scope: Scope,
  members: readonly Account[],
  periods: readonly PeriodId[],
  has: (account: Account, period: PeriodId) => boolean,
): Coverage => {
  let n = 0;
  let of = 0;
  for (const member of members) {
    if (Object.keys(member.history).length === 0) continue;
    for (const period of periods) {
      const recorded = has(member, period);
      n += recorded ? 1 : 0;
      of += recorded || isExpected(scope, member, period) ? 1 : 0;
    }
  }
  return { n, of };
};

/**
 * Whether the customer's quarters can be held against those of a year earlier: none is missing on one side only. A
 * quarter that nobody has entered yet would pass for a fall, one missing a year ago for growth.
 */
export const isComparable = (scope: Scope, { members }: Customer, periods: readonly PeriodId[]): boolean =>
  members.every(member =>
    periods.every(period => {
      const before = yearBefore(period);
      const [now, then] = [isRecorded(scope, member, period), isRecorded(scope, member, before)];
      return now === then || !isExpected(scope, member, now ? before : period);
    }),
  );

/** What a figure rests on; where nothing is recorded, the history in which it would stand. */
export const orHistory = (inputs: readonly FigureInput[], { source }: Account): readonly FigureInput[] =>
  inputs.length > 0 ? inputs : [at(source, 'history')];
