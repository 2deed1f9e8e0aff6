import type { Figure, FigureInput, Unavailable } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { figuresOf } from '../make.ts';
import { type Money, money, sum } from '../money.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { accountOffers, isKnown, type Known, type OfferValue } from './value-price.ts';
import { rateSource } from './worth.ts';

/** Value, price, surplus and capture of each offer per unit, and of all offers of an account a year. */
export const valuePriceFigures = (scope: Scope, method: string): Figure[] =>
  scope
    .of(accountOffers)
    .flatMap(({ customer, offers }) => [
      ...offers.flatMap(found => offerFigures(scope, method, found)),
      ...yearFigures(scope, method, customer.id, offers),
    ]);

const number = (amount: Known): number | Unavailable => (isKnown(amount) ? amount.toNumber() : amount);

const offerFigures = (scope: Scope, method: string, found: OfferValue): Figure[] => {
  const { customer, offer, source } = found;
  const make = figuresOf(method, scope.period);
  const id = (name: string): string => `account.${customer.id}.value-price.${offer.id}.${name}`;
  const unit = column.moneyUnit(scope);
  const rate = rateSource(scope, customer.account);
  const amount = (name: string, known: Known, inputs: readonly FigureInput[]): Figure =>
    make(id(name), number(known), unit, 2, [...inputs, ...rate]);
  const named = offer.differences.filter(one => one.amount !== undefined).length;
  return [
    amount('reference', found.reference, [at(source, 'alternative')]),
    make(
      id('differentiation'),
      number(found.differentiation),
      unit,
      2,
      [at(source, 'differences'), ...rate],
      {
        coverage: { n: named, of: offer.differences.length },
        polarity: 'higher',
      },
    ),
    amount('switching', found.switching, [offer.switching === undefined ? source : at(source, 'switching')]),
    amount('value', found.value, [id('reference'), id('differentiation'), id('switching')]),
    amount('price', found.price, [offer.price === undefined ? source : at(source, 'price')]),
    amount('surplus', found.surplus, [id('value'), id('price')]),
    make(id('captured'), found.captured, 'share', 0, [id('reference'), id('value'), id('price')]),
  ];
};

/** An offer of which all is known, with its units a year. */
interface Whole {
  readonly gain: Money;
  readonly premium: Money;
  readonly surplus: Money;
}

const wholeYear = ({ offer, reference, value, price }: OfferValue): readonly Whole[] => {
  if (offer.quantity === undefined || !isKnown(reference) || !isKnown(value) || !isKnown(price)) return [];
  const units = money(offer.quantity);
  return [
    {
      gain: value.minus(reference).times(units),
      premium: price.minus(reference).times(units),
      surplus: value.minus(price).times(units),
    },
  ];
};

const yearFigures = (scope: Scope, method: string, id: string, offers: readonly OfferValue[]): Figure[] => {
  const whole = offers.flatMap(wholeYear);
  const make = figuresOf(method, scope.period);
  const coverage = { n: whole.length, of: offers.length };
  const missing = whole.length === 0 ? { code: 'no-whole-offer' } : undefined;
  const gain = sum(whole.map(one => one.gain));
  const premium = sum(whole.map(one => one.premium));
  const inputs = offers.flatMap(({ customer, offer, source }) => [
    `account.${customer.id}.value-price.${offer.id}.value`,
    `account.${customer.id}.value-price.${offer.id}.price`,
    at(source, 'quantity'),
  ]);
  const amount = (name: string, total: Money): Figure =>
    make(
      `account.${id}.value-price.${name}`,
      missing ?? total.toNumber(),
      column.moneyUnit(scope),
      0,
      inputs,
      {
        coverage,
      },
    );
  return [
    amount('gain', gain),
    amount('surplus', sum(whole.map(one => one.surplus))),
    make(
      `account.${id}.value-price.captured`,
      missing ?? (gain.greaterThan(0) ? premium.dividedBy(gain).toNumber() : { code: 'no-differentiation' }),
      'share',
      0,
      [`account.${id}.value-price.gain`, ...inputs],
      { coverage },
    ),
  ];
};
