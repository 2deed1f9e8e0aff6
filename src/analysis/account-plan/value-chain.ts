import type { Coverage } from '../../model/figure.ts';
import { at, type SourceRef } from '../../model/source.ts';
import { type Activity, activities, type ChainLink, type ChainPriority } from '../../model/value-chain.ts';
import type { Account } from '../../model/workspace.ts';
import { converted } from '../amounts.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';
import { holders } from './subjects.ts';
import { type Sum, sumOf } from './worth.ts';

export type LinkState = ChainLink['state'];

/** A link between an activity of ours and one of the customer. */
export interface ValuedLink {
  readonly link: ChainLink;
  /** Worth to the customer a year, in reporting currency. */
  readonly value: Money | undefined;
  readonly source: SourceRef;
}

/** What the customer wants, and the furthest that any link has come that serves it. */
export interface ServedPriority {
  readonly priority: ChainPriority;
  readonly state: LinkState | 'unlinked';
  readonly source: SourceRef;
}

export interface AccountChain {
  readonly customer: Customer;
  /** Links that were not dropped, in the order of our activities, then of the customer's. */
  readonly links: readonly ValuedLink[];
  /** The most important first. */
  readonly priorities: readonly ServedPriority[];
  /** Value a year of what is agreed or in place. */
  readonly value: Sum;
  readonly valueOf: (effect: ChainLink['effect']) => Sum;
  /** Priorities that an agreed or working link serves, of all. */
  readonly served: Coverage;
}

/** Value chains of the accounts that have links or priorities, by id of the account. */
export const accountChains = (scope: Scope): readonly AccountChain[] =>
  holders(scope, hasChain).map(customer => chainOf(scope, customer));

/** The value chain of one account, if it has one. */
export const accountChainsOf = byAccount(
  scope => scope.of(accountChains),
  ({ customer }) => customer.id,
);

const hasChain = ({ valueChain: { links, priorities } }: Account): boolean =>
  links.length > 0 || priorities.length > 0;

const chainOf = (scope: Scope, customer: Customer): AccountChain => {
  const { account } = customer;
  const links = account.valueChain.links
    .map((link, index) => ({
      link,
      value: converted(scope, account, link.value),
      source: at(account.source, 'valueChain', 'links', index),
    }))
    .filter(({ link }) => link.state !== 'dropped')
    .sort((a, b) => place(a.link.ours) - place(b.link.ours) || place(a.link.theirs) - place(b.link.theirs));
  const priorities = account.valueChain.priorities
    .map((priority, index) => ({
      priority,
      state: furthest(links.flatMap(({ link }) => (serves(link, priority) ? [link.state] : []))),
      source: at(account.source, 'valueChain', 'priorities', index),
    }))
    .sort((a, b) => (b.priority.importance ?? 0) - (a.priority.importance ?? 0));
  const firm = links.filter(({ link }) => isFirm(link.state));
  return {
    customer,
    links,
    priorities,
    value: sumOf(firm.map(({ value }) => value)),
    valueOf: effect => sumOf(firm.flatMap(({ link, value }) => (link.effect === effect ? [value] : []))),
    served: { n: priorities.filter(({ state }) => isFirm(state)).length, of: priorities.length },
  };
};

const place = (activity: Activity): number => activities.indexOf(activity);

/** A link serves the priorities that it names or, where it names none, all those of the customer's activity. */
const serves = (link: ChainLink, { id, activity }: ChainPriority): boolean =>
  link.serves.length === 0 ? link.theirs === activity : id !== undefined && link.serves.includes(id);

/** Whether the customer can count on it; an idea is no value yet. */
export const isFirm = (state: ServedPriority['state']): boolean => state === 'agreed' || state === 'in-place';

const progress: readonly ServedPriority['state'][] = ['in-place', 'agreed', 'idea'];
const furthest = (states: readonly LinkState[]): ServedPriority['state'] =>
  progress.find(state => states.some(one => one === state)) ?? 'unlinked';
