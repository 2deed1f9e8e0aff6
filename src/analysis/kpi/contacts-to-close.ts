import type { Assumption } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { assumption } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { decidedDeals } from './deals.ts';
import { type Measurement, unavailable } from './measurement.ts';
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
export const contactsToClose = (scope: Scope, of: readonly Customer[]): Measurement => {
  const { countLostDealContacts } = kpiSettingsOf(scope);
  const deals = decidedDeals(scope, of).filter(deal => deal.won || countLostDealContacts);
  const recorded = deals.filter(({ opportunity }) => opportunity.contacts !== undefined);
  const inputs = recorded.map(({ source }) => at(source, 'contacts'));
  const won = recorded.filter(deal => deal.won).length;
  if (won === 0)
    return unavailable(deals.some(deal => deal.won) ? 'no-deal-contacts' : 'no-won-deals', inputs);
  const contacts = recorded.reduce((total, { opportunity }) => total + (opportunity.contacts ?? 0), 0);
  return {
    value: contacts / won,
    inputs,
    coverage: { n: recorded.length, of: deals.length },
    sample: won,
    assumptions: [lostDealRule(scope)],
  };
};
