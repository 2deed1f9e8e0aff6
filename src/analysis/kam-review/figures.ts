import type { Assumption, Figure } from '../../model/figure.ts';
import { constant, day, minus, quotient } from '../../model/formula.ts';
import { daysInYear } from '../../model/period.ts';
import { purposes } from '../../model/person.ts';
import { at } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import { figuresOf } from '../make.ts';
import { basis } from '../portfolio/assumptions.ts';
import { dateOfData } from '../relation/settings.ts';
import { difficultyAssumptions } from '../resources/settings.ts';
import type { Scope } from '../scope.ts';
import { difficultyParts } from './context.ts';
import { type KamReview, kamReviews } from './reviews.ts';

/** What each review shows, for everyone who has one. */
export const reviewFigures = (scope: Scope, method: string): Figure[] =>
  scope
    .of(kamReviews)
    .flatMap(review => [
      ...effortFigures(scope, method, review),
      ...balanceFigures(scope, method, review),
      ...contextFigures(scope, method, review),
    ]);

const effortFigures = (scope: Scope, method: string, { kam, effort }: KamReview): Figure[] => {
  const make = figuresOf(method, scope.period);
  const inputs = effort?.inputs ?? [at(kam.person.source, 'purposes')];
  const none = { code: 'no-purposes' };
  const rest = {
    assumptions: [basis(scope)],
    ...(effort === undefined ? {} : { coverage: effort.coverage }),
  };
  return [
    ...purposes.map(purpose => {
      const part = effort?.parts.find(one => one.purpose === purpose);
      return make(
        `kam.${kam.id}.effort.${purpose}`,
        part?.share ?? none,
        'share',
        0,
        () => part?.stated.inputs ?? inputs,
        part === undefined ? rest : { ...rest, formula: part.stated.formula },
      );
    }),
    make(`kam.${kam.id}.effort.source`, effort?.source ?? none, 'term', 0, inputs, {
      ...rest,
      vocabulary: 'effort-source',
    }),
  ];
};

const balanceFigures = (scope: Scope, method: string, { kam, balance }: KamReview): Figure[] =>
  balance.map(({ side, measure, unit, precision, now }) =>
    figuresOf(method, scope.period)(
      `kam.${kam.id}.${side}.${measure}`,
      now.value ?? now.unavailable,
      unit,
      precision,
      () => (now.inputs.length > 0 ? now.inputs : [at(kam.person.source, 'role')]),
      {
        assumptions: [basis(scope)],
        ...(now.coverage === undefined ? {} : { coverage: now.coverage }),
        ...(now.formula === undefined ? {} : { formula: now.formula }),
      },
    ),
  );

const contextFigures = (scope: Scope, method: string, { kam, difficulty, tenure }: KamReview): Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `kam.${kam.id}.difficulty`;
  const assumptions: readonly Assumption[] = difficultyAssumptions(scope);
  const known = difficultyParts.filter(name => difficulty.parts[name] !== undefined);
  return [
    make(
      prefix,
      difficulty.value ?? { code: 'no-difficulty' },
      'index',
      2,
      known.map(name => `${prefix}.${name}`),
      {
        assumptions,
        coverage: { n: known.length, of: difficultyParts.length },
        formula: difficulty.formula,
      },
    ),
    ...difficultyParts.map(name => {
      const part = difficulty.parts[name];
      return make(
        `${prefix}.${name}`,
        part?.value ?? { code: 'no-difficulty' },
        name === 'weakness' ? 'index' : 'share',
        name === 'weakness' ? 2 : 0,
        () => part?.stated.inputs ?? [at(kam.person.source, 'role')],
        part === undefined ? {} : { coverage: { n: part.n, of: part.of }, formula: part.stated.formula },
      );
    }),
    make(
      `kam.${kam.id}.tenure`,
      tenure ?? { code: 'no-start' },
      'years',
      1,
      [at(kam.person.source, 'since')],
      {
        formula: quotient(minus(day(asOf(scope)), 0), constant(daysInYear)),
        assumptions: [dateOfData(scope)],
      },
    ),
  ];
};
