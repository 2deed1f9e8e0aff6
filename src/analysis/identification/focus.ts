import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Checklist, checklists } from './checklist.ts';

/** The accounts whose checklist is printed: key accounts, prospects and whoever the points table admits, in its order. */
export const focus = (scope: Scope): readonly Checklist[] =>
  scope
    .of(checklists)
    .filter(
      ({ row, customer }) => row.key || row.inKeySet === true || standingOf(scope, customer) === 'prospect',
    );
