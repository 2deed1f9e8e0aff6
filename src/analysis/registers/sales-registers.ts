import { compareIds } from '../../model/order.ts';
import { daysBetween } from '../../model/period.ts';
import type { Series } from '../../model/series.ts';
import { converted } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import { openOpportunities } from '../relation/opportunities.ts';
import { renewalState } from '../relation/renewals.ts';
import type { Scope } from '../scope.ts';
import { productName, registerOf } from './register.ts';

/** The open pipeline: what is sought and not yet decided at the date of the data. */
export const opportunities = (scope: Scope, customer: Customer): Series => {
  const open = new Map(
    scope
      .of(openOpportunities)
      .get(customer.id)
      ?.map(one => [one.item, one]),
  );
  return registerOf(customer, 'opportunities', {
    columns: [
      column.text('opportunity'),
      column.text('product'),
      column.term('kind', 'opportunity'),
      column.term('stage', 'opportunity-stage'),
      column.amount(scope, 'value'),
      column.wholeShare('probability'),
      column.amount(scope, 'weighted'),
      column.date('opened'),
      column.days('age'),
      column.term('decision', 'decision-due'),
    ],
    rowOf: ({ item }) => {
      const found = open.get(item);
      if (found === undefined) return undefined;
      return {
        opportunity: item.name ?? item.id ?? productName(scope, item.product),
        product: productName(scope, item.product),
        kind: item.kind,
        stage: item.stage,
        value: column.moneyCell(found.value),
        probability: item.probability ?? null,
        weighted: column.moneyCell(found.weighted),
        opened: item.opened ?? null,
        age: found.age ?? null,
        decision: found.overdue === undefined ? null : found.overdue ? 'overdue' : 'in-time',
      };
    },
  });
};

/** The contracts of a customer, what ends first on top. */
export const contracts = (scope: Scope, customer: Customer): Series =>
  registerOf(customer, 'contracts', {
    columns: [
      column.text('contract'),
      column.text('product'),
      column.date('start'),
      column.date('end'),
      column.amount(scope, 'value'),
      column.days('daysLeft'),
      column.term('renewal', 'renewal'),
    ],
    rowOf: ({ item, account }) => ({
      contract: item.id,
      product: productName(scope, item.product),
      start: item.start,
      end: item.end,
      value: column.moneyCell(converted(scope, account, item.value)),
      daysLeft: daysBetween(asOf(scope), item.end),
      renewal: renewalState(scope, account, item),
    }),
    order: (a, b) => compareIds(String(a.end), String(b.end)),
  });

/** What the customer needs, how we know and how we answer it. */
export const needs = (scope: Scope, customer: Customer): Series =>
  registerOf(customer, 'needs', {
    columns: [
      column.text('need'),
      column.text('evidence'),
      column.text('needAnswer'),
      column.text('product'),
      column.term('state', 'need'),
      column.date('due'),
    ],
    rowOf: ({ item }) => ({
      need: item.text,
      evidence: item.evidence ?? null,
      needAnswer: item.answer ?? null,
      product: productName(scope, item.product),
      state: item.state,
      due: item.due ?? null,
    }),
  });
