import type { ById } from '../model/by-id.ts';
import type { Figure, MethodId } from '../model/figure.ts';
import type { Series } from '../model/series.ts';
import type { Method } from './method.ts';
import { recent } from './recent.ts';
import type { Scope } from './scope.ts';

/** Figures and series by id, and which method made a series or a finding; figures say it themselves. */
export interface ResultsById {
  readonly figures: ById<Figure>;
  readonly series: ById<Series>;
  readonly makers: Pick<ById<MethodId>, 'get'>;
}

interface Made {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly series: ReadonlyMap<string, Series>;
  readonly makers: ReadonlyMap<string, MethodId>;
}

/** What one method made. */
export interface Claim {
  readonly method: MethodId;
  readonly figures: readonly Figure[];
  readonly series: readonly Series[];
}

// Enough for the accounts of one document and its neighbours; what falls out is made again when it is asked for.
const accountsKept = 128;

/** The account that an id is about; undefined for ids of the portfolio. */
export const accountIn = (id: string): string | undefined => /^account\.([^.]+)\./.exec(id)?.[1];

/**
 * What the methods made of the whole portfolio, and what they make of one account when an id of it is asked for.
 * @throws Error here or when asked, where two methods claim an id or one claims an id that is not its own to give: a bug
 *   of ours, never of the data
 */
export const resultsById = (
  scope: Scope,
  methods: readonly Method[],
  portfolio: readonly Claim[],
): ResultsById => {
  const whole = gathered(portfolio, undefined);
  const accounts = new Set(scope.workspace.accounts.map(({ id }) => id));
  const make = (account: string): Made =>
    gathered(
      methods.flatMap(method =>
        method.ofAccount ? [{ method: method.id, ...method.ofAccount(scope, account) }] : [],
      ),
      account,
    );
  const remembered = recent(make, accountsKept);
  const madeFor = (id: string): Made => {
    const account = accountIn(id);
    return account === undefined || !accounts.has(account) ? whole : remembered(account);
  };
  const byId = <T>(part: (made: Made) => ReadonlyMap<string, T>): ById<T> => ({
    get: id => part(madeFor(id)).get(id) ?? part(whole).get(id), // TODO until all methods give accounts
    has: id => part(madeFor(id)).has(id) || part(whole).has(id),
    *keys() {
      yield* part(whole).keys();
      for (const account of accounts) yield* part(make(account)).keys();
    },
    *values() {
      yield* part(whole).values();
      for (const account of accounts) yield* part(make(account)).values();
    },
  });
  return {
    figures: byId(({ figures }) => figures),
    series: byId(({ series }) => series),
    makers: byId(({ makers }) => makers),
  };
};

const gathered = (claims: readonly Claim[], account: string | undefined): Made => {
  const figures = new Map<string, Figure>();
  const series = new Map<string, Series>();
  const makers = new Map<string, MethodId>();
  const claim = <T extends { readonly id: string }>(map: Map<string, T>, method: MethodId, one: T): void => {
    if (map.has(one.id)) throw new Error(`Two methods claim the id ${one.id}`);
    if (account !== undefined && accountIn(one.id) !== account)
      // TODO
      throw new Error(`${method} gives ${one.id} among the results of ${account ?? 'the portfolio'}`);
    map.set(one.id, one);
  };
  for (const { method, ...made } of claims) {
    for (const figure of made.figures) claim(figures, method, figure);
    for (const one of made.series) {
      claim(series, method, one);
      makers.set(one.id, method);
    }
  }
  return { figures, series, makers };
};
