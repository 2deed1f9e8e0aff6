import { decimalsOf } from '../../model/decimals.ts';
import type { Series } from '../../model/series.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { contactName, registerOf } from './register.ts';

export const contacts = (_: Scope, customer: Customer): Series =>
  registerOf(customer, 'contacts', {
    columns: [
      column.text('name'),
      { id: 'position', kind: 'word' },
      column.term('role', 'role'),
      column.count('influence'),
      column.measure('attitude', 'count', 0, true),
      column.person('counterpart'),
      column.date('lastContact'),
      column.date('leftOn'),
    ],
    rowOf: ({ item }) => ({
      name: item.name,
      position: item.title ?? null,
      role: item.role ?? null,
      influence: item.influence ?? null,
      attitude: item.attitude ?? null,
      counterpart: item.counterpart ?? null,
      lastContact: item.lastContact ?? null,
      leftOn: item.left ?? null,
    }),
  });

/** Goals of the customer; an open one whose day has come is overdue: nobody has said what became of it. */
export const goals = (scope: Scope, customer: Customer): Series =>
  registerOf(customer, 'goals', {
    columns: [
      column.text('goal'),
      column.term('kind', 'goal-kind'),
      column.text('metric'),
      column.measure('goalTarget', 'index', 3),
      column.measure('goalActual', 'index', 3),
      column.count('precision'),
      column.date('due'),
      column.term('state', 'goal'),
      column.text('agreedWith'),
      column.text('evidence'),
    ],
    rowOf: ({ item, account }) => ({
      goal: item.text,
      kind: item.kind,
      metric: item.metric ?? null,
      goalTarget: item.target ?? null,
      goalActual: item.actual ?? null,
      precision: Math.min(6, Math.max(decimalsOf(item.target ?? 0), decimalsOf(item.actual ?? 0))),
      due: item.due,
      state: item.state === 'open' && item.due <= asOf(scope) ? 'overdue' : item.state,
      agreedWith: contactName(account, item.agreedWith),
      evidence: item.evidence ?? null,
    }),
  });
