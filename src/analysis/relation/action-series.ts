import { compareIds } from '../../model/order.ts';
import type { Row, Series } from '../../model/series.ts';
import { keyCustomers } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import { actionColumns, actions } from '../registers/action-register.ts';
import { together } from '../registers/together.ts';
import type { Scope } from '../scope.ts';
import { actionsOf, totalOfActions } from './actions.ts';

const byDueDate = (a: Row, b: Row): number =>
  compareIds(String(a.due), String(b.due)) || compareIds(String(a.account), String(b.account));

export const portfolioActions = (scope: Scope): Series =>
  together(scope, 'portfolio.actions', actionColumns, actions, byDueDate);

/** `portfolio.actions.owners`: the actions of the key accounts by who has to do them, the most overdue first. */
export const actionsByOwner = (scope: Scope): Series => {
  const all = actionsOf(keyCustomers(scope));
  const owners = [...new Set(all.map(({ item }) => item.owner))].sort(compareIds);
  const rows = owners
    .map(owner => {
      const own = all.filter(({ item }) => item.owner === owner);
      return { owner, own, total: totalOfActions(scope, own) };
    })
    .sort(
      (a, b) => b.total.overdue.length - a.total.overdue.length || b.total.open.length - a.total.open.length,
    );
  return {
    id: 'portfolio.actions.owners',
    columns: [
      { id: 'owner', kind: 'person' },
      column.count('actions'),
      column.count('openActions'),
      column.count('overdueActions'),
      column.count('carriedActions'),
      column.measure('inTime', 'share', 0),
      column.count('n'),
      column.count('of'),
    ],
    rows: rows.map(({ owner, own, total }) => ({
      owner,
      actions: own.length,
      openActions: total.open.length,
      overdueActions: total.overdue.length,
      carriedActions: total.carried.length,
      inTime: total.judged === 0 ? null : total.inTime / total.judged,
      n: total.judged,
      of: total.due.length,
    })),
    rowInputs: rows.map(({ own }) => own.map(({ source }) => source)),
    inputs: all.map(({ source }) => source),
  };
};
