import type { Assumption, Figure, FigureInput } from '../../model/figure.ts';
import { countOf } from '../../model/formula.ts';
import type { SourceRef } from '../../model/source.ts';
import { numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Scope } from '../scope.ts';
import { without } from '../statistics/uncertainty.ts';
import { renewalPlaces } from './contract-lines.ts';
import { purchaseModel, renewalModel } from './fits.ts';
import { customerOrders } from './order-records.ts';
import { lifetimeAssumption } from './settings.ts';

/** Names of the parameters, in the order in which the literature writes them. */
export const renewalParameters = ['alpha', 'beta'] as const;
export const purchaseParameters = ['r', 'alpha', 'a', 'b'] as const;

/** What was fitted: parameters, log-likelihood, and on how many. Without contracts or orders there is nothing to say. */
export const fitFigures = (scope: Scope, method: string): Figure[] => [
  ...renewalFigures(scope, method),
  ...purchaseFigures(scope, method),
];

const renewalFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const model = scope.of(renewalModel);
  const { fit, unavailable, decisions, losses } = model;
  const inputs = (): readonly SourceRef[] => renewalPlaces(scope);
  const id = (name: string): string => `portfolio.lifetime.contracts.${name}`;
  const assumptions = [lifetimeAssumption(scope, 'minimum.renewals')];
  const rest = { assumptions, ...smallSample(scope, decisions) };
  return [
    make(id('decisions'), decisions, 'count', 0, inputs, {
      assumptions: [lifetimeAssumption(scope, 'contractGap')],
      formula: countOf(),
    }),
    make(id('losses'), losses, 'count', 0, inputs, { polarity: 'lower', formula: numberOfFirst(losses) }),
    ...renewalParameters.map(name =>
      make(id(name), fit?.[name] ?? unavailable, 'index', 3, [id('decisions')], rest),
    ),
    make(id('log-likelihood'), fit?.logLikelihood ?? unavailable, 'index', 1, [id('decisions')], rest),
  ];
};

const purchaseFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const { fit, unavailable, customers, repeating } = scope.of(purchaseModel);
  const id = (name: string): string => `portfolio.lifetime.orders.${name}`;
  const inputs = (): readonly FigureInput[] =>
    [...scope.of(customerOrders).keys()].map(customer => `account.${customer}.lifetime.orders`);
  const assumptions: readonly Assumption[] = [lifetimeAssumption(scope, 'minimum.customers')];
  const rest = { assumptions, ...smallSample(scope, repeating) };
  return [
    make(id('customers'), customers, 'count', 0, inputs, {
      coverage: { n: repeating, of: customers },
      formula: countOf(),
    }),
    ...purchaseParameters.map(name =>
      make(id(name), fit?.[name] ?? unavailable, 'index', 3, [id('customers')], rest),
    ),
    make(id('log-likelihood'), fit?.logLikelihood ?? unavailable, 'index', 1, [id('customers')], rest),
  ];
};

const smallSample = (scope: Scope, n: number): Pick<Figure, 'smallSample' | 'noInterval'> =>
  n < scope.workspace.settings.thresholds.smallSample
    ? { smallSample: true, ...without('fitted-parameter') }
    : {};
