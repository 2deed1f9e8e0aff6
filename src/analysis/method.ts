import type { Figure, MethodId } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import type { Series } from '../model/series.ts';
import { onDemand } from './reading/reading.ts';
import type { Scope } from './scope.ts';

/** What one method adds to the analysis of the whole portfolio; each part is best made when it is read, see `partsOnDemand`. */
export interface Results {
  readonly figures: readonly Figure[];
  readonly series: readonly Series[];
  readonly findings: readonly Finding[];
}

/** What one method says of one account; all ids begin with `account.<id>.`. */
export type AccountResults = Omit<Results, 'findings'>;

/** Topics of findings, by whom they are about: the whole portfolio, an account, a key account manager. */
export interface Finds {
  readonly everyone?: readonly string[];
  readonly account?: readonly string[];
  readonly kam?: readonly string[];
}

/**
 * One method of key account management. Its prose (title, formula in words, inputs, defaults, pitfalls) stands in the
 * locale files under `methods.<id>`; the literature is named here because it is the same in every language.
 */
export interface Method {
  readonly id: MethodId;
  /** Section of the domain that it implements, for example 1.6. */
  readonly section: string;
  /** Literature and standards; empty where the method is ours. */
  readonly literature: readonly string[];
  /** Cut-offs and defaults of configuration that it uses, as paths of the workspace: `workspace.thresholds.attention`. */
  readonly settings: readonly string[];
  /** Topics of the findings that `run` can make. Who asks for one topic, or for one account, needs the methods that name it here. */
  readonly finds: Finds;
  /** Whether its findings may question accounts, give to them or take from them: then they have a say in what others ask. */
  readonly advises?: true;
  /** The figures and series that belong to no single account, and all findings. */
  run(scope: Scope): Results;
  /** Figures and series of one account, made when somebody asks for them: a portfolio may have thousands of accounts. */
  ofAccount?(scope: Scope, account: string): AccountResults;
}

/** What a method is apart from what it computes; one that makes no findings names no topics of them. */
export type About = Pick<Method, 'id' | 'section' | 'literature' | 'settings'> &
  Partial<Pick<Method, 'finds' | 'advises'>>;

/** What a method makes, part by part; it makes none of what is absent. Each part is given the id of the method. */
export interface Parts {
  figures?(scope: Scope, method: MethodId): readonly Figure[];
  series?(scope: Scope): readonly Series[];
  findings?(scope: Scope): readonly Finding[];
  /** What it says of one account. */
  readonly ofAccount?: {
    figures?(scope: Scope, method: MethodId, account: string): readonly Figure[];
    series?(scope: Scope, account: string): readonly Series[];
  };
}

/** A method whose parts are functions of their own, as they are of nearly all. */
export const methodOf = (about: About, { figures, series, findings, ofAccount }: Parts): Method => ({
  finds: {},
  ...about,
  run: scope =>
    partsOnDemand(scope, {
      figures: () => figures?.(scope, about.id) ?? [],
      series: () => series?.(scope) ?? [],
      findings: () => findings?.(scope) ?? [],
    }),
  ...(ofAccount === undefined
    ? {}
    : {
        ofAccount: (scope, account) =>
          partsOnDemand(scope, {
            figures: () => ofAccount.figures?.(scope, about.id, account) ?? [],
            series: () => ofAccount.series?.(scope, account) ?? [],
          }),
      }),
});

/**
 * Parts that are each made when somebody reads them first, and then kept: who asks for the findings of a method needs none of its
 * figures. A copy by spreading would make them all.
 */
const partsOnDemand = <T extends object>(
  { reading }: Scope,
  makers: { readonly [Part in keyof T]: () => T[Part] },
): T => {
  const parts = {};
  for (const name of Object.keys(makers) as (keyof T)[])
    Object.defineProperty(parts, name, { enumerable: true, get: onDemand(reading, makers[name]) });
  return parts as T;
};
