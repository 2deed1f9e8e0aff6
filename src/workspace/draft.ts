import type { Commitment } from '../model/commitment.ts';
import type { Decision } from '../model/decision.ts';
import type { KpiSettings } from '../model/kpi.ts';
import type { Person, Product } from '../model/person.ts';
import type { PhaseSettings } from '../model/phase.ts';
import type { Scoring } from '../model/scoring.ts';
import type { Segmentation } from '../model/segmentation.ts';
import type { SourceRef, Span } from '../model/source.ts';
import type { Statements } from '../model/statement.ts';
import type { Account, Sourced } from '../model/workspace.ts';
import type { WorkspaceSettings } from '../model/workspace-settings.ts';

/** A person of the workspace. */
export type PersonEntry = Sourced<Person> & { readonly id: string };

/**
 * The workspace between shape and cross-checks: every file whose shape is right. What is absent here may stand in a
 * file that was refused, so a check that needs it stays silent, and the ids are those of the file names.
 */
export interface Draft {
  readonly settings?: Sourced<WorkspaceSettings>;
  readonly accounts: readonly Account[];
  readonly people: readonly PersonEntry[];
  readonly products?: readonly Sourced<Product>[];
  readonly statements?: Sourced<Statements>;
  readonly scoring?: Sourced<Scoring>;
  readonly segments?: Sourced<Segmentation>;
  readonly commitment?: Sourced<Commitment>;
  readonly phase?: Sourced<PhaseSettings>;
  readonly kpis?: Sourced<KpiSettings>;
  readonly decisions?: readonly Sourced<Decision>[];
  /** Ids of all accounts and people that have a file, whether or not it could be read. */
  readonly accountIds: ReadonlySet<string>;
  readonly personIds: ReadonlySet<string>;
  /** Files that exist, so that "absent" and "refused" can be told apart. */
  readonly files: ReadonlySet<string>;
}

/** Looks up the place of a value, or of its key; undefined where there is no such place. */
export type Locate = (ref: SourceRef, part?: 'key' | 'value') => Span | undefined;
