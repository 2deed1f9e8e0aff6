import type { AccountData } from './account.ts';
import type { Commitment } from './commitment.ts';
import type { Decision } from './decision.ts';
import type { KpiSettings } from './kpi.ts';
import type { Person, Product } from './person.ts';
import type { PhaseSettings } from './phase.ts';
import type { Scoring } from './scoring.ts';
import type { Segmentation } from './segmentation.ts';
import type { SourceRef } from './source.ts';
import type { Statements } from './statement.ts';
import type { WorkspaceSettings } from './workspace-settings.ts';

/** A validated entity and the place it was read from. Children are at `at(entity.source, …path)`. */
export type Sourced<T> = T & { readonly source: SourceRef };

export type Account = Sourced<AccountData> & { readonly id: string };

/** The validated, cross-checked input of the analysis. Everything is sorted by id, by code point. */
export interface Workspace {
  readonly settings: Sourced<WorkspaceSettings>;
  readonly accounts: readonly Account[];
  readonly people: readonly (Sourced<Person> & { readonly id: string })[];
  readonly products: readonly Sourced<Product>[];
  readonly program: {
    readonly statements?: Sourced<Statements>;
    readonly scoring?: Sourced<Scoring>;
    readonly segments?: Sourced<Segmentation>;
    readonly commitment?: Sourced<Commitment>;
    readonly phase?: Sourced<PhaseSettings>;
    readonly kpis?: Sourced<KpiSettings>;
    readonly decisions: readonly Sourced<Decision>[];
  };
}
