import type { Action } from '../../model/account-activity.ts';
import type { Figure } from '../../model/figure.ts';
import { figuresOf } from '../make.ts';
import { threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { wilsonInterval } from '../statistics.ts';
import { totalOfActions } from './actions.ts';
import type { Entry } from './entries.ts';
import { dateOfData } from './settings.ts';

/** How actions stand: `<prefix>.open`, `.overdue`, `.carried` and `.in-time`. */
export const actionFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  actions: readonly Entry<Action>[],
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const total = totalOfActions(scope, actions);
  const none = { code: 'no-actions' };
  const assumptions = [dateOfData(scope)];
  const counted = (name: string, some: readonly Entry<Action>[], of: Figure['coverage']): Figure =>
    make(
      `${prefix}.${name}`,
      actions.length === 0 ? none : some.length,
      'count',
      0,
      some.map(({ source }) => source),
      { assumptions, polarity: 'lower', ...(of === undefined ? {} : { coverage: of }) },
    );
  return [
    counted('open', total.open, undefined),
    counted('overdue', total.overdue, { n: total.overdue.length, of: actions.length }),
    counted('carried', total.carried, { n: total.dated, of: total.open.length }),
    inTime(scope, method, prefix, total),
  ];
};

const inTime = (
  scope: Scope,
  method: string,
  prefix: string,
  { due, inTime: kept, judged }: ReturnType<typeof totalOfActions>,
): Figure => {
  const { confidence, smallSample } = scope.workspace.settings.thresholds;
  const interval = wilsonInterval(kept, judged, confidence);
  return figuresOf(method, scope.period)(
    `${prefix}.in-time`,
    judged === 0 ? { code: due.length === 0 ? 'no-actions-due' : 'no-completion-dates' } : kept / judged,
    'share',
    0,
    due.map(({ source }) => source),
    {
      assumptions: [dateOfData(scope), threshold(scope, 'confidence'), threshold(scope, 'smallSample')],
      coverage: { n: judged, of: due.length },
      polarity: 'higher',
      smallSample: judged < smallSample,
      ...(interval === undefined ? {} : { interval }),
    },
  );
};
