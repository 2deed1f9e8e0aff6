import { type Advised, type Course, contradict, courses } from '../../model/advice.ts';
import type { Finding } from '../../model/finding.ts';
import { onDemand, type Reading } from '../reading/reading.ts';

/** A decision put to the board: what it takes up of what the findings recommend. */
export interface Sought {
  readonly id: string;
  /** Codes of findings whose recommendation it answers whole. */
  readonly answers: readonly string[];
  /** What it does with accounts. */
  readonly accounts: readonly Advised[];
}

/** Who asks: a decision that the board is to take, or a finding. */
export type Asker =
  | { readonly kind: 'decision'; readonly id: string }
  | { readonly kind: 'finding'; readonly id: string; readonly course: Course };

/** Accounts of which a finding does not ask what it would, because of something more decisive. */
export interface Yielded {
  readonly accounts: readonly string[];
  readonly to: Asker;
}

/** What is left of the recommendation of one finding. */
export interface SettledAsk {
  /** Whether anything is left to ask for. */
  readonly stands: boolean;
  /** Accounts left, of those that it advised, in the same order. */
  readonly advises: readonly Advised[];
  readonly yields: readonly Yielded[];
}

interface Stance {
  readonly account: string;
  readonly course: Course;
  readonly by: Asker;
}

/** What is left of the recommendation of a finding; undefined where it advises nothing of accounts and nothing answers it. */
export type Settle = (finding: Finding) => SettledAsk | undefined;

/**
 * Settles what all recommendations together ask for of each account. What is put to the board comes first, then the most
 * decisive course; what contradicts it yields, and so does what the board decides already. Between findings of the same
 * course nothing yields: they agree.
 * @param findings gives those that have a say, when the first one is settled: who only tends an account changes nothing for others
 */
export const settleAsks = (
  findings: () => readonly Finding[],
  decisions: readonly Sought[],
  reading: Reading,
): Settle => {
  const standing = onDemand(reading, () => standingStances(findings(), decisions));
  return finding => {
    const answer = decisions.find(({ answers }) => answers.includes(finding.code));
    if (answer !== undefined) return answeredBy(answer, finding);
    return finding.advises === undefined ? undefined : settledOf(finding.id, finding.advises, standing());
  };
};

const answeredBy = ({ id }: Sought, { advises = [] }: Finding): SettledAsk => ({
  stands: false,
  advises: [],
  yields: [{ accounts: [...new Set(advises.flatMap(one => one.accounts))], to: { kind: 'decision', id } }],
});

/** By account, what holds of it: greedily, the most decisive first. */
const standingStances = (
  findings: readonly Finding[],
  decisions: readonly Sought[],
): ReadonlyMap<string, readonly Stance[]> => {
  const answered = new Set(decisions.flatMap(({ answers }) => answers));
  // Who speaks of several accounts is read by more people than who speaks of one in its own plan.
  const general = [...findings].sort(
    (a, b) => Number(a.account !== undefined) - Number(b.account !== undefined),
  );
  const asked = general
    .filter(({ code }) => !answered.has(code))
    .flatMap(({ id, advises = [] }) => stancesOf(advises, course => ({ kind: 'finding', id, course })));
  const ordered = [
    ...decisions.flatMap(({ id, accounts }) => stancesOf(accounts, () => ({ kind: 'decision', id }))),
    ...courses.flatMap(course => asked.filter(stance => stance.course === course)),
  ];
  const standing = new Map<string, Stance[]>();
  for (const stance of ordered) {
    const held = standing.get(stance.account) ?? [];
    if (!held.some(one => overrules(one, stance))) standing.set(stance.account, [...held, stance]);
  }
  return standing;
};

const stancesOf = (advises: readonly Advised[], by: (course: Course) => Asker): readonly Stance[] =>
  advises.flatMap(({ course, accounts }) => accounts.map(account => ({ account, course, by: by(course) })));

/** What the board decides of an account nobody else asks for; otherwise only what contradicts yields. */
const overrules = (held: Stance, other: Stance): boolean =>
  contradict(held.course, other.course) ||
  (held.by.kind === 'decision' && other.by.kind === 'finding' && held.course === other.course);

const settledOf = (
  id: string,
  advises: readonly Advised[],
  standing: ReadonlyMap<string, readonly Stance[]>,
): SettledAsk => {
  const overruling = (account: string, course: Course): Stance | undefined =>
    (standing.get(account) ?? []).find(held =>
      overrules(held, { account, course, by: { kind: 'finding', id, course } }),
    );
  const left = advises.map(one => ({
    ...one,
    accounts: one.accounts.filter(account => overruling(account, one.course) === undefined),
  }));
  const yields = advises.flatMap(({ course, accounts }) =>
    accounts.flatMap(account => {
      const held = overruling(account, course);
      return held === undefined ? [] : [{ account, to: held.by }];
    }),
  );
  return {
    stands: left.some(({ accounts }) => accounts.length > 0),
    advises: left,
    yields: grouped(yields),
  };
};

/** Accounts that yield to the same question, together: one finding may ask of some whether to leave them and of others something else. */
const grouped = (yields: readonly { readonly account: string; readonly to: Asker }[]): readonly Yielded[] => {
  const groups = new Map<string, { accounts: string[]; to: Asker }>();
  for (const { account, to } of yields) {
    const question = `${to.kind} ${to.id} ${to.kind === 'finding' ? to.course : ''}`;
    const group = groups.get(question) ?? { accounts: [], to };
    groups.set(question, group);
    if (!group.accounts.includes(account)) group.accounts.push(account);
  }
  return [...groups.values()];
};
