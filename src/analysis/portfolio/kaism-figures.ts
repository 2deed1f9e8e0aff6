import type { Assumption, Figure, Unavailable } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { assumption } from './assumptions.ts';
import { type KaismRow, kaism, quadrants, type Strength } from './kaism.ts';
import { possible, scoreOrReason } from './points-figures.ts';

/** Both axes and the quadrant of every account, and how many accounts could be placed. */
export const kaismFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const found = scope.of(kaism);
  if (found === undefined) return [make('portfolio.kaism.placed', { code: 'no-scoring' }, 'count', 0, [])];
  const placed = found.rows.filter(row => row.quadrant !== undefined);
  const assumptions = cutAssumptions(scope);
  return [
    ...found.rows.flatMap(row => accountFigures(scope, method, row, assumptions)),
    make('portfolio.kaism.placed', placed.length, 'count', 0, quadrantIds(placed), {
      assumptions,
      coverage: { n: placed.length, of: found.rows.length },
    }),
    ...quadrants.map(quadrant => {
      const inside = placed.filter(row => row.quadrant === quadrant);
      return make(`portfolio.kaism.${quadrant}.count`, inside.length, 'count', 0, quadrantIds(inside), {
        assumptions,
        coverage: { n: placed.length, of: found.rows.length },
      });
    }),
  ];
};

const quadrantIds = (rows: readonly KaismRow[]): string[] =>
  rows.map(({ customer }) => `account.${customer.id}.kaism.quadrant`);

const accountFigures = (
  scope: Scope,
  method: string,
  { customer, attractiveness, strength, items, quadrant, distance }: KaismRow,
  assumptions: readonly Assumption[],
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const id = (name: string): string => `account.${customer.id}.kaism.${name}`;
  const axes = [id('attractiveness'), id('strength')];
  const attractivenessOrReason = scoreOrReason(attractiveness);
  const strengthReason: Unavailable = {
    code: strength === undefined ? 'no-strength-assessment' : 'no-strength-weights',
  };
  const reason = typeof attractivenessOrReason === 'number' ? strengthReason : attractivenessOrReason;
  return [
    make(
      id('attractiveness'),
      attractivenessOrReason,
      'score',
      1,
      items.map(item => `account.${customer.id}.score.criterion.${item.criterion.id}`),
      { coverage: attractiveness.coverage, ...possible(attractiveness) },
    ),
    make(
      id('strength'),
      strength?.value ?? strengthReason,
      'score',
      1,
      [strength?.source ?? at(customer.account.source, 'strength')],
      strength === undefined ? {} : { assumptions: [scoredBy(strength)] },
    ),
    make(id('quadrant'), quadrant ?? reason, 'term', 0, axes, { assumptions }),
    make(id('distance'), distance ?? reason, 'score', 1, axes, { assumptions }),
  ];
};

const scoredBy = ({ scoredBy: value, source }: Strength): Assumption => ({
  name: 'kaism.scored-by',
  value,
  source: at(source, 'by'),
});

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
