import type { Assumption } from '../../model/figure.ts';
import { countOf, quotient, sumOf } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { countedFirst } from '../formulas.ts';
import { assumption, threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { ratioInterval } from '../statistics/ratio.ts';
import { decidedDeals } from './deals.ts';
import { type Measure, type Measurement, unavailable } from './measurement.ts';
import { kpiSettingsOf } from './settings.ts';

const lostDealRule = (scope: Scope): Assumption => {
  const source = scope.workspace.program.kpis?.source ?? scope.workspace.settings.source;
  return assumption(
    'kpis.countLostDealContacts',
    String(kpiSettingsOf(scope).countLostDealContacts),
    'true',
    at(source, 'countLostDealContacts'),
  );
};

/**
 * Contacts ÷ won deals (domain 4.10), over the deals decided in the last four quarters. Whether contacts on lost deals
 * count is declared; deals whose contacts nobody recorded are left out on both sides.
 */
export const contactsToClose: Measure = (scope, of) => {
  const { assumptions = [], ...found } = contactsPerWin(
    scope,
    of,
    kpiSettingsOf(scope).countLostDealContacts,
  );
  return { ...found, assumptions: [lostDealRule(scope), ...assumptions] };
};

/** Contacts ÷ won deals, without those that went into deals that were lost. */
export const contactsOnWonDeals: Measure = (scope, of) => contactsPerWin(scope, of, false);
/** Contacts ÷ won deals, those on lost deals included: what a win costs in all. */
export const contactsOnAllDeals: Measure = (scope, of) => contactsPerWin(scope, of, true);

const contactsPerWin = (scope: Scope, of: readonly Customer[], countLost: boolean): Measurement => {
  const deals = decidedDeals(scope, of).filter(deal => deal.won || countLost);
  const recorded = countedFirst(
    deals.filter(({ opportunity }) => opportunity.contacts !== undefined),
    deal => deal.won,
  );
  const inputs = recorded.map(({ source }) => at(source, 'contacts'));
  const won = recorded.filter(deal => deal.won).length;
  if (won === 0)
    return unavailable(deals.some(deal => deal.won) ? 'no-deal-contacts' : 'no-won-deals', inputs);
  const contacts = recorded.reduce((total, { opportunity }) => total + (opportunity.contacts ?? 0), 0);
  const interval = ratioInterval(
    recorded.map(deal => [deal.opportunity.contacts ?? 0, Number(deal.won)]),
    scope.workspace.settings.thresholds.confidence,
  );
  return {
    value: contacts / won,
    inputs,
    formula: quotient(sumOf(), countOf(0, won)),
    coverage: { n: recorded.length, of: deals.length },
    sample: won,
    ...(interval === undefined ? {} : { interval, assumptions: [threshold(scope, 'confidence')] }),
  };
};
