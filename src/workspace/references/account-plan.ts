import type { Diagnostic } from '../../model/diagnostic.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Within the plan of one account: ids are unique, whoever and whatever is named exists, dates and counts can be. */
export function* checkAccountPlan(draft: Draft, tools: Tools): Generator<Diagnostic> {
  for (const account of draft.accounts) {
    for (const [id, ref] of people(account))
      yield* unknownReference('person', id, draft.personIds, ref, tools);
    yield* checkIds(account, tools);
    yield* checkProducts(draft, account, tools);
    yield* checkDates(account, tools);
    yield* checkNumbers(account, tools);
    yield* checkBenefits(draft, account, tools);
    // The entry that is referred to may stand in the part that was refused.
    if (!draft.incomplete.has(account.source.file)) yield* checkWithin(account, tools);
  }
}

type Mention = readonly [id: string | undefined, ref: SourceRef];

function* people(account: Account): Generator<Mention> {
  const owners = {
    objectives: account.objectives,
    customerPlans: account.customerPlans,
    problems: account.problems,
  } as const;
  for (const [list, entries] of Object.entries(owners))
    for (const [index, { owner }] of entries.entries())
      yield [owner, at(account.source, list, index, 'owner')];
  for (const [index, { owner }] of account.delivery.processes.entries())
    yield [owner, at(account.source, 'delivery', 'processes', index, 'owner')];
  for (const [index, { person }] of account.delivery.team.entries())
    yield [person, at(account.source, 'delivery', 'team', index, 'person')];
  for (const [index, { owner }] of account.valueChain.links.entries())
    yield [owner, at(account.source, 'valueChain', 'links', index, 'owner')];
  for (const [index, { owner }] of account.swot.strategies.entries())
    yield [owner, at(account.source, 'swot', 'strategies', index, 'owner')];
}

function* checkIds({ source, ...account }: Account, tools: Tools): Generator<Diagnostic> {
  yield* duplicateIds(account.actions, at(source, 'actions'), tools);
  yield* duplicateIds(account.problems, at(source, 'problems'), tools);
  yield* duplicateIds(account.valueAgainstPrice, at(source, 'valueAgainstPrice'), tools);
  yield* duplicateIds(account.valueChain.priorities, at(source, 'valueChain', 'priorities'), tools);
  yield* duplicateIds(account.swot.items, at(source, 'swot', 'items'), tools);
  const team = account.delivery.team.map(({ person }) => ({ id: person }));
  yield* duplicateIds(team, at(source, 'delivery', 'team'), tools, 'person');
}

function* checkProducts(draft: Draft, account: Account, tools: Tools): Generator<Diagnostic> {
  if (draft.products === undefined) return;
  const known = new Set(draft.products.map(({ id }) => id));
  for (const [index, { product }] of account.valueAgainstPrice.entries())
    yield* unknownReference(
      'product',
      product,
      known,
      at(account.source, 'valueAgainstPrice', index, 'product'),
      tools,
    );
}

function* checkDates({ problems, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { opened, solved }] of problems.entries())
    if (solved !== undefined && solved < opened)
      yield catalogue.wrongOrder(
        locate(at(source, 'problems', index, 'solved')),
        'solved',
        solved,
        'opened',
        opened,
      );
}

function* checkNumbers({ adoption, objectives, source }: Account, { locate }: Tools): Generator<Diagnostic> {
  for (const [index, { counts, of }] of adoption.entries())
    for (const [period, count] of Object.entries(counts))
      if (count > of)
        yield catalogue.moreThanAll(
          locate(at(source, 'adoption', index, 'counts', period)),
          period,
          count,
          'of',
          of,
        );
  for (const [index, { progress }] of objectives.entries())
    if (progress !== undefined && progress.from === progress.target)
      yield catalogue.emptyScale(
        locate(at(source, 'objectives', index, 'progress', 'target')),
        `The objective starts from its own target, ${progress.target}.`,
      );
}

function* checkBenefits(
  { settings }: Draft,
  { benefits, source }: Account,
  { locate }: Tools,
): Generator<Diagnostic> {
  if (settings === undefined) return;
  for (const [index, { period }] of benefits.entries())
    if (period > settings.period)
      yield catalogue.futureActual(
        locate(at(source, 'benefits', index, 'period')),
        'benefits',
        period,
        settings.period,
      );
}

/** References from one entry of an account to another. */
function* checkWithin(account: Account, tools: Tools): Generator<Diagnostic> {
  yield* checkContacts(account, tools);
  const problems = new Set(account.problems.map(({ id }) => id));
  for (const [index, { problem }] of account.interactions.entries())
    yield* unknownReference(
      'problem',
      problem,
      problems,
      at(account.source, 'interactions', index, 'problem'),
      tools,
      'account',
    );
}

function* checkContacts(account: Account, tools: Tools): Generator<Diagnostic> {
  const known = new Set(account.contacts.map(({ id }) => id));
  const { valueProposition, delivery, source } = account;
  const mentions: Mention[] = [
    [valueProposition?.confirmedBy, at(source, 'valueProposition', 'confirmedBy')],
    ...delivery.processes.map(
      ({ agreedWith }, index): Mention => [
        agreedWith,
        at(source, 'delivery', 'processes', index, 'agreedWith'),
      ],
    ),
  ];
  for (const [id, ref] of mentions) yield* unknownReference('contact', id, known, ref, tools, 'account');
}
