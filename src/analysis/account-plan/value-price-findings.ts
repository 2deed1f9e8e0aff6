import type { Finding } from '../../model/finding.ts';
import { choice, count, figure } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { about } from './about.ts';
import { accountOffers, isKnown, type OfferValue, offerName } from './value-price.ts';

/** Whether the customer keeps more of the value than it pays for, by the offer of which most is known. */
export const valuePriceFindings = (scope: Scope): readonly Finding[] =>
  scope.of(accountOffers).flatMap(({ customer, offers }) => {
    const offer = offers.find(({ surplus }) => isKnown(surplus)) ?? offers[0];
    if (offer === undefined) return [];
    const prefix = `account.${customer.id}.value-price.${offer.offer.id}`;
    const names = ['value', 'price', 'surplus', 'captured'].map(
      name => `value-price.${offer.offer.id}.${name}`,
    );
    return [
      about(customer.id, 'account.value-price', severityOf(offer), 35, names, {
        verdict: choice(verdictOf(offer)),
        offer: { kind: 'text', text: offerName(scope, offer) },
        unit: { kind: 'text', text: offer.offer.unit },
        value: figure(`${prefix}.value`),
        price: figure(`${prefix}.price`),
        surplus: figure(`${prefix}.surplus`),
        captured: figure(`${prefix}.captured`),
        hasShare: choice(typeof offer.captured === 'number' ? 'yes' : 'no'),
        ownWord: count(offer.offer.differences.filter(({ saidBy }) => saidBy === 'own').length),
        differences: count(offer.offer.differences.length),
      }),
    ];
  });

type Verdict = 'surplus' | 'even' | 'overpriced' | 'unknown';

const verdictOf = ({ surplus }: OfferValue): Verdict => {
  if (!isKnown(surplus)) return 'unknown';
  if (surplus.isZero()) return 'even';
  return surplus.isPositive() ? 'surplus' : 'overpriced';
};

const severities: Readonly<Record<Verdict, Finding['severity']>> = {
  surplus: 'good',
  even: 'notable',
  overpriced: 'attention',
  unknown: 'notable',
};
const severityOf = (offer: OfferValue): Finding['severity'] => severities[verdictOf(offer)];
