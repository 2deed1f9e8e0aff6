import type { AccountData } from './account.ts';
import type { Audiences, Redacted } from './audience.ts';
import type { BrandFiles } from './brand.ts';
import type { Decision } from './decision.ts';
import type { OrderHistory } from './order-history.ts';
import type { Person, Product } from './person.ts';
import type { Program } from './program.ts';
import type { Sourced } from './source.ts';
import type { WorkspaceSettings } from './workspace-settings.ts';

export type Account = Sourced<AccountData> & { readonly id: string };

/** The validated, cross-checked input of the analysis. Everything is sorted by id, by code point. */
export interface Workspace {
  readonly settings: Sourced<WorkspaceSettings>;
  readonly accounts: readonly Account[];
  readonly people: readonly (Sourced<Person> & { readonly id: string })[];
  readonly products: readonly Sourced<Product>[];
  /** Order lines of `data/orders.csv`; absent where there is no such file. */
  readonly orders?: OrderHistory;
  /** Logo and type; absent where the brand names no files. */
  readonly brand?: BrandFiles;
  /** Who gets a redacted edition; absent where there is no such file, and in what such an audience gets to see. */
  readonly audiences?: Sourced<Audiences>;
  /** What was taken out of this workspace; absent where it is whole. */
  readonly redacted?: Redacted;
  readonly program: Omit<Program, 'decisions'> & { readonly decisions: readonly Sourced<Decision>[] };
}
