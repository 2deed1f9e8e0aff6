import type { Analysis } from '../analysis/analyze.ts';
import { keyCustomers } from '../analysis/customers.ts';
import { genericId } from '../analysis/generic-id.ts';
import { figureIds, seriesIds } from '../analysis/ids.ts';
import { kams } from '../analysis/kams.ts';
import type { Scope } from '../analysis/scope.ts';
import type { Locale } from '../locale/locale.ts';
import type { ById } from '../model/by-id.ts';
import type { Series } from '../model/series.ts';
import type { Ids, Vocabulary } from './expressions.ts';
import { blockNames } from './helpers.ts';
import { subjectFields, viewNames } from './view.ts';

/** The ids of the columns of a series, whose id may have `*` for an account; undefined where nothing is known of it. */
export type SeriesColumns = Pick<ById<Ids>, 'get'>;

/** What a notebook may name, given what this analysis found. */
export const vocabularyOf = (
  analysis: Analysis,
  locale: Locale,
  helpers: Iterable<string>,
): Omit<Vocabulary, 'labels'> => {
  const figures = (): Iterable<string> => analysis.portfolio.figures.keys();
  const series = (): Iterable<string> => analysis.portfolio.series.keys();
  const either = (id: string): boolean => analysis.figures.has(id) || analysis.series.has(id);
  return {
    helpers: new Set([...helpers, ...blockNames]),
    names: new Set<string>([...viewNames, 'this']),
    fields: subjectFields,
    figures: idsOf(figureIds, figures, analysis.figures),
    series: idsOf(seriesIds, series, analysis.series),
    results: idsOf([...figureIds, ...seriesIds], () => [...figures(), ...series()], { has: either }),
    texts: locale.keys,
    findings: findingsIn(locale.keys),
    parametersOf: locale.parameters,
  };
};

/** Findings have a topic and, below it, a code; the locale has a message for each. */
const findingsIn = (texts: ReadonlySet<string>): ReadonlySet<string> => {
  const codes = [...texts].flatMap(key => /^findings\.(.+)\.message$/.exec(key)?.[1] ?? []);
  return new Set(codes.flatMap(code => [code, code.replace(/\..*/, '')]));
};

/**
 * The ids of the portfolio and those with `*` to choose from; the ids of single accounts are known, too. Every method runs where
 * all are listed, which is only for a word that is none of those promised.
 */
const idsOf = (
  promised: readonly string[],
  own: () => Iterable<string>,
  all: Pick<ById<unknown>, 'has'>,
): Ids => {
  const first = new Set(promised);
  let listed: ReadonlySet<string> | undefined;
  const others = (): ReadonlySet<string> => {
    listed ??= new Set([...own()].flatMap(id => [id, genericId(id)]).filter(id => !first.has(id)));
    return listed;
  };
  return {
    has: id => first.has(id) || all.has(id) || others().has(id),
    *[Symbol.iterator]() {
      yield* first;
      yield* others();
    },
  };
};

/** Ids with `*` stand for the accounts that documents are made about, the key accounts: one after the other, as far as is needed. */
export const seriesColumns = (analysis: Analysis): SeriesColumns => {
  const known = new Map<string, Ids | undefined>();
  return {
    get: id => {
      if (!known.has(id)) known.set(id, columnsOf(seriesLike(id, analysis)));
      return known.get(id);
    },
  };
};

/** The series that an id may stand for, made one by one as they are asked for. */
export function* seriesLike(id: string, analysis: Analysis): Generator<Series> {
  const itself = analysis.series.get(id);
  if (itself !== undefined || !id.includes('*')) {
    if (itself !== undefined) yield itself;
    return;
  }
  const named = namedIds(id, analysis.scope);
  if (named !== undefined) {
    for (const one of named) {
      const own = analysis.series.get(one);
      if (own !== undefined) yield own;
    }
    return;
  }
  const parts = id.startsWith('account.')
    ? keyCustomers(analysis.scope).map(one => analysis.account(one.id))
    : [analysis.portfolio];
  for (const { series } of parts) for (const one of series.values()) if (genericId(one.id) === id) yield one;
}

/**
 * The ids that one with `*` may stand for, where its name says what of: then one method is run at a time, and not all that there
 * are. Accounts are those that documents are made about, the key accounts.
 */
const namedIds = (id: string, scope: Scope): readonly string[] | undefined => {
  const schemes = (): readonly string[] =>
    (scope.workspace.program.segments?.schemes ?? []).map(scheme => scheme.id);
  const [, start = ''] = /^([a-z.]+\.)\*/.exec(id) ?? [];
  const names =
    start === 'account.'
      ? keyCustomers(scope).map(one => one.id)
      : start === 'kam.'
        ? scope.of(kams).map(one => one.id)
        : start === 'portfolio.segments.'
          ? schemes()
          : undefined;
  const first = names?.map(name => id.replace('*', name));
  const all = id.endsWith('.by.*')
    ? first?.flatMap(one => schemes().map(name => one.replace('*', name)))
    : first;
  return all?.some(one => one.includes('*')) ? undefined : all;
};

/** What is known of the columns of some series; undefined where there are none, or none with columns. */
const columnsOf = (all: Generator<Series>): Ids | undefined => {
  const found = new Set<string>();
  const more = (): boolean => {
    const next = all.next();
    if (next.done === true) return false;
    for (const { id } of next.value.columns) found.add(id);
    return true;
  };
  while (found.size === 0) if (!more()) return undefined;
  return {
    has: column => {
      while (!found.has(column)) if (!more()) return false;
      return true;
    },
    [Symbol.iterator]: () => {
      while (more());
      return found.values();
    },
  };
};
