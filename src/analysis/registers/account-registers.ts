import type { Series } from '../../model/series.ts';
import { type Customer, isKey } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { actions } from './action-register.ts';
import { offers } from './offer-register.ts';
import { contacts, goals } from './people-registers.ts';
import { risks } from './risk-register.ts';
import { contracts, needs, opportunities } from './sales-registers.ts';

/**
 * What the workspace records about a customer in lists, as it stands at the date of the data. A list without entries is
 * only there for key accounts, whose plans ask for it.
 */
export const registersOf = (scope: Scope, customer: Customer): Series[] =>
  [actions, contacts, opportunities, contracts, risks, needs, goals, offers]
    .map(make => make(scope, customer))
    .filter(({ rows }) => rows.length > 0 || isKey(scope, customer));
