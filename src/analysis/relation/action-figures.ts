import type { Action } from '../../model/account-activity.ts';
import type { Figure, FigureInput } from '../../model/figure.ts';
import { sumOf } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { type Customer, customerOf, isKey, keyCustomers } from '../customers.ts';
import type { Stated } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { wilsonInterval } from '../statistics.ts';
import { countOfThese, shareOfThese } from '../terms.ts';
import { actionsOf, type Punctuality, punctualityOf, totalOfActions } from './actions.ts';
import type { Entry } from './entries.ts';
import { dateOfData } from './settings.ts';

type Total = ReturnType<typeof totalOfActions>;

/** Whether the actions of a customer are counted: key accounts, and whoever has any. */
const isActing = (scope: Scope, customer: Customer): boolean =>
  isKey(scope, customer) || customer.members.some(one => one.actions.length > 0);

/** How the actions of an account stand: `account.<id>.actions.open`, `.overdue`, `.carried` and `.in-time`. */
export const accountActionFigures = (scope: Scope, method: string, id: string): Figure[] => {
  const customer = customerOf(scope, id);
  if (customer === undefined || !isActing(scope, customer)) return [];
  const total = totalOfActions(scope, actionsOf([customer]));
  const where = [at(customer.account.source, 'actions')];
  const counted = (some: readonly Entry<Action>[]): Stated =>
    countOfThese(
      some.map(({ source }) => source),
      where,
    );
  const from = {
    open: counted(total.open),
    overdue: counted(total.overdue),
    carried: counted(total.carried),
  };
  return figuresFrom(scope, method, `account.${id}.actions`, total, from, where);
};

/** The actions of the key accounts, as the register lists them: the sums of those of the accounts. */
export const portfolioActionFigures = (scope: Scope, method: string): Figure[] => {
  const acting = keyCustomers(scope);
  const total = totalOfActions(scope, actionsOf(acting));
  const summed = (name: string): Stated => ({
    inputs: acting.map(({ id }) => `account.${id}.actions.${name}`),
    formula: sumOf(),
  });
  const from = { open: summed('open'), overdue: summed('overdue'), carried: summed('carried') };
  return figuresFrom(scope, method, 'portfolio.actions', total, from, []);
};

const figuresFrom = (
  scope: Scope,
  method: string,
  prefix: string,
  total: Total,
  from: Readonly<Record<'open' | 'overdue' | 'carried', Stated>>,
  where: readonly FigureInput[],
): Figure[] => {
  const { all, open, overdue, carried, dated } = total;
  const counted = (name: keyof typeof from, value: number, of: Figure['coverage']): Figure =>
    figuresOf(method, scope.period)(
      `${prefix}.${name}`,
      all.length === 0 ? { code: 'no-actions' } : value,
      'count',
      0,
      from[name].inputs,
      {
        assumptions: [dateOfData(scope)],
        polarity: 'lower',
        formula: from[name].formula,
        ...(of === undefined ? {} : { coverage: of }),
      },
    );
  return [
    counted('open', open.length, undefined),
    counted('overdue', overdue.length, { n: overdue.length, of: all.length }),
    counted('carried', carried.length, { n: dated, of: open.length }),
    inTime(scope, method, prefix, total, where),
  ];
};

/** From those done in time, then those done late, then those of which nobody noted the day. */
const inTime = (
  scope: Scope,
  method: string,
  prefix: string,
  { due, inTime: kept, judged }: Total,
  where: readonly FigureInput[],
): Figure => {
  const { confidence, smallSample } = scope.workspace.settings.thresholds;
  const interval = wilsonInterval(kept, judged, confidence);
  const of = (wanted: Punctuality): FigureInput[] =>
    due.flatMap(({ item, source }) => (punctualityOf(item) === wanted ? [source] : []));
  const { inputs, formula } = shareOfThese(of('in-time'), of('late'));
  return figuresOf(method, scope.period)(
    `${prefix}.in-time`,
    judged === 0 ? { code: due.length === 0 ? 'no-actions-due' : 'no-completion-dates' } : kept / judged,
    'share',
    0,
    due.length === 0 ? where : [...inputs, ...of('unknown')],
    {
      assumptions: [dateOfData(scope), threshold(scope, 'confidence'), threshold(scope, 'smallSample')],
      coverage: { n: judged, of: due.length },
      polarity: 'higher',
      smallSample: judged < smallSample,
      formula,
      ...(interval === undefined ? {} : { interval }),
    },
  );
};
