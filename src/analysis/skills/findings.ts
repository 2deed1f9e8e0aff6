import type { Finding, FindingParam } from '../../model/finding.ts';
import type { LocalizedText } from '../../model/text.ts';
import { kams } from '../kams.ts';
import { count, finding, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import {
  needsByPerson,
  needsBySkill,
  skillNeeds,
  summaryOf,
  trainingPlan,
  untrained,
  withoutGap,
} from './gaps.ts';

const texts = (some: readonly LocalizedText[]): FindingParam => ({ kind: 'texts', texts: some });
const skillTerm = (code: string): FindingParam => term('skill-inline', code);

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
      measures: texts(measures.map(({ training }) => training.title)),
    }),
  ];
};

/** What one key account manager lacks, and the skill to begin with: the widest gap, in the order of the skills. */
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
  const [widest] = [...needs].sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  if (below === 0 || widest === undefined) return [about('kam-skills.met', 'good', {})];
  return [
    about('kam-skills.gaps', 'notable', {
      below: count(below),
      widest: count(needs.filter(({ gap }) => gap === widest.gap).length),
      levels: count(widest.gap ?? 0),
      skill: skillTerm(widest.skill),
      required: count(widest.required),
      actual: count(widest.actual ?? 0),
      untrained: count(untrained(needs).length),
    }),
  ];
};
