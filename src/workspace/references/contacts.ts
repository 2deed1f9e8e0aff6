import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Within one account: ids are unique, who answered or called is one of its contacts, and what is to be renewed one of its contracts. */
export function* checkContacts(draft: Draft, tools: Tools): Generator<Diagnostic> {
  for (const account of draft.accounts) {
    const known = new Set(account.contacts.map(contact => contact.id));
    // What is named may stand in the part that was refused.
    if (!draft.incomplete.has(account.source.file)) {
      for (const list of ['surveys', 'interactions', 'actions'] as const)
        for (const [index, { contact }] of account[list].entries()) {
          const ref = at(account.source, list, index, 'contact');
          yield* unknownReference('contact', contact, known, ref, tools, 'account');
        }
      const contracts = new Set(account.contracts.map(({ id }) => id));
      for (const [index, { contract }] of account.objectives.entries()) {
        const ref = at(account.source, 'objectives', index, 'contract');
        yield* unknownReference('contract', contract, contracts, ref, tools, 'account');
      }
    }
    for (const list of ['contacts', 'contracts', 'opportunities'] as const)
      yield* duplicateIds(account[list], at(account.source, list), tools);
  }
}
