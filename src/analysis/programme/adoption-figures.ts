import type { Figure } from '../../model/figure.ts';
import { input, minus } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { countedFirst, numberOfFirst, shareOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import {
  adoptionPath,
  adoptionStages,
  currentStage,
  plannedAccounts,
  type StageReading,
} from './adoption.ts';
import { type CriterionReading, metOf } from './adoption-criteria.ts';
import { hypothesisStates } from './adoption-hypotheses.ts';
import { stepOf } from './adoption-timing.ts';
import { breadth } from './breadth.ts';
import { commitmentTrail, jumpsToFullCommitment } from './commitment.ts';

const prefix = 'programme.adoption';
const noStages = { code: 'no-stages' };
const notBegun = { code: 'no-stage-begun' };

/** Where the programme stands on its path: stage, criteria, hypotheses, accounts against plan, and jumps. */
export const adoptionFigures = (scope: Scope, method: string): Figure[] => [
  ...stageFigures(scope, method),
  ...hypothesisFigures(scope, method),
  ...accountFigures(scope, method),
  ...jumpFigures(scope, method),
];

const stageFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const stages = scope.of(adoptionStages);
  const current = scope.of(currentStage);
  const none = stages.length === 0 ? noStages : notBegun;
  const place = current === undefined ? [] : [current.source];
  const begun = stages.slice(0, current?.number ?? 0).map(({ source }) => source);
  return [
    make(`${prefix}.stage`, current?.number ?? none, 'count', 0, begun, {
      formula: numberOfFirst(begun.length),
      coverage: { n: current?.number ?? 0, of: stages.length },
    }),
    make(`${prefix}.step`, current === undefined ? none : stepOf(current.stage), 'term', 0, place, {
      vocabulary: 'step',
    }),
    make(`${prefix}.state`, current?.state ?? none, 'term', 0, place, { vocabulary: 'stage-state' }),
    criteriaFigure(scope, method, current, 'entry'),
    criteriaFigure(scope, method, current, 'exit'),
  ];
};

/** Share of the criteria of one side of the current stage that are met; what is open is not met. */
const criteriaFigure = (
  scope: Scope,
  method: string,
  current: StageReading | undefined,
  side: 'entry' | 'exit',
): Figure => {
  const make = figuresOf(method, scope.period);
  const id = `${prefix}.${side}-met`;
  if (current === undefined) return make(id, notBegun, 'share', 0, []);
  const criteria: readonly CriterionReading[] = current[side];
  const { n, of } = metOf(criteria);
  return make(
    id,
    of === 0 ? { code: 'no-criteria' } : n / of,
    'share',
    0,
    () =>
      of === 0
        ? [current.source]
        : [
            ...countedFirst(criteria, ({ state }) => state === 'met').map(({ source }) => source),
            ...criteria.flatMap(({ inputs }) => inputs),
          ],
    { coverage: { n, of }, polarity: 'higher', formula: shareOfFirst(n, of) },
  );
};

const hypothesisFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const all = scope.of(adoptionStages).flatMap(({ hypotheses }) => hypotheses);
  return hypothesisStates.map(wanted => {
    const found = all.filter(({ state }) => state === wanted);
    return make(
      `${prefix}.hypotheses.${wanted}`,
      all.length === 0 ? { code: 'no-hypotheses' } : found.length,
      'count',
      0,
      countedFirst(all, ({ state }) => state === wanted).map(({ source }) => source),
      { coverage: { n: found.length, of: all.length }, formula: numberOfFirst(found.length) },
    );
  });
};

const written = input(0);
const difference = minus(0, 1);

const accountFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const wide = scope.of(breadth);
  const { key } = wide;
  const planned = plannedAccounts(scope, scope.period);
  const none = { code: 'no-accounts-planned' };
  return [
    make(`${prefix}.accounts`, key, 'count', 0, () => (key > 0 ? wide.keyInputs : wide.inputs), {
      formula: numberOfFirst(key),
    }),
    make(
      `${prefix}.accounts.planned`,
      planned?.accounts ?? none,
      'count',
      0,
      planned === undefined ? [] : [planned.source],
      { formula: written },
    ),
    make(
      `${prefix}.accounts.difference`,
      planned === undefined ? none : key - planned.accounts,
      'count',
      0,
      [`${prefix}.accounts`, `${prefix}.accounts.planned`],
      { formula: difference },
    ),
  ];
};

/** Jumps to full commitment among the last eight quarters, and the latest of them. */
const jumpFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const trail = scope.of(commitmentTrail);
  const placed = trail.filter(({ archetype }) => archetype !== undefined);
  const jumps = jumpsToFullCommitment(trail);
  const latest = jumps.at(-1);
  const none = { code: 'no-archetype' };
  const { commitment } = scope.workspace.program;
  const inputs = () => [
    ...(commitment === undefined ? [] : [at(commitment.source, 'evidence')]),
    ...scope.of(breadth).inputs,
  ];
  const coverage = { n: placed.length, of: scope.of(adoptionPath).length };
  return [
    make(`${prefix}.jumps`, placed.length === 0 ? none : jumps.length, 'count', 0, inputs, {
      coverage,
      polarity: 'lower',
    }),
    make(
      `${prefix}.jump`,
      placed.length === 0 ? none : latest === undefined ? 'none' : `${latest.from}-A`,
      'term',
      0,
      inputs,
      { vocabulary: 'jump', coverage },
    ),
  ];
};
