import type { Coverage } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import {
  type Crossing,
  crossings,
  type SwotItem,
  type SwotKind,
  type SwotStrategy,
  swotKinds,
} from '../../model/swot.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Account } from '../../model/workspace.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import { isOverdue } from '../relation/actions.ts';
import type { Scope } from '../scope.ts';
import { holders } from './subjects.ts';

type Action = Account['actions'][number];

/** An action that the plan refers to, as it stands at the date of the data. */
export interface LinkedAction {
  readonly title: LocalizedText;
  readonly state: Action['state'] | 'overdue';
}

export interface LinkedItem {
  readonly item: SwotItem;
  readonly action: LinkedAction | undefined;
  readonly source: SourceRef;
}

export interface LinkedStrategy {
  readonly strategy: SwotStrategy;
  /** The items that it crosses. */
  readonly items: readonly SwotItem[];
  readonly action: LinkedAction | undefined;
  readonly source: SourceRef;
}

export interface AccountSwot {
  readonly customer: Customer;
  /** By kind, the heaviest first. */
  readonly items: readonly LinkedItem[];
  /** By crossing. */
  readonly strategies: readonly LinkedStrategy[];
  readonly evidenced: Coverage;
  readonly linked: Coverage;
  /** Kinds with an item and crossings with a strategy, of all eight. */
  readonly complete: Coverage;
  /** Codes of what is not there: kinds, then crossings. */
  readonly missing: readonly (SwotKind | Crossing)[];
}

/** The SWOT of each account that has one, by id of the account. */
export const accountSwots = (scope: Scope): readonly AccountSwot[] =>
  holders(scope, hasSwot).map(customer => swotOf(scope, customer));

/** The SWOT of one account, if it has one. */
export const accountSwotsOf = byAccount(
  scope => scope.of(accountSwots),
  ({ customer }) => customer.id,
);

const hasSwot = ({ swot }: Account): boolean => swot.items.length > 0 || swot.strategies.length > 0;

const swotOf = (scope: Scope, customer: Customer): AccountSwot => {
  const { account } = customer;
  const items = account.swot.items
    .map((item, index) => ({
      item,
      action: actionOf(scope, account, item.action),
      source: at(account.source, 'swot', 'items', index),
    }))
    .sort((a, b) => kindPlace(a) - kindPlace(b) || (b.item.impact ?? 0) - (a.item.impact ?? 0));
  const strategies = account.swot.strategies
    .map((strategy, index) => ({
      strategy,
      items: strategy.uses.flatMap(used => account.swot.items.find(({ id }) => id === used) ?? []),
      action: actionOf(scope, account, strategy.action),
      source: at(account.source, 'swot', 'strategies', index),
    }))
    .sort((a, b) => crossings.indexOf(a.strategy.cross) - crossings.indexOf(b.strategy.cross));
  const missing = [
    ...swotKinds.filter(kind => items.every(({ item }) => item.kind !== kind)),
    ...crossings.filter(cross => strategies.every(({ strategy }) => strategy.cross !== cross)),
  ];
  const parts = swotKinds.length + crossings.length;
  return {
    customer,
    items,
    strategies,
    evidenced: { n: items.filter(({ item }) => item.evidence !== undefined).length, of: items.length },
    linked: { n: items.filter(({ action }) => action !== undefined).length, of: items.length },
    complete: { n: parts - missing.length, of: parts },
    missing,
  };
};

const kindPlace = ({ item }: LinkedItem): number => swotKinds.indexOf(item.kind);

/** An action is referred to by its id or by its title, in any language. */
export const isCalled = ({ id, title }: Action, name: string): boolean =>
  id === name || (typeof title === 'string' ? title === name : Object.values(title).includes(name));

const actionOf = (scope: Scope, { actions }: Account, name: string | undefined): LinkedAction | undefined => {
  const action = name === undefined ? undefined : actions.find(one => isCalled(one, name));
  return action && { title: action.title, state: isOverdue(scope, action) ? 'overdue' : action.state };
};
