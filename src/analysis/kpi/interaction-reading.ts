import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Row, Series } from '../../model/series.ts';
import { byAccount } from '../by-account.ts';
import { type Customer, keyCustomers } from '../customers.ts';
import { figuresOf } from '../make.ts';
import * as column from '../portfolio/columns.ts';
import { accounts, count, finding } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import {
  complaints,
  inboundContacts,
  medianResolution,
  openRequests,
  outboundContacts,
} from './interaction.ts';
import { longestGap } from './longest-gap.ts';
import { targetOf } from './scorecard.ts';

/** How the contacts of a customer read: asking often and being answered fast is good, complaining is not (domain 4.5). */
export type InteractionReading = 'healthy' | 'complaining' | 'slow' | 'quiet';

interface Read {
  readonly customer: Customer;
  readonly reading?: InteractionReading;
}

/** @param limit days within which an answer is fast: the target of the KPI */
export const readingOf = (
  {
    inbound,
    complaints: complained,
    median,
    open,
  }: {
    readonly inbound: number | undefined;
    readonly complaints: number | undefined;
    readonly median: number | undefined;
    readonly open: number | undefined;
  },
  limit: number,
): InteractionReading | undefined => {
  if (inbound === undefined) return undefined;
  if ((complained ?? 0) > 0) return 'complaining';
  if (inbound === 0) return 'quiet';
  if (median === undefined) return (open ?? 0) > 0 ? 'slow' : 'healthy';
  return median <= limit ? 'healthy' : 'slow';
};

const readings = (scope: Scope): readonly Read[] => {
  const limit = targetOf(scope, 'interaction')?.value;
  return keyCustomers(scope).map(customer => {
    const of = [customer];
    const reading =
      limit === undefined
        ? undefined
        : readingOf(
            {
              inbound: inboundContacts(scope, of).value,
              complaints: complaints(scope, of).value,
              median: medianResolution(scope, of).value,
              open: openRequests(scope, of).value,
            },
            limit,
          );
    return { customer, ...(reading === undefined ? {} : { reading }) };
  });
};

const prefixOf = ({ id }: Customer): string => `account.${id}.kpi.interaction`;

const readingsOf = byAccount(
  scope => scope.of(readings),
  ({ customer }) => customer.id,
);

/** How the contacts of one key account read. */
export const readingFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const target = targetOf(scope, 'interaction');
  return readingsOf(scope, account).map(({ customer, reading }) => ({
    ...figuresOf(method, scope.period)(
      `${prefixOf(customer)}.reading`,
      reading ?? { code: target === undefined ? 'no-target' : 'no-contacts-logged' },
      'term',
      0,
      [
        ...['inbound', 'complaints', 'median', 'open'].map(name => `${prefixOf(customer)}.${name}`),
        ...(target === undefined ? [] : ['kpi.interaction.target']),
      ],
    ),
    vocabulary: 'interaction-reading',
  }));
};

/** `kpi.interaction`: the contacts of each key account in the quarter, and how they read. */
export const interactionSeries = (scope: Scope): Series => {
  const measures = {
    inbound: inboundContacts,
    outbound: outboundContacts,
    complaints,
    open: openRequests,
    median: medianResolution,
    'longest-gap': longestGap,
  } as const;
  const names = Object.keys(measures) as (keyof typeof measures)[];
  const titles = { 'longest-gap': 'longestGap', open: 'unresolved', median: 'medianDays' } as const;
  const idOf = (name: keyof typeof measures): string =>
    name in titles ? titles[name as keyof typeof titles] : name;
  return {
    id: 'kpi.interaction',
    columns: [
      column.account,
      ...names.map(name =>
        column.shows(
          name === 'median' ? column.measure(idOf(name), 'days', 1) : column.count(idOf(name)),
          `account.{account}.kpi.interaction.${name}`,
        ),
      ),
      column.shows(
        column.term('reading', 'interaction-reading'),
        'account.{account}.kpi.interaction.reading',
      ),
    ],
    rows: scope.of(readings).map(
      ({ customer, reading }): Row => ({
        account: customer.id,
        ...Object.fromEntries(
          names.map(name => [idOf(name), column.orMissing(measures[name](scope, [customer]).value)]),
        ),
        reading: column.orMissing(reading),
      }),
    ),
    inputs: scope.of(readings).map(({ customer }) => `${prefixOf(customer)}.reading`),
  };
};

/** Which key accounts complain, and which ask and are answered fast. */
export const readingFindings = (scope: Scope): Finding[] => {
  const all = scope.of(readings).filter(({ reading }) => reading !== undefined);
  const which = (wanted: InteractionReading): string[] =>
    all.filter(({ reading }) => reading === wanted).map(({ customer }) => customer.id);
  if (all.length === 0) return [];
  const [complaining, healthy, slow] = [which('complaining'), which('healthy'), which('slow')];
  return [
    finding(
      complaining.length > 0 ? 'kpi-interaction.complaints' : 'kpi-interaction.healthy',
      complaining.length > 0 ? 'attention' : 'good',
      complaining.length > 0 ? 45 : 25,
      all.map(({ customer }) => `${prefixOf(customer)}.reading`),
      {
        all: count(all.length),
        complaining: count(complaining.length),
        healthy: count(healthy.length),
        slow: count(slow.length),
        accounts: accounts(complaining.length > 0 ? complaining : healthy),
      },
    ),
  ];
};
