import type { Diagnostic } from '../model/diagnostic.ts';
import type { Draft } from './draft.ts';
import { checkAccountPlan } from './references/account-plan.ts';
import { checkAccounts } from './references/accounts.ts';
import { checkAdoption } from './references/adoption.ts';
import { checkAmounts } from './references/amounts.ts';
import { checkCalendar } from './references/calendar.ts';
import { checkChanges } from './references/changes.ts';
import { checkContacts } from './references/contacts.ts';
import { checkContinuity } from './references/continuity.ts';
import { checkCrossings } from './references/crossings.ts';
import { checkHistory } from './references/history.ts';
import { checkIdentification } from './references/identification.ts';
import { checkIncentives } from './references/incentives.ts';
import { checkKpiSettings } from './references/kpis.ts';
import { checkLanguages } from './references/languages.ts';
import { checkLifetime } from './references/lifetime.ts';
import { checkMagnitudes } from './references/magnitudes.ts';
import { checkOrders } from './references/orders.ts';
import { checkParents } from './references/parents.ts';
import { checkPast } from './references/past.ts';
import { checkPeople } from './references/people.ts';
import { checkProducts } from './references/products.ts';
import { checkProgram } from './references/program.ts';
import { checkRates } from './references/rates.ts';
import { checkRatings } from './references/ratings.ts';
import { checkRationalisation } from './references/rationalisation.ts';
import { checkRelation } from './references/relation.ts';
import { checkRepetitions } from './references/repetitions.ts';
import { checkResources } from './references/resources.ts';
import { checkScoring } from './references/scoring.ts';
import { checkSegments } from './references/segments.ts';
import { checkService } from './references/service.ts';
import { checkSettings } from './references/settings.ts';
import { checkSkills } from './references/skills.ts';
import { checkStatements } from './references/statements.ts';
import type { Check, Tools } from './references/tools.ts';
import { checkUnits } from './references/units.ts';
import { checkWhitespace } from './references/whitespace.ts';

/** Every check that looks at more than one place. Each reports what it finds; none depends on another. */
const checks: readonly Check[] = [
  checkPeople,
  checkParents,
  checkAccounts,
  checkContacts,
  checkProducts,
  checkScoring,
  checkIdentification,
  checkRatings,
  checkHistory,
  checkSettings,
  checkOrders,
  checkLifetime,
  checkSegments,
  checkRationalisation,
  checkStatements,
  checkProgram,
  checkKpiSettings,
  checkService,
  checkAdoption,
  checkChanges,
  checkRelation,
  checkWhitespace,
  checkResources,
  checkSkills,
  checkIncentives,
  checkAccountPlan,
  checkCrossings,
  checkCalendar,
  checkPast,
  checkContinuity,
  checkAmounts,
  checkMagnitudes,
  checkRates,
  checkUnits,
  checkRepetitions,
  checkLanguages,
];

/** Cross-checks the files of a workspace against each other. */
export const checkReferences = (
  draft: Draft,
  locate: Tools['locate'],
  written: Tools['written'],
): readonly Diagnostic[] => checks.flatMap(check => [...check(draft, { locate, written })]);
