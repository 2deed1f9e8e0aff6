import type { Figure } from '../../model/figure.ts';
import { minus, sumOf } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { countedFirst, numberOfFirst, type Stated, shareOfFirst, sumBetween } from '../formulas.ts';
import { kams } from '../kams.ts';
import { figuresOf } from '../make.ts';
import { money, sum } from '../money.ts';
import { isOpenWork } from '../open-work.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import {
  needsByPerson,
  needsBySkill,
  type OpenTraining,
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
  const nowhere = [at(skills?.source ?? scope.workspace.settings.source, 'required')];
  const placesOf = (some: readonly SkillNeed[]): Figure['inputs'] =>
    some.length > 0 ? some.map(({ actualSource }) => actualSource) : nowhere;
  const first = (counts: (need: SkillNeed) => boolean): Figure['inputs'] => [
    ...placesOf(countedFirst(needs, counts)),
    ...needs.map(({ requiredSource }) => requiredSource),
  ];
  const isGap = ({ gap = 0 }: SkillNeed): boolean => gap > 0;
  const isAssessed = ({ gap }: SkillNeed): boolean => gap !== undefined;
  const open = needs.filter(isGap);
  const all = levelsMissing(open);
  const one = levelsMissing(open.filter(({ gap }) => gap === widest).slice(0, 1));
  const isUntrained = (need: SkillNeed): boolean => isGap(need) && need.training.length === 0;
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
      first(isAssessed),
      { coverage, formula: shareOfFirst(assessed, needed) },
    ),
    make(
      `${prefix}.met`,
      known((assessed - below) / assessed),
      'share',
      0,
      placesOf(countedFirst(needs.filter(isAssessed), need => !isGap(need))),
      { coverage, polarity: 'higher', formula: shareOfFirst(assessed - below, assessed) },
    ),
    make(`${prefix}.below`, known(below), 'count', 0, first(isGap), {
      ...lower,
      formula: numberOfFirst(below),
    }),
    make(`${prefix}.levels-missing`, known(missing), 'count', 0, [...all.inputs, ...placesOf(needs)], {
      ...lower,
      formula: all.formula,
    }),
    make(`${prefix}.widest`, known(widest), 'count', 0, [...one.inputs, ...placesOf(needs)], {
      ...lower,
      formula: one.formula,
    }),
    make(`${prefix}.untrained`, known(untrained), 'count', 0, first(isUntrained), {
      ...lower,
      formula: numberOfFirst(untrained),
    }),
  ];
};

/** Required levels less actual ones, of some gaps. */
const levelsMissing = (gaps: readonly SkillNeed[]): Stated => ({
  inputs: [
    ...gaps.map(({ requiredSource }) => requiredSource),
    ...gaps.map(({ actualSource }) => actualSource),
  ],
  formula:
    gaps.length === 0 ? sumBetween(0, 0) : minus(sumOf(0, gaps.length), sumOf(gaps.length, 2 * gaps.length)),
});

/** Open measures: their cost, those without a gap, those overdue. */
const trainingFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const plan = scope.of(trainingPlan).filter(({ training }) => isOpenWork(training));
  const costs = plan.flatMap(({ training }) => training.cost ?? []);
  const inputs =
    plan.length > 0
      ? plan.map(({ source }) => source)
      : [at(scope.workspace.program.skills?.source ?? scope.workspace.settings.source, 'training')];
  const isLate = ({ training }: OpenTraining): boolean => isOverdue(scope, training.due);
  const overdue = plan.filter(isLate).length;
  const inputsFirst = (counts: (one: OpenTraining) => boolean): Figure['inputs'] =>
    plan.length === 0 ? inputs : countedFirst(plan, counts).map(({ source }) => source);
  const planned = (value: number) => (plan.length === 0 ? { code: 'no-training' } : value);
  return [
    make(
      'programme.skills.training.cost',
      costs.length === 0 ? { code: 'no-training' } : sum(costs.map(money)).toNumber(),
      moneyUnit(scope),
      0,
      costs.length === 0
        ? inputs
        : plan.flatMap(({ training, source }) => (training.cost === undefined ? [] : [at(source, 'cost')])),
      { formula: sumOf(), coverage: { n: costs.length, of: plan.length } },
    ),
    make('programme.skills.training.open', plan.length, 'count', 0, inputs, {
      formula: numberOfFirst(plan.length),
    }),
    make(
      'programme.skills.training.without-gap',
      planned(withoutGap(plan).length),
      'count',
      0,
      inputsFirst(({ gaps }) => gaps.length === 0),
      {
        formula: numberOfFirst(withoutGap(plan).length),
        polarity: 'lower',
      },
    ),
    make('programme.skills.training.overdue', planned(overdue), 'count', 0, inputsFirst(isLate), {
      polarity: 'lower',
      formula: numberOfFirst(overdue),
    }),
  ];
};

/** At the end of the day of the data, a measure that was due by then and is still open is overdue. */
export const isOverdue = (scope: Scope, due: string | undefined): boolean =>
  due !== undefined && due <= asOf(scope);
