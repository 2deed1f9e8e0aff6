import type { Diagnostic } from '../../model/diagnostic.ts';
import { between, daysOf, type PeriodId } from '../../model/period.ts';
import { at, type Sourced } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { WorkspaceSettings } from '../../model/workspace-settings.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { grouped } from './grouped.ts';
import type { Tools } from './tools.ts';

/** Revenue and fixed costs without holes, and revenue only while the account was a customer. */
export function* checkContinuity(
  { accounts, settings, incomplete }: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  if (settings === undefined) return;
  // The quarter may stand in the part that was refused.
  const whole = accounts.filter(({ source }) => !incomplete.has(source.file));
  yield* grouped(whole.flatMap(account => missing(account, settings, tools)));
  yield* grouped(whole.flatMap(account => outside(account, settings, tools)));
  yield* missingCosts(settings, tools);
}

function* missingCosts(
  { fixedCosts, source }: Sourced<WorkspaceSettings>,
  { locate }: Tools,
): Generator<Diagnostic> {
  const recorded = Object.keys(fixedCosts).sort();
  const [holes, next] = holesAmong(recorded);
  if (next !== undefined)
    yield catalogue.missingFixedCosts(locate(at(source, 'fixedCosts', next), 'key'), holes);
}

/** Quarters that are missing between the first and the last of some, and the recorded one after the first hole. */
const holesAmong = (recorded: readonly PeriodId[]): readonly [readonly PeriodId[], PeriodId | undefined] => {
  const [first, last] = [recorded[0], recorded.at(-1)];
  if (first === undefined || last === undefined) return [[], undefined];
  const known = new Set(recorded);
  const holes = between(first, last).filter(quarter => !known.has(quarter));
  const [hole] = holes;
  return [holes, hole === undefined ? undefined : recorded.find(quarter => quarter > hole)];
};

const recordedUntil = ({ history }: Account, period: PeriodId): readonly PeriodId[] =>
  Object.keys(history)
    .filter(quarter => quarter <= period && history[quarter]?.revenue !== undefined)
    .sort();

const missing = (
  account: Account,
  { period }: WorkspaceSettings,
  { locate }: Tools,
): readonly Diagnostic[] => {
  const [holes, next] = holesAmong(recordedUntil(account, period));
  const [hole] = holes;
  if (hole === undefined || next === undefined) return [];
  const place = account.history[hole] === undefined ? next : hole;
  return [catalogue.missingQuarters(locate(at(account.source, 'history', place), 'key'), holes)];
};

/** Quarters with revenue above zero: a credit note may come before or after. */
const outside = (account: Account, settings: WorkspaceSettings, { locate }: Tools): readonly Diagnostic[] => {
  const { status, since, lost, history, source } = account;
  const bought = recordedUntil(account, settings.period).filter(
    quarter => (history[quarter]?.revenue ?? 0) > 0,
  );
  const days = (quarter: PeriodId) => daysOf(quarter, settings.fiscalYearStart);
  const conflict = (quarters: readonly PeriodId[], why: string): readonly Diagnostic[] => {
    const [first] = quarters;
    if (first === undefined) return [];
    const place = locate(at(source, 'history', first, 'revenue'));
    return [
      catalogue.statusConflict(place, `The account has revenue in ${catalogue.few(quarters)}, but ${why}.`),
    ];
  };
  if (status === 'prospect') return conflict(bought, 'its status is prospect');
  return [
    ...(since === undefined
      ? []
      : conflict(
          bought.filter(quarter => days(quarter).last < since),
          `is a customer only since ${since}`,
        )),
    ...(lost === undefined || status !== 'lost'
      ? []
      : conflict(
          bought.filter(quarter => days(quarter).first > lost.date),
          `was lost on ${lost.date}`,
        )),
  ].slice(0, 1);
};
