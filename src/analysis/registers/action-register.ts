import { compareIds } from '../../model/order.ts';
import type { Column, Row, Series } from '../../model/series.ts';
import type { Customer } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import { carriedQuarters, daysOverdue, isOverdue } from '../relation/actions.ts';
import type { Scope } from '../scope.ts';
import { registerOf } from './register.ts';

const stateOrder = ['overdue', 'in-progress', 'planned', 'done', 'dropped'];

/** What is overdue first, what is done last, the earlier date first. */
const byUrgency = (a: Row, b: Row): number =>
  stateOrder.indexOf(String(a.state)) - stateOrder.indexOf(String(b.state)) ||
  compareIds(String(a.due), String(b.due));

export const actionColumns: readonly Column[] = [
  column.text('title'),
  column.person('owner'),
  column.date('due'),
  column.term('state', 'action'),
  { id: 'since', kind: 'period' },
  column.count('carried'),
  column.days('daysOverdue'),
  column.date('completed'),
];

export const actions = (scope: Scope, customer: Customer): Series =>
  registerOf(customer, 'actions', {
    columns: actionColumns,
    rowOf: ({ item }) => ({
      title: item.title,
      owner: item.owner,
      due: item.due,
      state: isOverdue(scope, item) ? 'overdue' : item.state,
      since: item.since ?? null,
      carried: carriedQuarters(scope, item) ?? null,
      daysOverdue: daysOverdue(scope, item) ?? null,
      completed: item.completed ?? null,
    }),
    order: byUrgency,
  });
