import type { Figure, Unavailable } from '../../model/figure.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import type { Pipeline } from './opportunities.ts';
import { dateOfData, declared } from './settings.ts';

/** What a pipeline comes to: `<prefix>.count`, `.value`, `.weighted` and `.overdue`. */
export const pipelineFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  pipeline: Pipeline,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const money = moneyUnit(scope);
  const { count, value, valued, weighted, weightable, overdue, dated, inputs } = pipeline;
  const none: Unavailable = { code: 'no-open-opportunities' };
  const assumptions = [dateOfData(scope)];
  return [
    make(`${prefix}.count`, count, 'count', 0, inputs, { assumptions }),
    make(
      `${prefix}.value`,
      value?.toNumber() ?? (count === 0 ? none : { code: 'no-opportunity-values' }),
      money,
      0,
      inputs,
      { assumptions, coverage: valued },
    ),
    make(
      `${prefix}.weighted`,
      weighted?.toNumber() ?? (count === 0 ? none : { code: 'no-opportunity-probabilities' }),
      money,
      0,
      inputs,
      { assumptions, coverage: weightable },
    ),
    make(
      `${prefix}.overdue`,
      count > 0 && dated.n === 0 ? { code: 'no-opportunity-dates' } : overdue,
      'count',
      0,
      inputs,
      {
        assumptions: [...assumptions, declared(scope, 'staleOpportunity')],
        coverage: dated,
        polarity: 'lower',
      },
    ),
  ];
};
