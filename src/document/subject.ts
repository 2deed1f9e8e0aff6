import type { Analysis } from '../analysis/analyze.ts';
import { type Customer, customers, keyCustomers } from '../analysis/customers.ts';
import { type Kam, kams } from '../analysis/kams.ts';
import { fieldValue, holds } from '../analysis/portfolio/segmentation.ts';
import type { Scope } from '../analysis/scope.ts';
import { isolated } from '../locale/direction.ts';
import { type Finding, topicOf } from '../model/finding.ts';
import type { Condition } from '../model/segmentation.ts';
import type { Account } from '../model/workspace.ts';
import type { FrontMatter } from './front-matter.ts';

/** What a document is about, where it is about someone: an account or a key account manager. */
export type Subject =
  | { readonly kind: 'account'; readonly id: string; readonly name: string; readonly account: Account }
  | { readonly kind: 'kam'; readonly id: string; readonly name: string; readonly kam: Kam };
export type SubjectKind = Subject['kind'];

export const accountSubject = (account: Account): Subject => ({
  kind: 'account',
  id: account.id,
  name: isolated(account.name),
  account,
});

export const kamSubject = (kam: Kam): Subject => ({
  kind: 'kam',
  id: kam.id,
  name: isolated(kam.person.name),
  kam,
});

/** The subjects of a notebook, a document each; none where it makes a single one about nobody in particular. */
export const subjectsOf = (
  { each, where }: Pick<FrontMatter, 'each' | 'where'>,
  scope: Scope,
): readonly (Subject | undefined)[] => {
  if (each === 'account') {
    const chosen = where === undefined ? keyCustomers(scope) : customersWhere(where, scope);
    return chosen.map(({ account }) => accountSubject(account));
  }
  if (each === 'kam') return scope.of(kams).map(kamSubject);
  return [undefined];
};

const customersWhere = (where: readonly Condition[], scope: Scope): readonly Customer[] =>
  scope
    .of(customers)
    .filter(customer =>
      where.every(condition => holds(condition, fieldValue(scope, customer, condition.field))),
    );

/** What the `*` of an id may stand for at a place of a document. */
export interface AtHand {
  readonly account?: string;
  readonly kam?: string;
  /** The item of the loop, where it is neither: its id, or the ids of the two things that it crosses. */
  readonly item?: readonly string[];
}

/** What is at hand: the subject of the document, and over it the item of the loop that a template is in. */
export const atHand = (context: unknown, subject: Subject | undefined): AtHand => {
  const outer: AtHand = subject === undefined ? {} : { [subject.kind]: subject.id };
  if (typeof context !== 'object' || context === null || !('id' in context)) return outer;
  const { id } = context;
  if (Array.isArray(id)) return { ...outer, item: id.map(String) };
  if (typeof id !== 'string') return outer;
  return 'kind' in context && isSubjectKind(context.kind)
    ? { ...outer, [context.kind]: id }
    : { ...outer, item: [id] };
};

export const isSubjectKind = (word: unknown): word is SubjectKind => word === 'account' || word === 'kam';

/** Whose id the `*` of a pattern wants: `account.*.score.total`, `kam.*.load`; undefined where it wants neither. */
export const wantedSubject = (pattern: string): SubjectKind | undefined => {
  const [, kind] = /^(account|kam)\.\*\./.exec(pattern) ?? [];
  return isSubjectKind(kind) ? kind : undefined;
};

/** Puts what is at hand in place of the first `*` of an id, or of its first two where the item of a loop crosses two things. */
export const resolveId = (id: string, at: AtHand): string => {
  const subject = wantedSubject(id);
  const meant = subject === undefined ? (at.item ?? []) : [at[subject] ?? '*'];
  return meant.reduce((resolved, one) => resolved.replace('*', one), id);
};

/** Whether a finding is about everyone, or about the account or key account manager at hand. */
export const concerns = ({ account, kam }: Finding, at: AtHand): boolean =>
  (account === undefined || account === at.account) && (kam === undefined || kam === at.kam);

/** The findings of a topic or under a code, about everyone or about whom is at hand; the most important first. */
export const findingsNamed = (
  name: string,
  { findingsOn }: Pick<Analysis, 'findingsOn'>,
  at: AtHand,
): readonly Finding[] =>
  findingsOn(topicOf(name)).filter(
    finding => (finding.code === name || finding.topic === name) && concerns(finding, at),
  );
