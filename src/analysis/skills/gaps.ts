import { type PersonRole, type Skill, skills } from '../../model/person.ts';
import type { Training } from '../../model/skills.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Workspace } from '../../model/workspace.ts';
import { kams } from '../kams.ts';
import { isOpenWork } from '../open-work.ts';
import type { Scope } from '../scope.ts';

export type Colleague = Workspace['people'][number];

/** One skill that a person's role asks for. */
export interface SkillNeed {
  readonly person: Colleague;
  readonly skill: Skill;
  /** Required level, 1–5: the highest of the person's roles. */
  readonly required: number;
  /** Actual level, 1–5; absent where nobody assessed it. */
  readonly actual?: number;
  /** Levels that are missing, 0 where the requirement is met; absent where nobody assessed it. */
  readonly gap?: number;
  /** Measures that are to raise it and are neither done nor dropped. */
  readonly training: readonly Training[];
  /** Where the level stands, or would stand. */
  readonly actualSource: SourceRef;
  /** Where the highest requirement stands. */
  readonly requiredSource: SourceRef;
  readonly inputs: readonly SourceRef[];
}

export interface OpenTraining {
  readonly training: Training;
  readonly source: SourceRef;
  readonly people: readonly Colleague[];
  /** Gaps that it is to close. */
  readonly gaps: readonly SkillNeed[];
}

/** Everyone who takes part: named, or of the team. By id. */
export const peopleOf = (scope: Scope, { people, team }: Training): readonly Colleague[] =>
  scope.workspace.people.filter(
    person => people.includes(person.id) || (team !== undefined && person.team === team),
  );

/** Every skill that a role asks of a person, by person and in the order of the skills. What is not required is not there. */
export const skillNeeds = (scope: Scope): readonly SkillNeed[] => {
  const settings = scope.workspace.program.skills;
  if (settings === undefined) return [];
  const managers = new Set(scope.of(kams).map(({ id }) => id));
  const open = settings.training.filter(isOpenWork).map(training => ({
    training,
    people: new Set(peopleOf(scope, training).map(({ id }) => id)),
  }));
  return scope.workspace.people.flatMap(person => {
    const roles = new Set<PersonRole>([person.role, ...(managers.has(person.id) ? (['kam'] as const) : [])]);
    return skills.flatMap(skill => {
      const asked = [...roles].flatMap(role => {
        const level = settings.required[role]?.[skill];
        return level === undefined ? [] : [{ role, level }];
      });
      if (asked.length === 0) return [];
      const required = Math.max(...asked.map(({ level }) => level));
      const [first] = asked.filter(({ level }) => level === required);
      const assessed = person.skills[skill];
      const place = at(person.source, 'skills', skill);
      const actual = typeof assessed === 'number' ? assessed : assessed?.level;
      return [
        {
          person,
          skill,
          required,
          ...(actual === undefined ? {} : { actual, gap: Math.max(0, required - actual) }),
          training: open
            .filter(one => one.people.has(person.id) && one.training.skills.includes(skill))
            .map(one => one.training),
          actualSource: typeof assessed === 'object' ? at(place, 'level') : place,
          requiredSource: at(settings.source, 'required', first?.role ?? person.role, skill),
          inputs: [place, ...asked.map(({ role }) => at(settings.source, 'required', role, skill))],
        },
      ];
    });
  });
};

/** Gaps of a person that stay although training against them is done. */
export const stubborn = (scope: Scope, gaps: readonly SkillNeed[]): readonly SkillNeed[] => {
  const done = (scope.workspace.program.skills?.training ?? []).filter(({ state }) => state === 'done');
  return gaps.filter(({ person, skill }) =>
    done.some(one => one.skills.includes(skill) && peopleOf(scope, one).some(({ id }) => id === person.id)),
  );
};

/** Needs with levels missing. */
export const gapsOf = (needs: readonly SkillNeed[]): readonly SkillNeed[] =>
  needs.filter(({ gap = 0 }) => gap > 0);

/** Gaps that no open measure is to close. */
export const untrained = (needs: readonly SkillNeed[]): readonly SkillNeed[] =>
  gapsOf(needs).filter(({ training }) => training.length === 0);

/** The training plan in the order of the file, each measure with the gaps that it is to close. */
export const trainingPlan = (scope: Scope): readonly OpenTraining[] => {
  const settings = scope.workspace.program.skills;
  if (settings === undefined) return [];
  const gaps = gapsOf(scope.of(skillNeeds));
  return settings.training.map((training, index) => ({
    training,
    source: at(settings.source, 'training', index),
    people: peopleOf(scope, training),
    gaps: gaps.filter(gap => gap.training.includes(training)),
  }));
};

/** Open measures that close no gap: nobody who takes part lacks a level of their skills. */
export const withoutGap = (plan: readonly OpenTraining[]): readonly OpenTraining[] =>
  plan.filter(({ training, gaps }) => isOpenWork(training) && gaps.length === 0);

/** A summary of some needs. */
export interface SkillSummary {
  readonly needed: number;
  readonly assessed: number;
  /** Needs with levels missing. */
  readonly below: number;
  /** Levels missing in all. */
  readonly missing: number;
  /** The widest gap, in levels. */
  readonly widest: number;
  readonly untrained: number;
}

export const summaryOf = (needs: readonly SkillNeed[]): SkillSummary => {
  const gaps = needs.flatMap(({ gap }) => gap ?? []);
  return {
    needed: needs.length,
    assessed: gaps.length,
    below: gaps.filter(gap => gap > 0).length,
    missing: gaps.reduce((sum, gap) => sum + gap, 0),
    widest: Math.max(0, ...gaps),
    untrained: untrained(needs).length,
  };
};

/** The needs by skill, in the order of the skills; those that nobody needs are not there. */
export const needsBySkill = (scope: Scope): ReadonlyMap<Skill, readonly SkillNeed[]> =>
  grouped(scope.of(skillNeeds), need => need.skill);

/** The needs by person, by id. */
export const needsByPerson = (scope: Scope): ReadonlyMap<string, readonly SkillNeed[]> =>
  grouped(scope.of(skillNeeds), need => need.person.id);

const grouped = <Key>(
  needs: readonly SkillNeed[],
  keyOf: (need: SkillNeed) => Key,
): ReadonlyMap<Key, readonly SkillNeed[]> => {
  const groups = new Map<Key, SkillNeed[]>();
  for (const need of needs) {
    const key = keyOf(need);
    const group = groups.get(key);
    if (group) group.push(need);
    else groups.set(key, [need]);
  }
  return groups;
};
