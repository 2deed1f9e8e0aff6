import type { ById } from '../model/by-id.ts';
import type { Figure, MethodId } from '../model/figure.ts';
import { compareIds, sortBy } from '../model/order.ts';
import { recent } from '../model/recent.ts';
import type { Series } from '../model/series.ts';
import type { AccountResults, Method } from './method.ts';
import type { Scope } from './scope.ts';

/** Figures and series by id, and which method made a series; figures say it themselves. */
export interface ResultsById {
  /** Those that belong to no single account. */
  readonly portfolio: Part;
  /** Those of one account. */
  account(id: string): Part;
  readonly figures: ById<Figure>;
  readonly series: ById<Series>;
  readonly makers: Pick<ById<MethodId>, 'get'>;
}

/** The figures and series of the portfolio or of one account, in the order of their ids. */
export interface Part {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly series: ReadonlyMap<string, Series>;
  readonly makers: ReadonlyMap<string, MethodId>;
}

/** What one method made. */
export type Claim = AccountResults & { readonly method: MethodId };

// Enough for the accounts that a plan shows beside its own, sixty to a picture, most of which the next plan shows again;
const accountsKept = 320;

/** The account that an id is about; undefined for ids of the portfolio. */
const accountIn = (id: string): string | undefined => /^account\.([^.]+)\./.exec(id)?.[1];

/** `account.a.score.total` → `score.total` */
const afterAccount = (id: string): string => id.replace(/^account\.[^.]+\./, '');

/**
 * What the methods made of the whole portfolio, and what they make of one account when an id of it is asked for.
 * @throws Error here or when asked, where two methods claim an id or one claims an id that is not its own to give: a bug
 *   of ours, never of the data
 */
export const resultsById = (
  scope: Scope,
  methods: readonly Method[],
  claims: readonly Claim[],
): ResultsById => {
  const portfolio = gathered(claims, undefined);
  const accounts = new Set(
    // As in the ids of their figures, where a dot follows.
    sortBy(
      scope.workspace.accounts.map(({ id }) => id),
      id => `${id}.`,
    ),
  );
  const claimsOf = recent(() => new Map<Method, IndexedClaim>(), accountsKept);
  const claim = (method: Method, account: string): IndexedClaim | undefined => {
    if (method.ofAccount === undefined) return undefined;
    const made = claimsOf(account);
    const known = made.get(method) ?? indexed({ method: method.id, ...method.ofAccount(scope, account) });
    made.set(method, known);
    return known;
  };
  // Which method gives what of an account, as the accounts taught that were made in full.
  const learnt = new Map<string, Method>();
  const make = (account: string): Part => {
    const claims = methods.flatMap(method => {
      const own = claim(method, account)?.claim;
      return own === undefined ? [] : [{ ...own, from: method }];
    });
    for (const { from, figures, series } of claims)
      for (const { id } of [...figures, ...series]) learnt.set(afterAccount(id), from);
    return gathered(claims, account);
  };
  const account = recent(make, accountsKept);
  const partOf = (id: string): Part => {
    const about = accountIn(id);
    return about === undefined || !accounts.has(about) ? portfolio : account(about);
  };
  /** What one method says of one account, where one can tell which method it is: a table of all accounts needs no more. */
  const claimedAlone = <T>(
    id: string,
    of: (claim: IndexedClaim) => ReadonlyMap<string, T>,
  ): T | undefined => {
    const about = accountIn(id);
    const method = about === undefined ? undefined : learnt.get(afterAccount(id));
    if (about === undefined || method === undefined || !accounts.has(about)) return undefined;
    const claimed = claim(method, about);
    return claimed === undefined ? undefined : of(claimed).get(id);
  };
  const byId = <T extends { readonly id: string }>(
    mapOf: (part: Part) => ReadonlyMap<string, T>,
    claimedOf: (claim: IndexedClaim) => ReadonlyMap<string, T>,
  ): ById<T> => {
    const alone = (id: string): T | undefined => claimedAlone(id, claimedOf);
    const isBefore = ([id]: readonly [string, unknown]): boolean => compareIds(id, 'account.') < 0;
    const entries = function* (): Generator<readonly [string, T]> {
      const whole = [...mapOf(portfolio)];
      yield* whole.filter(isBefore);
      for (const one of accounts) yield* mapOf(make(one));
      yield* whole.filter(entry => !isBefore(entry));
    };
    return {
      get: id => alone(id) ?? mapOf(partOf(id)).get(id),
      has: id => mapOf(partOf(id)).has(id),
      *keys() {
        for (const [id] of entries()) yield id;
      },
      *values() {
        for (const [, value] of entries()) yield value;
      },
    };
  };
  return {
    portfolio,
    account,
    figures: byId(
      ({ figures }) => figures,
      ({ figures }) => figures,
    ),
    series: byId(
      ({ series }) => series,
      ({ series }) => series,
    ),
    makers: { get: id => partOf(id).makers.get(id) },
  };
};

/** What one method made of one account, and the same by id. */
interface IndexedClaim {
  readonly claim: Claim;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly series: ReadonlyMap<string, Series>;
}

const indexed = (claim: Claim): IndexedClaim => ({
  claim,
  figures: new Map(claim.figures.map(figure => [figure.id, figure])),
  series: new Map(claim.series.map(one => [one.id, one])),
});

const gathered = (claims: readonly Claim[], account: string | undefined): Part => {
  const figures: [string, Figure][] = [];
  const series: [string, Series][] = [];
  const makers = new Map<string, MethodId>();
  for (const { method, ...made } of claims) {
    for (const { id } of [...made.figures, ...made.series])
      if (accountIn(id) !== account)
        throw new Error(`${method} gives ${id} among the results of ${account ?? 'the portfolio'}`);
    for (const figure of made.figures) figures.push([figure.id, figure]);
    for (const one of made.series) {
      series.push([one.id, one]);
      makers.set(one.id, method);
    }
  }
  return { figures: mapped(figures), series: mapped(series), makers };
};

const mapped = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> => {
  const map = new Map(sortBy(entries, ([id]) => id));
  if (map.size < entries.length) throw new Error(`Two methods claim the id ${doubled(entries)}`);
  return map;
};

const doubled = (entries: readonly (readonly [string, unknown])[]): string | undefined =>
  entries.map(([id]) => id).find((id, index, ids) => ids.indexOf(id) < index);
