import { daysOf, type PeriodId, periodOfDate } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import type { Scope } from '../scope.ts';

/** What can happen to an account between two periods. */
export const eventKinds = ['new', 'lost', 'designated', 'released', 're-rated'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface AccountEvent {
  readonly kind: EventKind;
  readonly customer: Customer;
  readonly period: PeriodId;
  /** Where one is recorded. */
  readonly date?: string;
  /** Names of the criteria that were rated anew. */
  readonly criteria: readonly LocalizedText[];
  readonly sources: readonly SourceRef[];
}

/** Customers that came or left, key status given or taken, accounts rated anew: after `before` and up to `after`, by kind, then id. */
export const eventsBetween = (before: Scope, after: Scope): readonly AccountEvent[] =>
  eventKinds.flatMap(kind =>
    after.of(customers).flatMap(customer => finders[kind](customer, [before, after])),
  );

const isWithin = (date: string, before: Scope, after: Scope): boolean => {
  const start = after.workspace.settings.fiscalYearStart;
  return date > daysOf(before.period, start).last && date <= daysOf(after.period, start).last;
};

const dated = (
  kind: EventKind,
  customer: Customer,
  date: string | undefined,
  place: string,
  [before, after]: Span,
): readonly AccountEvent[] => {
  if (date === undefined || !isWithin(date, before, after)) return [];
  const period = periodOfDate(date, after.workspace.settings.fiscalYearStart);
  return [{ kind, customer, period, date, criteria: [], sources: [at(customer.account.source, place)] }];
};

const keyEvent = (kind: EventKind, customer: Customer, period: PeriodId): readonly AccountEvent[] => [
  { kind, customer, period, criteria: [], sources: [at(customer.account.source, 'key')] },
];

type Span = readonly [before: Scope, after: Scope];
type Finder = (customer: Customer, span: Span) => readonly AccountEvent[];

const finders: Readonly<Record<EventKind, Finder>> = {
  new: (customer, span) => dated('new', customer, customer.account.since, 'since', span),
  lost: (customer, span) => dated('lost', customer, customer.account.lost?.date, 'lost', span),
  designated: (customer, [before, after]) =>
    isKey(after, customer) && !isKey(before, customer)
      ? keyEvent('designated', customer, keySince(customer, after))
      : [],
  released: (customer, [before, after]) =>
    isKey(before, customer) && !isKey(after, customer) ? keyEvent('released', customer, after.period) : [],
  're-rated': (customer, span) => reRated(customer, span),
};

const keySince = ({ account }: Customer, after: Scope): PeriodId =>
  account.key.find(({ from, to }) => from <= after.period && (to === undefined || after.period <= to))
    ?.from ?? after.period;

const reRated = (customer: Customer, [before, after]: Span): readonly AccountEvent[] => {
  const { ratings, source } = customer.account;
  const quarters = Object.keys(ratings)
    .filter(quarter => quarter > before.period && quarter <= after.period)
    .sort();
  const last = quarters.at(-1);
  if (last === undefined) return [];
  const rated = new Set(quarters.flatMap(quarter => Object.keys(ratings[quarter] ?? {})));
  const named = (after.workspace.program.scoring?.criteria ?? []).filter(({ id }) => rated.has(id));
  return [
    {
      kind: 're-rated',
      customer,
      period: last,
      criteria: named.map(({ name, shortName }) => shortName ?? name),
      sources: quarters.map(quarter => at(source, 'ratings', quarter)),
    },
  ];
};
