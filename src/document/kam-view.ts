import { currentCustomers, type Kam } from '../analysis/kams.ts';
import type { Scope } from '../analysis/scope.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';

/** A key account manager as a template names them. Every name is always there; what is not recorded is an empty text. */
export interface KamView {
  readonly kind: 'kam';
  readonly id: string;
  readonly name: string;
  /** Position, in the reader's language. */
  readonly title: string;
  readonly team: string;
  /** With us since, a date. */
  readonly since: string;
  /** Names of the customers and prospects that they look after. */
  readonly customers: string;
}

export const kamView = (kam: Kam, scope: Scope, locale: Locale, names: Names): KamView => {
  const { name, title, team, since } = kam.person;
  return Object.freeze({
    kind: 'kam',
    id: kam.id,
    name,
    title: title === undefined ? '' : locale.marked(title),
    team: names.word(team ?? '', locale),
    since: since === undefined ? '' : locale.shortDate(since),
    customers: locale.list(currentCustomers(scope, kam).map(({ id }) => names.shortAccount(id))),
  });
};
