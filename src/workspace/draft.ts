import type { Audiences } from '../model/audience.ts';
import type { Decision } from '../model/decision.ts';
import type { OrderHistory } from '../model/order-history.ts';
import type { Person, Product } from '../model/person.ts';
import type { Program } from '../model/program.ts';
import type { Sourced, SourceRef, Span } from '../model/source.ts';
import type { Account } from '../model/workspace.ts';
import type { WorkspaceSettings } from '../model/workspace-settings.ts';

/** A person of the workspace. */
export type PersonEntry = Sourced<Person> & { readonly id: string };

/**
 * The workspace between shape and cross-checks: every file whose shape is right, and what is right of the accounts
 * and people. What is absent here may stand in a file that was refused, so a check that needs it stays silent, and the
 * ids are those of the file names.
 */
export interface Draft extends Omit<Program, 'decisions'> {
  readonly settings?: Sourced<WorkspaceSettings>;
  readonly accounts: readonly Account[];
  readonly people: readonly PersonEntry[];
  readonly products?: readonly Sourced<Product>[];
  readonly audiences?: Sourced<Audiences>;
  readonly decisions?: readonly Sourced<Decision>[];
  readonly orders?: OrderHistory;
  /** Ids of all accounts and people that have a file, whether or not it could be read. */
  readonly accountIds: ReadonlySet<string>;
  readonly personIds: ReadonlySet<string>;
  /** Files of accounts and people of which a part was refused: that something is absent from them proves nothing. */
  readonly incomplete: ReadonlySet<string>;
  /** Files that exist, so that "absent" and "refused" can be told apart. */
  readonly files: ReadonlySet<string>;
}

/** Whether every account was read in full, so that what none of them has is really absent. */
export const allAccountsRead = ({ accounts, accountIds, incomplete }: Draft): boolean =>
  accounts.length === accountIds.size && !accounts.some(account => incomplete.has(account.source.file));

/** Looks up the place of a value, or of its key; undefined where there is no such place. */
export type Locate = (ref: SourceRef, part?: 'key' | 'value') => Span | undefined;
