import type { SegmentationScheme } from '../../model/segmentation.ts';
import type { LocalizedText } from '../../model/text.ts';
import { byAccount } from '../by-account.ts';
import { type Customer, customers, isKey } from '../customers.ts';
import { kams } from '../kams.ts';
import { segmentation } from '../portfolio/segmentation.ts';
import type { Scope } from '../scope.ts';

/** Some customers whose KPIs are measured together, or one of them. */
export interface Subject {
  /** Begin of the ids of its figures: `segment.industry.water`, `kam.ines-ferrando`, `account.aguas-del-serpis`. */
  readonly prefix: string;
  readonly customers: readonly Customer[];
  /** Whether it is one key account. */
  readonly key: boolean;
}

export interface SegmentSubject extends Subject {
  readonly scheme: SegmentationScheme;
  readonly segment: { readonly id: string; readonly name: LocalizedText };
}

/** Every segment with somebody in it, in the order of the file. What no rule matches has no strategy, and no KPIs. */
export const segmentSubjects = (scope: Scope): readonly SegmentSubject[] =>
  scope.of(segmentation).flatMap(({ scheme, members }) => {
    const bySegment = new Map<string, Customer[]>();
    for (const { customer, segment } of members) {
      if (segment === undefined) continue;
      const own = bySegment.get(segment.id);
      if (own) own.push(customer);
      else bySegment.set(segment.id, [customer]);
    }
    return scheme.segments.flatMap(segment => {
      const own = bySegment.get(segment.id);
      if (own === undefined) return [];
      return [{ prefix: `segment.${scheme.id}.${segment.id}`, customers: own, key: false, scheme, segment }];
    });
  });

export interface KamSubject extends Subject {
  readonly person: string;
}

/** Every key account manager who manages an account. */
export const kamSubjects = (scope: Scope): readonly KamSubject[] =>
  scope
    .of(kams)
    .filter(kam => kam.customers.length > 0)
    .map(({ id, customers: own }) => ({ prefix: `kam.${id}`, customers: own, key: false, person: id }));

export const groupSubjects = (scope: Scope): readonly Subject[] => [
  ...scope.of(segmentSubjects),
  ...scope.of(kamSubjects),
];

/** Every customer, lost ones included, without the prospects. */
export const accountSubjects = (scope: Scope): readonly Subject[] =>
  scope
    .of(customers)
    .filter(({ account }) => account.status !== 'prospect')
    .map(customer => ({
      prefix: `account.${customer.id}`,
      customers: [customer],
      key: isKey(scope, customer),
    }));

/** The account as a subject; none for a prospect and for an account under another one. */
export const accountSubjectOf = byAccount(
  scope => scope.of(accountSubjects),
  ({ prefix }) => prefix.slice('account.'.length),
);
