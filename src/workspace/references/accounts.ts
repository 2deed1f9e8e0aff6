import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import type { Tools } from './tools.ts';

/** Within one account: a state and its dates agree, and what ends doesn't end before it starts. */
export function* checkAccounts(draft: Draft, tools: Tools): Generator<Diagnostic> {
  for (const account of draft.accounts) {
    if (!draft.incomplete.has(account.source.file)) yield* checkStatus(account, tools);
    yield* checkOpportunities(account, tools);
    yield* checkOrder(account, tools);
  }
}

function* checkStatus(account: Account, { locate }: Tools): Generator<Diagnostic> {
  const { status, lost, source } = account;
  if (status === 'lost' && lost === undefined)
    yield catalogue.missingDate(locate(at(source, 'status')), 'A lost account needs the date of its loss', [
      'Add "lost: { date: … }".',
    ]);
  if (status !== 'lost' && lost !== undefined)
    yield catalogue.statusConflict(
      locate(at(source, 'lost'), 'key'),
      `The account has a date of loss, but its status is ${status}.`,
    );
}

function* checkOpportunities({ opportunities, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { stage, closed }] of opportunities.entries()) {
    const isClosed = stage === 'won' || stage === 'lost';
    if (isClosed && closed === undefined)
      yield catalogue.missingDate(
        locate(at(source, 'opportunities', index, 'stage')),
        `An opportunity that is ${stage} needs the date on which it was closed`,
        ['Add "closed".'],
      );
    if (!isClosed && closed !== undefined)
      yield catalogue.statusConflict(
        locate(at(source, 'opportunities', index, 'closed')),
        `The opportunity has a closing date, but its stage is ${stage}.`,
      );
  }
}

/** Pairs of ISO dates or quarters, which compare as text. */
function* checkOrder(account: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const { list, start, end } of spans) {
    for (const [index, entry] of account[list].entries()) {
      const [first, last] = [textAt(entry, start), textAt(entry, end)];
      if (first !== undefined && last !== undefined && last < first)
        yield catalogue.wrongOrder(locate(at(account.source, list, index, end)), end, last, start, first);
    }
  }
  const { since, lost } = account;
  if (since !== undefined && lost !== undefined && lost.date < since)
    yield catalogue.wrongOrder(locate(at(account.source, 'lost', 'date')), 'date', lost.date, 'since', since);
}

const spans = [
  { list: 'key', start: 'from', end: 'to' },
  { list: 'contracts', start: 'start', end: 'end' },
  { list: 'opportunities', start: 'opened', end: 'closed' },
  { list: 'interactions', start: 'date', end: 'resolved' },
] as const;

const textAt = (entry: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(entry, key);
  return typeof value === 'string' ? value : undefined;
};
