import type { Figure } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { kams } from '../kams.ts';
import { figuresOf } from '../make.ts';
import { money, sum } from '../money.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import {
  isOpen,
  needsByPerson,
  needsBySkill,
  type SkillNeed,
  skillNeeds,
  summaryOf,
  trainingPlan,
  withoutGap,
} from './gaps.ts';

/** Gaps of the programme, of each skill and of each key account manager, and what the training plan costs. */
export const skillFigures = (scope: Scope, method: string): Figure[] => {
  const byPerson = scope.of(needsByPerson);
  return [
    ...summaryFigures(scope, method, 'programme.skills', scope.of(skillNeeds)),
    ...[...scope.of(needsBySkill)].flatMap(([skill, needs]) =>
      summaryFigures(scope, method, `programme.skills.skill.${skill}`, needs),
    ),
    ...scope
      .of(kams)
      .flatMap(({ id }) => summaryFigures(scope, method, `kam.${id}.skills`, byPerson.get(id) ?? [])),
    ...trainingFigures(scope, method),
  ];
};

const summaryFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  needs: readonly SkillNeed[],
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { needed, assessed, below, missing, widest, untrained } = summaryOf(needs);
  const skills = scope.workspace.program.skills;
  const inputs =
    needs.length > 0
      ? needs.flatMap(need => need.inputs)
      : [at(skills?.source ?? scope.workspace.settings.source, 'required')];
  const coverage = { n: assessed, of: needed };
  const known = (value: number) => {
    if (needed === 0) return { code: 'no-required-skills' };
    return assessed === 0 ? { code: 'no-skill-levels' } : value;
  };
  const lower = { coverage, polarity: 'lower' } as const;
  return [
    make(
      `${prefix}.assessed`,
      needed === 0 ? { code: 'no-required-skills' } : assessed / needed,
      'share',
      0,
      inputs,
      { coverage },
    ),
    make(`${prefix}.met`, known((assessed - below) / assessed), 'share', 0, inputs, {
      coverage,
      polarity: 'higher',
    }),
    make(`${prefix}.below`, known(below), 'count', 0, inputs, lower),
    make(`${prefix}.levels-missing`, known(missing), 'count', 0, inputs, lower),
    make(`${prefix}.widest`, known(widest), 'count', 0, inputs, lower),
    make(`${prefix}.untrained`, known(untrained), 'count', 0, inputs, lower),
  ];
};

/** Open measures: their cost, those without a gap, those overdue. */
const trainingFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const plan = scope.of(trainingPlan).filter(({ training }) => isOpen(training));
  const costs = plan.flatMap(({ training }) => training.cost ?? []);
  const inputs =
    plan.length > 0
      ? plan.map(({ source }) => source)
      : [at(scope.workspace.program.skills?.source ?? scope.workspace.settings.source, 'training')];
  const planned = (value: number) => (plan.length === 0 ? { code: 'no-training' } : value);
  return [
    make(
      'programme.skills.training.cost',
      costs.length === 0 ? { code: 'no-training' } : sum(costs.map(money)).toNumber(),
      moneyUnit(scope),
      0,
      inputs,
      { coverage: { n: costs.length, of: plan.length } },
    ),
    make('programme.skills.training.open', plan.length, 'count', 0, inputs),
    make('programme.skills.training.without-gap', planned(withoutGap(plan).length), 'count', 0, inputs, {
      polarity: 'lower',
    }),
    make(
      'programme.skills.training.overdue',
      planned(plan.filter(({ training }) => isOverdue(scope, training.due)).length),
      'count',
      0,
      inputs,
      { polarity: 'lower' },
    ),
  ];
};

/** At the end of the day of the data, a measure that was due by then and is still open is overdue. */
export const isOverdue = (scope: Scope, due: string | undefined): boolean =>
  due !== undefined && due <= asOf(scope);
