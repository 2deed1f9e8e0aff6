import type { Assumption } from '../../model/figure.ts';
import { countOf, quotient, sumOf } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import { placeOf } from '../filed.ts';
import { countedFirst } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { assumption, threshold } from '../portfolio/assumptions.ts';
import type { Scope } from '../scope.ts';
import { ratioUncertainty } from '../statistics/uncertainty.ts';
import { type Deal, decidedDeals } from './deals.ts';
import { type Measure, type Measurement, numberOf } from './measurement.ts';
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
export const contactsToClose: Measure = (scope, of) =>
  contactsPerWin(scope, of, kpiSettingsOf(scope).countLostDealContacts, [lostDealRule(scope)]);

/** Contacts ÷ won deals, without those that went into deals that were lost. */
export const contactsOnWonDeals: Measure = (scope, of) => contactsPerWin(scope, of, false);
/** Contacts ÷ won deals, those on lost deals included: what a win costs in all. */
export const contactsOnAllDeals: Measure = (scope, of) => contactsPerWin(scope, of, true);

/** @param rules assumptions that come before those of the measure */
const contactsPerWin = (
  scope: Scope,
  of: readonly Customer[],
  countLost: boolean,
  rules: readonly Assumption[] = [],
): Measurement => {
  const list = (): readonly Deal[] => decidedDeals(scope, of).filter(deal => deal.won || countLost);
  const inputs = (): readonly SourceRef[] => recordedOf(list()).map(deal => placeOf(deal, 'contacts'));
  const deals = list();
  const recorded = recordedOf(deals);
  const won = numberOf(recorded, isWon);
  const assumed = (own: readonly Assumption[]): Pick<Measurement, 'assumptions'> =>
    rules.length + own.length === 0 ? {} : { assumptions: [...rules, ...own] };
  if (won === 0) {
    const code = deals.some(isWon) ? 'no-deal-contacts' : 'no-won-deals';
    return withInputs(inputs, { unavailable: { code }, ...assumed([]) });
  }
  const contacts = recorded.reduce((total, { item }) => total + (item.contacts ?? 0), 0);
  const uncertainty = ratioUncertainty(
    recorded.map(deal => [deal.item.contacts ?? 0, Number(deal.won)]),
    scope.workspace.settings.thresholds.confidence,
  );
  return withInputs(inputs, {
    value: contacts / won,
    formula: quotient(sumOf(), countOf(0, won)),
    coverage: { n: recorded.length, of: deals.length },
    sample: won,
    ...uncertainty,
    ...assumed([threshold(scope, 'confidence')]),
  });
};

const isWon = ({ won }: Deal): boolean => won;

/** Deals of which somebody recorded the contacts, those won first. */
const recordedOf = (deals: readonly Deal[]): readonly Deal[] =>
  countedFirst(
    deals.filter(({ item }) => item.contacts !== undefined),
    isWon,
  );
