import type { Diagnostic } from '../../model/diagnostic.ts';
import type { AccountResources, Assignment, Spend } from '../../model/resources.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** People and money of the programme and its accounts: who exists, what has happened already, what can be true at once. */
export function* checkResources(draft: Draft, tools: Tools): Generator<Diagnostic> {
  const { resources, accounts } = draft;
  if (resources) {
    yield* checkParts(resources, resources.source, draft, tools);
    yield* checkPotential(draft, tools);
  }
  for (const account of accounts)
    if (account.resources) {
      yield* checkParts(account.resources, at(account.source, 'resources'), draft, tools);
      yield* checkHours(account, account.resources, tools);
      yield* checkRates(account, account.resources, draft, tools);
    }
  yield* checkFullTime(draft, tools);
}

type Parts = Pick<AccountResources, 'people' | 'spend'>;

function* checkParts(
  { people, spend }: Parts,
  ref: SourceRef,
  { personIds, settings }: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  yield* duplicateIds(
    people.map(({ person }) => ({ id: person })),
    at(ref, 'people'),
    tools,
    'person',
  );
  for (const [index, { person, hours }] of people.entries()) {
    const place = at(ref, 'people', index);
    yield* unknownReference('person', person, personIds, at(place, 'person'), tools);
    if (settings) yield* checkFuture(Object.keys(hours), at(place, 'hours'), settings.period, 'hours', tools);
  }
  if (settings) yield* checkFuture(quartersSpent(spend), at(ref, 'spend'), settings.period, 'actual', tools);
}

/** Quarters in which something was spent; what is granted may lie ahead. */
const quartersSpent = (spend: Spend): readonly string[] =>
  Object.entries(spend)
    .filter(([, kinds]) => Object.values(kinds).some(({ actual }) => actual !== undefined))
    .map(([quarter]) => quarter);

function* checkFuture(
  quarters: readonly string[],
  ref: SourceRef,
  period: string,
  field: string,
  { locate }: Tools,
): Generator<Diagnostic> {
  for (const quarter of quarters)
    if (quarter > period)
      yield catalogue.futureActual(locate(at(ref, quarter), 'key'), field, quarter, period);
}

/** The hours of an account are those of all its people, so that those named can't have worked more. */
function* checkHours(
  { history, source }: Account,
  { people }: AccountResources,
  { locate }: Tools,
): Generator<Diagnostic> {
  for (const [quarter, { hours }] of Object.entries(history)) {
    const named = people.reduce((sum, person) => sum + (person.hours[quarter] ?? 0), 0);
    if (hours !== undefined && named > hours)
      yield catalogue.contradiction(
        locate(at(source, 'history', quarter, 'hours')),
        `The people of the account worked ${named} hours in ${quarter}, more than its ${hours} hours in all`,
        'Correct the hours of the quarter, or those under "resources".',
      );
  }
}

function* checkRates(
  { currency, history, source }: Account,
  { spend }: AccountResources,
  { settings }: Draft,
  { locate }: Tools,
): Generator<Diagnostic> {
  if (settings === undefined || currency === undefined || currency === settings.currency) return;
  // A quarter of the history without its rate is reported there.
  const missing = Object.keys(spend).filter(
    quarter => settings.rates[currency]?.[quarter] === undefined && history[quarter] === undefined,
  );
  if (missing.length > 0)
    yield catalogue.missingRate(
      locate(at(source, 'resources', 'spend'), 'key'),
      currency,
      settings.currency,
      missing.sort(),
    );
}

function* checkPotential({ resources, scoring }: Draft, tools: Tools): Generator<Diagnostic> {
  if (resources === undefined || scoring === undefined) return;
  const known = new Set(scoring.criteria.map(({ id }) => id));
  yield* unknownReference('criterion', resources.potential, known, at(resources.source, 'potential'), tools);
}

/** Nobody has more than one full-time job: reported where the sum passes it. */
function* checkFullTime({ resources, accounts }: Draft, { locate }: Tools): Generator<Diagnostic> {
  const sums = new Map<string, number>();
  const lists: (readonly [readonly Assignment[], SourceRef])[] = [
    ...(resources ? [[resources.people, at(resources.source, 'people')] as const] : []),
    ...accounts.map(
      account => [account.resources?.people ?? [], at(account.source, 'resources', 'people')] as const,
    ),
  ];
  for (const [people, ref] of lists)
    for (const [index, { person, fte }] of people.entries()) {
      if (fte === undefined) continue;
      const before = sums.get(person) ?? 0;
      const sum = Number((before + fte).toFixed(6));
      sums.set(person, sum);
      if (before <= 1 && sum > 1)
        yield catalogue.contradiction(
          locate(at(ref, index, 'fte')),
          `With this part, ${person} has ${sum} full-time jobs in all`,
          'Correct the parts, so that they add up to 1 at most.',
        );
    }
}
