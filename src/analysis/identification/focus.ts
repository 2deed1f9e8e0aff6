import { standingOf } from '../portfolio/standing.ts';
import type { Scope } from '../scope.ts';
import { type Checklist, checklists } from './checklist.ts';

/** Whether a checklist is printed: those of key accounts, of prospects and of whoever the points table admits. */
export const isInFocus = (scope: Scope, { row, customer }: Checklist): boolean =>
  row.key || row.inKeySet === true || standingOf(scope, customer) === 'prospect';

/** The checklists that are printed, in the order of the points table. */
export const focus = (scope: Scope): readonly Checklist[] =>
  scope.of(checklists).filter(checklist => isInFocus(scope, checklist));
