import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Offers, goals, contacts and actions of an account agree with themselves and with its other lists. */
export function* checkRelation(draft: Draft, tools: Tools): Generator<Diagnostic> {
  for (const account of draft.accounts) {
    yield* checkOffers(account, draft, tools);
    yield* checkGoals(account, draft, tools);
    yield* checkLeavings(account, tools);
    yield* checkCompletion(account, tools);
    const owner = at(account.source, 'retention', 'owner');
    yield* unknownReference('person', account.retention?.owner, draft.personIds, owner, tools);
  }
  yield* checkCuts(draft, tools);
}

function* checkOffers(
  { offers, source }: Account,
  { personIds }: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  for (const [index, { offered, used, from, to, effect }] of offers.entries()) {
    const ref = at(source, 'offers', index);
    if (used !== undefined && offered !== undefined && used > offered)
      yield catalogue.moreThanAll(tools.locate(at(ref, 'used')), 'used', used, 'offered', offered);
    if (from !== undefined && to !== undefined && to < from)
      yield catalogue.wrongOrder(tools.locate(at(ref, 'to')), 'to', to, 'from', from);
    yield* unknownReference('person', effect?.by, personIds, at(ref, 'effect', 'by'), tools);
  }
}

function* checkGoals(account: Account, { incomplete }: Draft, tools: Tools): Generator<Diagnostic> {
  const { goals, contacts, source } = account;
  yield* duplicateIds(goals, at(source, 'goals'), tools);
  const known = new Set(contacts.map(({ id }) => id));
  for (const [index, goal] of goals.entries()) {
    const ref = at(source, 'goals', index);
    // The contact may stand in the part that was refused.
    if (!incomplete.has(source.file))
      yield* unknownReference('contact', goal.agreedWith, known, at(ref, 'agreedWith'), tools, 'account');
    if (goal.state === 'open' && goal.settled !== undefined)
      yield catalogue.statusConflict(
        tools.locate(at(ref, 'settled')),
        'The goal has a day on which it was settled, but its state is open.',
      );
    const reached = isReached(goal);
    if (reached !== undefined && reached !== (goal.state === 'met') && /met|missed/.test(goal.state))
      yield catalogue.contradiction(
        tools.locate(at(ref, 'state')),
        `The goal is said to be ${goal.state}, but ${goal.actual} ${reached ? 'reaches' : 'does not reach'} its target of ${goal.target}`,
        'Correct the state, the values, or "better" (higher or lower).',
      );
  }
}

/** Whether the value measured reaches the target; undefined where one of them is not recorded. */
const isReached = ({ target, actual, better }: Account['goals'][number]): boolean | undefined => {
  if (target === undefined || actual === undefined) return undefined;
  return better === 'higher' ? actual >= target : actual <= target;
};

function* checkLeavings({ contacts, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { left, lastContact }] of contacts.entries())
    if (left !== undefined && lastContact !== undefined && lastContact > left)
      yield catalogue.contradiction(
        locate(at(source, 'contacts', index, 'lastContact')),
        `The last contact (${lastContact}) comes after the person left (${left})`,
        'Correct one of the two dates, or take "left" away.',
      );
}

function* checkCompletion({ actions, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { state, completed }] of actions.entries())
    if (completed !== undefined && state !== 'done')
      yield catalogue.statusConflict(
        locate(at(source, 'actions', index, 'completed')),
        `The action has a day on which it was done, but its state is ${state}.`,
      );
}

function* checkCuts({ relationship }: Draft, { locate }: Tools): Generator<Diagnostic> {
  if (relationship === undefined) return;
  for (const name of ['riskProbability', 'riskImpact'] as const) {
    const [medium, high] = relationship[name];
    if (high < medium)
      yield catalogue.wrongOrder(
        locate(at(relationship.source, name, 1)),
        'from which it is high',
        high,
        'from which it is medium',
        medium,
      );
  }
}
