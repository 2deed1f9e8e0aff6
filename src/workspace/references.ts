import type { Diagnostic } from '../model/diagnostic.ts';
import type { Draft } from './draft.ts';
import { checkParents } from './references/parents.ts';
import { checkPeople } from './references/people.ts';
import type { Check, Tools } from './references/tools.ts';

/** Every check that looks at more than one place. Each reports what it finds; none depends on another. */
const checks: readonly Check[] = [checkPeople, checkParents];

/** Cross-checks the files of a workspace against each other. */
export const checkReferences = (
  draft: Draft,
  locate: Tools['locate'],
  written: Tools['written'],
): readonly Diagnostic[] => checks.flatMap(check => [...check(draft, { locate, written })]);
