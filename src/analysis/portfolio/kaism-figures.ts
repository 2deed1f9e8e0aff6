import type { Assumption, Figure, Unavailable } from '../../model/figure.ts';
import {
  absolute,
  constant,
  countOf,
  type Formula,
  least,
  meanOf,
  minus,
  plus,
  quotient,
  times,
  weightedMeanOf,
} from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { workedOut } from '../../model/worked-out.ts';
import { byAccount } from '../by-account.ts';
import type { Stated } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { assumption } from './assumptions.ts';
import { type KaismRow, kaism, quadrants, type Strength } from './kaism.ts';
import { possible, scoreOrReason, weighedCriteria } from './points-figures.ts';

/** How many accounts could be placed, and how many stand in each quadrant. */
export const kaismFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const found = scope.of(kaism);
  if (found === undefined) return [make('portfolio.kaism.placed', { code: 'no-scoring' }, 'count', 0, [])];
  const placed = found.rows.filter(row => row.quadrant !== undefined);
  const assumptions = scope.of(cutAssumptions);
  return [
    make('portfolio.kaism.placed', placed.length, 'count', 0, quadrantIds(placed), {
      assumptions,
      coverage: { n: placed.length, of: found.rows.length },
      formula: everyOne,
    }),
    ...quadrants.map(quadrant => {
      const inside = placed.filter(row => row.quadrant === quadrant);
      return make(`portfolio.kaism.${quadrant}.count`, inside.length, 'count', 0, quadrantIds(inside), {
        assumptions,
        coverage: { n: placed.length, of: found.rows.length },
        formula: everyOne,
      });
    }),
  ];
};

const quadrantIds = (rows: readonly KaismRow[]): string[] =>
  rows.map(({ customer }) => `account.${customer.id}.kaism.quadrant`);

const kaismRowsOf = byAccount(
  scope => scope.of(kaism)?.rows ?? [],
  ({ customer }) => customer.id,
);

/** Both axes, the quadrant and the distance to the nearer cut. */
export const accountKaismFigures = (scope: Scope, method: string, account: string): Figure[] =>
  kaismRowsOf(scope, account).flatMap(row => figuresOfRow(scope, method, row));

const figuresOfRow = (
  scope: Scope,
  method: string,
  { customer, attractiveness, strength, items, quadrant, distance }: KaismRow,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const assumptions = scope.of(cutAssumptions);
  const id = (name: string): string => `account.${customer.id}.kaism.${name}`;
  const axes = [id('attractiveness'), id('strength')];
  const attractivenessOrReason = scoreOrReason(attractiveness);
  const strengthReason: Unavailable = {
    code: strength === undefined ? 'no-strength-assessment' : 'no-strength-weights',
  };
  const strengthFrom =
    strength === undefined
      ? { inputs: [at(customer.account.source, 'strength')], formula: undefined }
      : strengthStated(scope, strength);
  const reason = typeof attractivenessOrReason === 'number' ? strengthReason : attractivenessOrReason;
  return [
    make(
      id('attractiveness'),
      attractivenessOrReason,
      'score',
      1,
      weighedCriteria(scope, customer.id, items),
      { coverage: attractiveness.coverage, formula: weighted, ...possible(attractiveness) },
    ),
    make(id('strength'), strength?.value ?? strengthReason, 'score', 1, strengthFrom.inputs, {
      ...(strength === undefined ? {} : { assumptions: [scoredBy(strength)] }),
      ...(strengthFrom.formula === undefined ? {} : { formula: strengthFrom.formula }),
    }),
    make(id('quadrant'), quadrant ?? reason, 'term', 0, axes, { assumptions }),
    make(id('distance'), distance ?? reason, 'score', 1, axes, {
      assumptions,
      formula: scope.of(distanceFormula),
    }),
  ];
};

const everyOne = countOf();
const weighted = weightedMeanOf();

/** The nearer of the two cuts. */
const distanceFormula = (scope: Scope): Formula => {
  const { attractiveness = 0, strength = 0 } = scope.of(kaism)?.cuts ?? {};
  return least(absolute(minus(0, constant(attractiveness))), absolute(minus(1, constant(strength))));
};

/** Middle of the scale + (our weighted mean − that of the best competitor) ÷ 2. */
const strengthStated = (scope: Scope, { criteria, source }: Strength): Stated => {
  const { min = 0, max = 0 } = scope.of(kaism)?.scale ?? {};
  // A weight of 1 may be the default, of which no line tells.
  const alike = criteria.every(({ weight }) => weight === 1);
  const side = (name: 'us' | 'competitor', from: number): Stated => {
    const places = criteria.map((_, index) => at(source, 'criteria', index, name));
    if (alike) return { inputs: places, formula: meanOf(from, from + places.length) };
    const products = criteria.map(({ weight }, index) => times(from + index, constant(weight)));
    const weights = criteria.reduce((total, { weight }) => total + weight, 0);
    return { inputs: places, formula: quotient(products.reduce(plus), constant(weights)) };
  };
  const [us, competitor] = [side('us', 0), side('competitor', criteria.length)];
  return {
    inputs: [...us.inputs, ...competitor.inputs, at(source, 'criteria')],
    formula: plus(constant((min + max) / 2), quotient(minus(us.formula, competitor.formula), constant(2))),
  };
};

const scoredBy = ({ scoredBy: scorer, source }: Strength): Assumption =>
  workedOut('strength-scored-by', scorer, at(source, 'by'));

/** The cuts, with the line that declares them where the workspace does. */
const cutAssumptions = (scope: Scope): Assumption[] => {
  const { scoring } = scope.workspace.program;
  const cuts = scope.of(kaism)?.cuts;
  if (scoring === undefined || cuts === undefined) return [];
  return (['attractiveness', 'strength'] as const).map(axis =>
    assumption(
      `scoring.kaism.${axis}`,
      cuts[axis],
      scoring.kaism[axis] === undefined ? cuts[axis] : undefined,
      at(scoring.source, 'kaism', axis),
    ),
  );
};
