import type { Contract, Opportunity } from '../../model/account-activity.ts';
import type { SourceRef } from '../../model/source.ts';
import { asOf } from '../as-of.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { entriesOf } from './entries.ts';
import { isOpen } from './opportunities.ts';
import { type Unit, unitsMeant } from './units.ts';

type Known = 'have' | 'open' | 'lost';
type Trace = { readonly state: Known | 'white'; readonly inputs: readonly SourceRef[] };

/** What contracts and opportunities say about the cells of a matrix. */
export interface Traces {
  at(line: string, unit: Unit): Trace;
  readonly unplaced: readonly SourceRef[];
  readonly records: number;
}

/** What is bought outweighs what is sought, and that what was once refused. */
const precedence: readonly Known[] = ['have', 'open', 'lost'];

export const recordsByCell = (scope: Scope, customer: Customer, units: readonly Unit[]): Traces => {
  const lineOf = new Map(scope.workspace.products.map(({ id, line }) => [id, line]));
  const traces = new Map<string, { readonly state: Known; readonly source: SourceRef }[]>();
  const unplaced: SourceRef[] = [];
  const records = [
    ...entriesOf(customer, 'contracts').map(entry => ({ ...entry, state: contractState(scope, entry.item) })),
    ...entriesOf(customer, 'opportunities').map(entry => ({
      ...entry,
      state: opportunityState(scope, entry.item),
    })),
  ];
  for (const { item, account, state, source } of records) {
    const line = item.product === undefined ? undefined : lineOf.get(item.product);
    const meant = unitsMeant(units, account, item.unit);
    if (line === undefined || meant.length === 0) unplaced.push(source);
    else if (state !== undefined)
      for (const unit of meant) {
        const key = keyOf(line, unit);
        traces.set(key, [...(traces.get(key) ?? []), { state, source }]);
      }
  }
  return {
    at: (line, unit) => strongest(traces.get(keyOf(line, unit)) ?? []),
    unplaced,
    records: records.length,
  };
};

const keyOf = (line: string, { account, id }: Unit): string => [account.id, id ?? '', line].join('\n');

const strongest = (all: readonly { readonly state: Known; readonly source: SourceRef }[]): Trace => {
  const state = precedence.find(one => all.some(trace => trace.state === one));
  if (state === undefined) return { state: 'white', inputs: [] };
  return { state, inputs: all.filter(trace => trace.state === state).map(({ source }) => source) };
};

/** A contract that runs, is signed for later or was renewed is business that we have; one that ended without is not. */
const contractState = (scope: Scope, { end, renewal }: Contract): Known | undefined => {
  if (end >= asOf(scope) || renewal === 'renewed') return 'have';
  if (renewal === 'lost') return 'lost';
  return renewal === 'pending' ? 'open' : undefined;
};

const opportunityState = (scope: Scope, opportunity: Opportunity): Known | undefined => {
  if (isOpen(opportunity, asOf(scope))) return 'open';
  const { stage, closed } = opportunity;
  if (closed === undefined || closed > asOf(scope)) return undefined;
  return stage === 'won' ? 'have' : 'lost';
};
