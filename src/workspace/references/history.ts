import type { Quarter } from '../../model/account.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PeriodId } from '../../model/period.ts';
import type { Sourced } from '../../model/source.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { WorkspaceSettings } from '../../model/workspace-settings.ts';
import * as catalogue from '../catalogue.ts';
import { allAccountsRead, type Draft } from '../draft.ts';
import type { Tools } from './tools.ts';

/** Quarters of the accounts against the period under review, and amounts against exchange rates and spelling. */
export function* checkHistory(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { settings, accounts } = draft;
  if (settings === undefined) return;
  for (const account of accounts) {
    yield* checkFuture(account, settings.period, tools);
    yield* checkRates(account, settings, tools);
  }
  // An account that was refused, or a part of it, may hold the quarter.
  if (
    allAccountsRead(draft) &&
    !accounts.some(account => account.history[settings.period]?.revenue !== undefined)
  )
    yield catalogue.noHistory(tools.locate(at(settings.source, 'period')), settings.period);
}

const planned: readonly (keyof Quarter)[] = ['plan', 'forecast'];
const amounts: readonly (keyof Quarter)[] = [
  'revenue',
  'plan',
  'forecast',
  'margin',
  'costToServe',
  'newBusiness',
  'walletSpend',
];

function* checkFuture(
  { history, source }: Account,
  period: PeriodId,
  { locate }: Tools,
): Generator<Diagnostic> {
  for (const [quarter, values] of Object.entries(history)) {
    if (quarter <= period) continue;
    for (const field of fieldsOf(values))
      if (!planned.includes(field))
        yield catalogue.futureActual(
          locate(at(source, 'history', quarter, field), 'key'),
          field,
          quarter,
          period,
        );
  }
}

/** One report an account, at its currency: a rate is entered once for all its amounts. */
function* checkRates(
  { currency, history, source }: Account,
  settings: Sourced<WorkspaceSettings>,
  { locate }: Tools,
): Generator<Diagnostic> {
  if (currency === undefined || currency === settings.currency) return;
  const rates = settings.rates[currency];
  const missing = Object.entries(history)
    .filter(([quarter, values]) => rates?.[quarter] === undefined && fieldsOf(values).some(isAmount))
    .map(([quarter]) => quarter);
  if (missing.length > 0)
    yield catalogue.missingRate(locate(at(source, 'currency')), currency, settings.currency, missing.sort());
}

const isAmount = (field: keyof Quarter): boolean => amounts.includes(field);
const fieldsOf = (values: Quarter): readonly (keyof Quarter)[] => Object.keys(values) as (keyof Quarter)[];
