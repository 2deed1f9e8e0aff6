import type { Figure, FigureInput, Unavailable } from '../../model/figure.ts';
import { constant, type Formula, sumOf } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { countedFirst, numberOfFirst, type Stated } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { rateSource, sumOfTerms } from '../terms.ts';
import type { Pipeline } from './opportunities.ts';
import { dateOfData, declared } from './settings.ts';

type From = Readonly<Record<'count' | 'value' | 'weighted' | 'overdue', Stated>>;

/**
 * What a pipeline comes to: `<prefix>.count`, `.value`, `.weighted` and `.overdue`.
 * @param where the places in which opportunities would stand, for a pipeline without any
 */
export const pipelineFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  pipeline: Pipeline,
  where: readonly FigureInput[],
): Figure[] => figuresFrom(scope, method, prefix, pipeline, fromOpportunities(scope, pipeline, where));

/** `portfolio.pipeline.*`: the sums of those of the accounts. */
export const portfolioPipelineFigures = (
  scope: Scope,
  method: string,
  pipeline: Pipeline,
  accounts: readonly string[],
): Figure[] => {
  const summed = (name: string): Stated =>
    withInputs(() => accounts.map(id => `account.${id}.pipeline.${name}`), {
      formula: accounts.length === 0 ? constant(0) : sumOf(),
    });
  const from = {
    count: summed('count'),
    value: summed('value'),
    weighted: summed('weighted'),
    overdue: summed('overdue'),
  };
  return figuresFrom(scope, method, 'portfolio.pipeline', pipeline, from);
};

const fromOpportunities = (
  scope: Scope,
  { opportunities, count, overdue }: Pipeline,
  where: readonly FigureInput[],
): From => {
  const orWhere = (inputs: () => readonly FigureInput[], formula: Formula): Stated =>
    withInputs(() => (opportunities.length === 0 ? where : inputs()), { formula });
  const terms = (...factors: readonly string[]): Stated =>
    sumOfTerms(
      opportunities.map(({ source, account }) => [
        ...factors.map(factor => at(source, factor)),
        ...rateSource(scope, account),
      ]),
    );
  const sum = (...factors: readonly string[]): Stated =>
    orWhere(() => terms(...factors).inputs, terms(...factors).formula);
  return {
    count: orWhere(() => opportunities.map(({ source }) => source), numberOfFirst(count)),
    value: sum('value'),
    weighted: sum('value', 'probability'),
    overdue: orWhere(
      () =>
        countedFirst(opportunities, one => one.overdue === true).map(({ source }) => at(source, 'opened')),
      numberOfFirst(overdue),
    ),
  };
};

const figuresFrom = (
  scope: Scope,
  method: string,
  prefix: string,
  pipeline: Pipeline,
  from: From,
): Figure[] => {
  const { count, value, valued, weighted, weightable, overdue, dated } = pipeline;
  const none: Unavailable = { code: 'no-open-opportunities' };
  const money = moneyUnit(scope);
  const assumptions = [dateOfData(scope)];
  const figure = (
    name: keyof From,
    found: number | Unavailable,
    unit: Figure['unit'],
    rest: Pick<Figure, 'assumptions' | 'coverage' | 'polarity'>,
  ): Figure =>
    figuresOf(method, scope.period)(`${prefix}.${name}`, found, unit, 0, () => from[name].inputs, {
      assumptions,
      formula: from[name].formula,
      ...rest,
    });
  return [
    figure('count', count, 'count', {}),
    figure('value', value?.toNumber() ?? (count === 0 ? none : { code: 'no-opportunity-values' }), money, {
      coverage: valued,
    }),
    figure(
      'weighted',
      weighted?.toNumber() ?? (count === 0 ? none : { code: 'no-opportunity-probabilities' }),
      money,
      { coverage: weightable },
    ),
    figure('overdue', count > 0 && dated.n === 0 ? { code: 'no-opportunity-dates' } : overdue, 'count', {
      assumptions: [...assumptions, declared(scope, 'staleOpportunity')],
      coverage: dated,
      polarity: 'lower',
    }),
  ];
};
