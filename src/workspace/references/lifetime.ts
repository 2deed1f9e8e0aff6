import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { dateOfData, type Tools, unknownReference } from './tools.ts';

/** What expected lifetimes rest on: who estimated and when, and whether contracts say what became of them. */
export function* checkLifetime(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { accounts, personIds } = draft;
  const end = dateOfData(draft);
  for (const account of accounts) {
    yield* checkEstimate(account, end, personIds, tools);
    if (end !== undefined) yield* checkEnded(account, end, tools);
    yield* checkRenewals(account, tools);
  }
}

function* checkEstimate(
  { expectedYears, source }: Account,
  end: string | undefined,
  people: ReadonlySet<string>,
  tools: Tools,
): Generator<Diagnostic> {
  if (typeof expectedYears !== 'object') return;
  const ref = at(source, 'expectedYears');
  yield* unknownReference('person', expectedYears.by, people, at(ref, 'by'), tools);
  const { date } = expectedYears;
  if (date !== undefined && end !== undefined && date > end)
    yield catalogue.estimateAfterData(tools.locate(at(ref, 'date')), date, end);
}

/** A contract that has ended was renewed, lost, or is being decided. */
function* checkEnded({ contracts, source }: Account, end: string, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, contract] of contracts.entries())
    if (contract.renewal === 'not-due' && contract.end < end)
      yield catalogue.endedUndecided(
        locate(at(source, 'contracts', index, 'end')),
        contract.id,
        contract.end,
      );
}

/** A number of renewals that is smaller than that of the contracts for the same product and places before it. */
function* checkRenewals({ contracts, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { renewals, product, unit, start }] of contracts.entries()) {
    if (renewals === undefined) continue;
    const before = contracts.filter(
      other =>
        other.renewal === 'renewed' &&
        other.end <= start &&
        other.product === product &&
        [other.unit].flat().join() === [unit].flat().join(),
    ).length;
    if (renewals < before)
      yield catalogue.tooFewRenewals(locate(at(source, 'contracts', index, 'renewals')), renewals, before);
  }
}
