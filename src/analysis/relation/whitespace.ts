import { compareIds } from '../../model/order.ts';
import type { SourceRef } from '../../model/source.ts';
import { at } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import { converted } from '../amounts.ts';
import { byAccount } from '../by-account.ts';

import { type Customer, customers, keyCustomers } from '../customers.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { entriesOf } from './entries.ts';
import { type Unit, unitsMeant, unitsOf } from './units.ts';
import { recordsByCell, type Traces } from './whitespace-records.ts';

/** `white`: applicable, and nobody has offered it yet. */
export type CellState = 'have' | 'open' | 'lost' | 'white' | 'not-applicable';

/** One product line in one business unit. */
export interface WhitespaceCell {
  readonly line: string;
  readonly unit: Unit;
  readonly state: CellState;
  readonly origin: 'declared' | 'derived';
  /** What contracts and opportunities say, where it differs from what was declared. */
  readonly contradicted?: CellState;
  /** Revenue a year that could come and does not yet, in reporting currency. */
  readonly potential?: Money;
  readonly evidence?: LocalizedText;
  /** Where somebody wrote down what is known about the cell; absent where nobody did. */
  readonly declaredAt?: SourceRef;
  readonly inputs: readonly SourceRef[];
}

export interface Whitespace {
  readonly customer: Customer;
  readonly units: readonly Unit[];
  readonly lines: readonly string[];
  /** Line by line, the units of each in their order. */
  readonly cells: readonly WhitespaceCell[];
  /** Contracts and opportunities whose cell is not known: no unit where there are several, or no product line. */
  readonly unplaced: readonly SourceRef[];
  /** Contracts and opportunities that were looked at. */
  readonly records: number;
}

/** Matrices of the key accounts and of everyone who declares business units or whitespace; none without product lines. */
export const whitespaces = (scope: Scope): readonly Whitespace[] => {
  const lines = scope.of(productLines);
  if (lines.length === 0) return [];
  const declaring = new Set(
    scope.workspace.accounts
      .filter(({ units, whitespace }) => units.length + whitespace.length > 0)
      .map(({ id }) => id),
  );
  const keys = new Set(keyCustomers(scope).map(({ id }) => id));
  return scope
    .of(customers)
    .filter(({ id, members }) => keys.has(id) || members.some(member => declaring.has(member.id)))
    .map(customer => whitespaceOf(scope, customer, lines));
};

/** The matrix of one account, if it has one. */
export const whitespacesOf = byAccount(
  scope => scope.of(whitespaces),
  ({ customer }) => customer.id,
);

/** Product lines of the price list, by code point. */
export const productLines = (scope: Scope): readonly string[] =>
  [...new Set(scope.workspace.products.flatMap(({ line }) => line ?? []))].sort(compareIds);

const whitespaceOf = (scope: Scope, customer: Customer, lines: readonly string[]): Whitespace => {
  const units = unitsOf(customer);
  const traces = recordsByCell(scope, customer, units);
  const cells = lines.flatMap(line =>
    units.map(unit => cellOf(scope, { customer, units, unit, line, traces })),
  );
  return { customer, units, lines, cells, unplaced: traces.unplaced, records: traces.records };
};

interface Place {
  readonly customer: Customer;
  readonly units: readonly Unit[];
  readonly unit: Unit;
  readonly line: string;
  readonly traces: Traces;
}

const cellOf = (scope: Scope, { customer, units, unit, line, traces }: Place): WhitespaceCell => {
  const derived = traces.at(line, unit);
  const entry = entriesOf(customer, 'whitespace').find(
    ({ account, item }) =>
      item.line === line &&
      account === unit.account &&
      (item.unit === undefined || unitsMeant(units, account, item.unit).includes(unit)),
  );
  const state = entry?.item.state ?? derived.state;
  const potential = entry && converted(scope, entry.account, entry.item.potential);
  const differs = entry?.item.state !== undefined && derived.state !== 'white' && derived.state !== state;
  const inputs = [...(entry === undefined ? [] : [entry.source]), ...derived.inputs];
  return {
    line,
    unit,
    state,
    origin: entry?.item.state === undefined ? 'derived' : 'declared',
    ...(differs ? { contradicted: derived.state } : {}),
    ...(potential === undefined ? {} : { potential }),
    ...(entry?.item.evidence === undefined ? {} : { evidence: entry.item.evidence }),
    ...(entry === undefined ? {} : { declaredAt: entry.source }),
    // An empty cell rests on the list of opportunities, in which it does not appear.
    inputs: inputs.length > 0 ? inputs : [at(unit.account.source, 'opportunities')],
  };
};
