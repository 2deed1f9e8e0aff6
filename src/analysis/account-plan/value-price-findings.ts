import type { Finding, FindingParam } from '../../model/finding.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { choice, count, figure, findingAbout, quoted, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import {
  accountOffers,
  isKnown,
  type Known,
  type OfferValue,
  offerName,
  provenSurplus,
  unmeasured,
} from './value-price.ts';

/** Whether the customer keeps more of the value than it pays for, by the offer of which most is known. */
export const valuePriceFindings = (scope: Scope): readonly Finding[] =>
  scope.of(accountOffers).flatMap(({ customer, offers }) => {
    const offer = offers.find(({ surplus }) => isKnown(surplus)) ?? offers[0];
    if (offer === undefined) return [];
    const proven = provenSurplus(scope, offer);
    // An offer that can't be computed is told: dropped in silence, it is often the one that looks bad.
    const open = offers.filter(one => one !== offer && !isKnown(one.surplus));
    const names = ['value', 'price', 'surplus', 'captured'].map(
      name => `value-price.${offer.offer.id}.${name}`,
    );
    return [
      findingAbout(customer.id, 'account.value-price', severityOf(offer), 35, names, {
        verdict: choice(verdictOf(offer)),
        offer: text(offerName(scope, offer)),
        unit: text(offer.offer.unit),
        value: perUnit(scope, offer.value),
        price: perUnit(scope, offer.price),
        surplus: perUnit(scope, offer.surplus),
        captured: figure(`account.${customer.id}.value-price.${offer.offer.id}.captured`),
        hasShare: choice(typeof offer.captured === 'number' ? 'yes' : 'no'),
        ownWord: count(offer.offer.differences.filter(({ saidBy }) => saidBy === 'own').length),
        differences: count(offer.offer.differences.length),
        proven: perUnit(scope, proven),
        isProven: choice(isKnown(proven) && proven.greaterThan(0) ? 'yes' : 'no'),
        switching: perUnit(scope, offer.switching),
        leaving: choice(offer.switching.greaterThan(0) ? 'yes' : 'no'),
        open: count(open.length),
        openNames: quoted(open.map(one => offerName(scope, one))),
        unmeasured: count(open.flatMap(unmeasured).length),
        unmeasuredNames: quoted(open.flatMap(unmeasured)),
      }),
    ];
  });

// The sentence prints none of them where one is missing.
const perUnit = (scope: Scope, amount: Known): FindingParam => ({
  kind: 'number',
  value: isKnown(amount) ? amount.toNumber() : 0,
  unit: moneyUnit(scope),
  precision: 2,
});

type Verdict = 'surplus' | 'even' | 'overpriced' | 'unknown';

const verdictOf = ({ surplus }: OfferValue): Verdict => {
  if (!isKnown(surplus)) return 'unknown';
  if (surplus.isZero()) return 'even';
  return surplus.isNegative() ? 'overpriced' : 'surplus';
};

const severities: Readonly<Record<Verdict, Finding['severity']>> = {
  surplus: 'good',
  even: 'notable',
  overpriced: 'attention',
  unknown: 'notable',
};
const severityOf = (offer: OfferValue): Finding['severity'] => severities[verdictOf(offer)];
