import type { Diagnostic } from '../../model/diagnostic.ts';
import { at } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft, PersonEntry } from '../draft.ts';
import { duplicateIds, type Tools, unknownReference } from './tools.ts';

/** Skills: who assessed exists, training is for people and teams that exist, hours by purpose lie in the past. */
export function* checkSkills(draft: Draft, tools: Tools): Generator<Diagnostic> {
  for (const person of draft.people) yield* checkPerson(person, draft, tools);
  yield* checkTraining(draft, tools);
}

function* checkPerson(
  { skills, purposes, source }: PersonEntry,
  { personIds, settings }: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  for (const [skill, assessed] of Object.entries(skills))
    if (typeof assessed !== 'number')
      yield* unknownReference('person', assessed.by, personIds, at(source, 'skills', skill, 'by'), tools);
  for (const quarter of Object.keys(purposes))
    if (settings !== undefined && quarter > settings.period)
      yield catalogue.futureActual(
        tools.locate(at(source, 'purposes', quarter), 'key'),
        'purposes',
        quarter,
        settings.period,
      );
}

function* checkTraining(
  { skills, people, personIds, incomplete }: Draft,
  tools: Tools,
): Generator<Diagnostic> {
  if (skills === undefined) return;
  const list = at(skills.source, 'training');
  yield* duplicateIds(skills.training, list, tools);
  const teams = new Set(people.flatMap(({ team }) => team ?? []));
  // A file that was refused, or a part of it, may name the team.
  const allRead =
    people.length === personIds.size && !people.some(({ source }) => incomplete.has(source.file));
  for (const [index, { people: taking, team }] of skills.training.entries()) {
    const ref = at(list, index);
    for (const [place, person] of taking.entries())
      yield* unknownReference('person', person, personIds, at(ref, 'people', place), tools);
    if (allRead) yield* unknownReference('team', team, teams, at(ref, 'team'), tools);
    if (taking.length === 0 && team === undefined)
      yield catalogue.contradiction(
        tools.locate(at(ref, 'title')),
        'Nobody takes part in this measure',
        'Name "people" or a "team".',
      );
  }
}
