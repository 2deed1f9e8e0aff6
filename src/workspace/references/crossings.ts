import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import type { Crossing, SwotKind, SwotStrategy } from '../../model/swot.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { type Tools, unknownReference } from './tools.ts';

/** SWOT and value chain of an account: what they refer to exists in it and is of the kind that it should be. */
export function* checkCrossings(draft: Draft, tools: Tools): Generator<Diagnostic> {
  for (const account of draft.accounts) {
    // What is referred to may stand in the part that was refused.
    if (draft.incomplete.has(account.source.file)) continue;
    yield* checkActions(account, tools);
    yield* checkStrategies(account, tools);
    yield* checkLinks(account, tools);
  }
}

/** An action is referred to by its id or by its title, in any language. */
function* checkActions({ actions, swot, source }: Account, tools: Tools): Generator<Diagnostic> {
  const known = new Set(
    actions.flatMap(({ id, title }) => [
      ...(id === undefined ? [] : [id]),
      ...(typeof title === 'string' ? [title] : Object.values(title)),
    ]),
  );
  for (const list of ['items', 'strategies'] as const)
    for (const [index, { action }] of swot[list].entries())
      yield* unknownReference(
        'action',
        action,
        known,
        at(source, 'swot', list, index, 'action'),
        tools,
        'account',
      );
}

const crossed: Readonly<Record<Crossing, readonly [inner: SwotKind, outer: SwotKind]>> = {
  so: ['strength', 'opportunity'],
  wo: ['weakness', 'opportunity'],
  st: ['strength', 'threat'],
  wt: ['weakness', 'threat'],
};

function* checkStrategies({ swot, source }: Account, tools: Tools): Generator<Diagnostic> {
  const kinds = new Map(
    swot.items.flatMap(({ id, kind }) => (id === undefined ? [] : [[id, kind] as const])),
  );
  const known = new Set(kinds.keys());
  for (const [index, strategy] of swot.strategies.entries()) {
    const ref = at(source, 'swot', 'strategies', index);
    for (const [place, id] of strategy.uses.entries())
      yield* unknownReference('item of the SWOT', id, known, at(ref, 'uses', place), tools, 'account');
    if (strategy.uses.every(id => known.has(id))) {
      const message = whyWrong(strategy, kinds);
      if (message !== undefined) yield catalogue.wrongCrossing(tools.locate(at(ref, 'cross')), message);
    }
  }
}

const whyWrong = (
  { cross, uses }: SwotStrategy,
  kinds: ReadonlyMap<string, SwotKind>,
): string | undefined => {
  const used = uses.flatMap(id => kinds.get(id) ?? []);
  const missing = crossed[cross].find(kind => !used.includes(kind));
  const foreign = used.find(kind => !crossed[cross].includes(kind));
  if (missing !== undefined) return `A strategy of ${cross} uses no ${missing}`;
  return foreign === undefined ? undefined : `A strategy of ${cross} uses a ${foreign}`;
};

function* checkLinks(
  { valueChain: { links, priorities }, source }: Account,
  tools: Tools,
): Generator<Diagnostic> {
  const activities = new Map(
    priorities.flatMap(({ id, activity }) => (id === undefined ? [] : [[id, activity] as const])),
  );
  const known = new Set(activities.keys());
  for (const [index, { serves, theirs }] of links.entries())
    for (const [place, id] of serves.entries()) {
      const ref = at(source, 'valueChain', 'links', index, 'serves', place);
      yield* unknownReference('priority', id, known, ref, tools, 'account');
      const activity = activities.get(id);
      if (activity !== undefined && activity !== theirs)
        yield catalogue.contradiction(
          tools.locate(ref),
          `The link acts on ${theirs}, but the priority "${id}" belongs to ${activity}`,
          'Correct "theirs", or take the priority away from "serves".',
        );
    }
}
