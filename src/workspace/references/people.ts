import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import type { Draft } from '../draft.ts';
import { type Tools, unknownReference } from './tools.ts';

/** Everyone who is named must have a file in `data/people`. */
export function* checkPeople(draft: Draft, tools: Tools): Generator<Diagnostic> {
  for (const [id, ref] of mentions(draft)) yield* unknownReference('person', id, draft.personIds, ref, tools);
}

type Mention = readonly [id: string | undefined, ref: SourceRef];

function* mentions(draft: Draft): Generator<Mention> {
  for (const account of draft.accounts) yield* mentionsOf(account);
  const { commitment, kpis } = draft;
  if (commitment)
    for (const [index, { owner }] of commitment.evidence.entries())
      yield [owner, at(commitment.source, 'evidence', index, 'owner')];
  if (kpis)
    for (const [index, { owner }] of kpis.kpis.entries())
      yield [owner, at(kpis.source, 'kpis', index, 'owner')];
}

function* mentionsOf(account: Account): Generator<Mention> {
  const place = (...path: (string | number)[]): SourceRef => at(account.source, ...path);
  yield [account.manager, place('manager')];
  yield [account.sponsor, place('sponsor')];
  for (const [index, contact] of account.contacts.entries())
    yield [contact.counterpart, place('contacts', index, 'counterpart')];
  for (const [index, opportunity] of account.opportunities.entries())
    yield [opportunity.seller, place('opportunities', index, 'seller')];
  for (const [index, interaction] of account.interactions.entries())
    yield [interaction.person, place('interactions', index, 'person')];
  for (const [index, action] of account.actions.entries())
    yield [action.owner, place('actions', index, 'owner')];
  for (const [index, risk] of account.risks.entries()) yield [risk.owner, place('risks', index, 'owner')];
  for (const [period, ratings] of Object.entries(account.ratings))
    for (const [criterion, rating] of Object.entries(ratings))
      if (typeof rating !== 'number') yield [rating.by, place('ratings', period, criterion, 'by')];
}
