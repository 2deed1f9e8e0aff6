import type { AccountData } from './account.ts';
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
  readonly program: Omit<Program, 'decisions'> & { readonly decisions: readonly Sourced<Decision>[] };
}
