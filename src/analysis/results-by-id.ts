import type { ById } from '../model/by-id.ts';
import type { Figure, MethodId } from '../model/figure.ts';
import { compareIds, sortBy } from '../model/order.ts';
import type { Series } from '../model/series.ts';
import { accountIn } from './generic-id.ts';
import { createMakers } from './makers.ts';
import type { AccountResults, Method } from './method.ts';
import { onDemand } from './reading/reading.ts';
import { recent } from './recent.ts';
import type { Scope } from './scope.ts';

/** Figures and series by id, and which method made a series; figures say it themselves. */
export interface ResultsById {
  /** Those that belong to no single account. */
  portfolio(): Part;
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

interface Claim {
  readonly method: MethodId;
  readonly made: AccountResults;
}

const nothing: AccountResults = { figures: [], series: [] };

// Enough for the accounts that a plan shows beside its own, sixty to a picture, most of which the next one shows again; what falls out is made again when it is asked for.
const accountsKept = 320;

/**
 * What the methods made of the whole portfolio, and what they make of one account when an id of it is asked for. Who asks for one
 * id gets it from the method that is known to make it (`ids.ts`), and no other method is run for it.
 * @throws Error when asked, where two methods claim an id or one claims an id that is not its own to give: a bug
 *   of ours, never of the data
 */
export const resultsById = (
  scope: Scope,
  methods: readonly Method[],
  resultsOf: (method: Method) => AccountResults,
): ResultsById => {
  const { keep, keepEach } = scope.reading;
  const portfolio = onDemand(scope.reading, () =>
    gathered(
      methods.map(method => ({ made: resultsOf(method), method: method.id })),
      undefined,
    ),
  );
  const accounts = new Set(
    // As in the ids of their figures, where a dot follows.
    sortBy(
      scope.workspace.accounts.map(({ id }) => id),
      id => `${id}.`,
    ),
  );
  const claimsOf = recent(
    account =>
      keepEach(
        (method: Method): Claim => ({
          method: method.id,
          made: method.ofAccount?.(scope, account) ?? nothing,
        }),
      ),
    accountsKept,
  );
  const claim = (method: Method, account: string): readonly Claim[] =>
    method.ofAccount === undefined ? [] : [claimsOf(account)(method)];
  const make = (account: string): Part =>
    gathered(
      methods.flatMap(method => claim(method, account)),
      account,
    );
  const parts = recent(id => keep(() => make(id)), accountsKept);
  const account = (id: string): Part => parts(id)();
  const isAccount = (id: string | undefined): id is string => id !== undefined && accounts.has(id);
  const partOf = (id: string): Part => {
    const about = accountIn(id);
    return isAccount(about) ? account(about) : portfolio();
  };
  const makersOf = createMakers(methods);
  const indices = new WeakMap<readonly object[], ReadonlyMap<string, unknown>>();
  const indexed = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> => {
    const known = indices.get(list) ?? new Map(list.map(one => [one.id, one]));
    indices.set(list, known);
    return known as ReadonlyMap<string, T>;
  };
  const byId = <T extends { readonly id: string }>(
    kind: 'figures' | 'series',
    listOf: (results: AccountResults) => readonly T[],
    mapOf: (part: Part) => ReadonlyMap<string, T>,
  ): ById<T> => {
    /** From its maker alone, where that is known: a page of one account needs no more than some of the methods. */
    const get = (id: string): T | undefined => {
      const maker = makersOf(kind, id);
      const about = accountIn(id);
      // Nothing is about an account that there is not, such as the `*` of a pattern: no method need be run to know that.
      if (about !== undefined && !accounts.has(about)) return undefined;
      if (maker === undefined) return mapOf(partOf(id)).get(id);
      const made =
        about === undefined ? [resultsOf(maker)] : claim(maker, about).map(claimed => claimed.made);
      return made.map(results => indexed(listOf(results)).get(id)).find(one => one !== undefined);
    };
    const isBefore = ([id]: readonly [string, unknown]): boolean => compareIds(id, 'account.') < 0;
    const entries = function* (): Generator<readonly [string, T]> {
      const all = [...mapOf(portfolio())];
      yield* all.filter(isBefore);
      for (const one of accounts) yield* mapOf(make(one));
      yield* all.filter(entry => !isBefore(entry));
    };
    return {
      get,
      has: id => get(id) !== undefined,
      *keys() {
        for (const [id] of entries()) yield id;
      },
      *values() {
        for (const [, value] of entries()) yield value;
      },
    };
  };
  const series = byId(
    'series',
    results => results.series,
    part => part.series,
  );
  return {
    portfolio,
    account,
    figures: byId(
      'figures',
      results => results.figures,
      part => part.figures,
    ),
    series,
    makers: {
      get: id => {
        if (!series.has(id)) return undefined;
        return makersOf('series', id)?.id ?? partOf(id).makers.get(id);
      },
    },
  };
};

const gathered = (claims: readonly Claim[], account: string | undefined): Part => {
  const figures: [string, Figure][] = [];
  const series: [string, Series][] = [];
  const makers = new Map<string, MethodId>();
  for (const { method, made } of claims) {
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
