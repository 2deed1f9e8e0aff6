import type { Finding, FindingParam } from '../../model/finding.ts';
import type { LocalizedText } from '../../model/text.ts';
import { kams } from '../kams.ts';
import { isOpenWork } from '../open-work.ts';
import { count, finding, quoted, term, terms, texts } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { isOverdue } from './figures.ts';
import {
  needsByPerson,
  needsBySkill,
  type SkillNeed,
  skillNeeds,
  stubborn,
  summaryOf,
  trainingPlan,
  untrained,
  withoutGap,
} from './gaps.ts';

const skillTerm = (code: string): FindingParam => term('skill-inline', code);
const skillTerms = (needs: readonly SkillNeed[]): FindingParam =>
  terms(
    'skill-inline',
    needs.map(({ skill }) => skill),
  );

/** What people lack for their role, and training that does not answer it. */
export const skillFindings = (scope: Scope): readonly Finding[] => [
  ...overall(scope),
  ...withoutTraining(scope),
  ...trainingWithoutGap(scope),
  ...scope.of(kams).flatMap(kam => ofKam(scope, kam.id)),
];

/** How many requirements are met, and where most levels are missing. */
const overall = (scope: Scope): readonly Finding[] => {
  const { needed, assessed, below, missing } = summaryOf(scope.of(skillNeeds));
  if (assessed === 0) return [];
  const [widest] = [...scope.of(needsBySkill)]
    .map(([skill, needs]) => ({ skill, ...summaryOf(needs) }))
    .sort((a, b) => b.missing - a.missing || b.below - a.below);
  const common = { needed: count(needed), assessed: count(assessed), open: count(needed - assessed) };
  if (below === 0 || widest === undefined)
    return [finding('skills.met', 'good', 40, ['programme.skills.met'], common)];
  return [
    finding(
      'skills.gaps',
      'attention',
      50,
      ['programme.skills.below', `programme.skills.skill.${widest.skill}.levels-missing`],
      {
        ...common,
        below: count(below),
        missing: count(missing),
        skill: skillTerm(widest.skill),
        people: count(widest.below),
        levels: count(widest.missing),
      },
    ),
  ];
};

const withoutTraining = (scope: Scope): readonly Finding[] => {
  const gaps = untrained(scope.of(skillNeeds));
  if (gaps.length === 0) return [];
  const people = new Set(gaps.map(({ person }) => person.name));
  return [
    finding('skills.untrained', 'attention', 45, ['programme.skills.untrained'], {
      count: count(gaps.length),
      people: texts([...people]),
    }),
  ];
};

const trainingWithoutGap = (scope: Scope): readonly Finding[] => {
  const measures = withoutGap(scope.of(trainingPlan));
  if (measures.length === 0) return [];
  return [
    finding('skills.training-without-gap', 'notable', 40, ['programme.skills.training.without-gap'], {
      count: count(measures.length),
      measures: quoted(measures.map(({ training }) => training.title)),
    }),
  ];
};

/** Training of the person that is overdue, and neither done nor dropped. */
const overdueTraining = (scope: Scope, id: string): readonly LocalizedText[] =>
  scope
    .of(trainingPlan)
    .filter(
      ({ training, people }) =>
        isOpenWork(training) && people.some(person => person.id === id) && isOverdue(scope, training.due),
    )
    .map(({ training }) => training.title);

/** What one key account manager lacks, which gaps are widest, and what nobody has planned against them. */
const ofKam = (scope: Scope, id: string): readonly Finding[] => {
  const needs = scope.of(needsByPerson).get(id) ?? [];
  const { needed, assessed, below } = summaryOf(needs);
  if (assessed === 0) return [];
  const about = (code: string, severity: Finding['severity'], params: Finding['params']): Finding => ({
    ...finding(code, severity, 50, [`kam.${id}.skills.below`], {
      needed: count(needed),
      assessed: count(assessed),
      ...params,
    }),
    id: `${code}.${id}`,
    kam: id,
  });
  if (below === 0) return [about('kam-skills.met', 'good', {})];
  const widest = Math.max(...needs.map(({ gap }) => gap ?? 0));
  const widestNeeds = needs.filter(({ gap }) => gap === widest);
  const open = untrained(needs);
  const trained = stubborn(scope, open);
  const fresh = open.filter(need => !trained.includes(need));
  const unassessed = needs.filter(({ actual }) => actual === undefined);
  const late = overdueTraining(scope, id);
  return [
    about('kam-skills.gaps', 'notable', {
      below: count(below),
      widest: count(widest),
      levels: count(widestNeeds.length),
      skills: skillTerms(widestNeeds),
      untrained: count(open.length),
      fresh: count(fresh.length),
      freshSkills: skillTerms(fresh),
      trained: count(trained.length),
      trainedSkills: skillTerms(trained),
      unassessed: count(unassessed.length),
      unassessedSkills: skillTerms(unassessed),
      late: count(late.length),
      lateTraining: quoted(late),
    }),
  ];
};
