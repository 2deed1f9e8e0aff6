import type { Figure, FigureInput, Unavailable } from '../../model/figure.ts';
import { constant, minus, plus, quotient, times } from '../../model/formula.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Stated } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { type Money, money, sum } from '../money.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { rateSource, sumOfTerms } from '../terms.ts';
import { accountOffersOf, isKnown, type Known, type OfferValue } from './value-price.ts';

/** Value, price, surplus and capture of each offer of an account per unit, and of all of them a year. */
export const accountValuePriceFigures = (scope: Scope, method: string, account: string): Figure[] =>
  accountOffersOf(scope, account).flatMap(({ offers }) => [
    ...offers.flatMap(found => offerFigures(scope, method, found)),
    ...yearFigures(scope, method, account, offers),
  ]);

const number = (amount: Known): number | Unavailable => (isKnown(amount) ? amount.toNumber() : amount);

const offerFigures = (scope: Scope, method: string, found: OfferValue): Figure[] => {
  const { customer, offer, source } = found;
  const make = figuresOf(method, scope.period);
  const id = (name: string): string => `account.${customer.id}.value-price.${offer.id}.${name}`;
  const unit = column.moneyUnit(scope);
  const rate = rateSource(scope, customer.account);
  const stated = (...path: readonly (string | number)[]): readonly SourceRef[] => [
    at(source, ...path),
    ...rate,
  ];
  const amount = (name: string, known: Known, { inputs, formula }: Stated): Figure =>
    make(id(name), number(known), unit, 2, inputs, { formula });
  const differences = sumOfTerms(offer.differences.map((_, index) => stated('differences', index, 'amount')));
  const named = offer.differences.filter(one => one.amount !== undefined).length;
  return [
    amount('reference', found.reference, sumOfTerms([stated('alternative', 'price')])),
    make(
      id('differentiation'),
      number(found.differentiation),
      unit,
      2,
      offer.differences.length === 0 ? [at(source, 'differences')] : differences.inputs,
      {
        coverage: { n: named, of: offer.differences.length },
        polarity: 'higher',
        formula: differences.formula,
      },
    ),
    amount('switching', found.switching, switchingFrom(found, sumOfTerms([stated('switching', 'cost')]))),
    amount('value', found.value, {
      inputs: [id('reference'), id('differentiation'), id('switching')],
      formula: plus(plus(0, 1), 2),
    }),
    amount('price', found.price, sumOfTerms([stated('price')])),
    amount('surplus', found.surplus, { inputs: [id('value'), id('price')], formula: minus(0, 1) }),
    make(id('captured'), found.captured, 'share', 0, [id('reference'), id('value'), id('price')], {
      formula: quotient(minus(2, 0), minus(1, 0)),
    }),
  ];
};

/** Where nobody states a cost of changing, there is none to count. */
const switchingFrom = ({ offer: { switching }, source }: OfferValue, cost: Stated): Stated => {
  if (switching?.cost === undefined) return { inputs: [source], formula: constant(0) };
  return switching.to === 'us' ? { ...cost, formula: times(constant(-1), cost.formula) } : cost;
};

/** An offer of which all is known, with its units a year. */
interface Whole {
  readonly found: OfferValue;
  readonly gain: Money;
  readonly premium: Money;
  readonly surplus: Money;
}

const wholeYear = (found: OfferValue): readonly Whole[] => {
  const { offer, reference, value, price } = found;
  if (offer.quantity === undefined || !isKnown(reference) || !isKnown(value) || !isKnown(price)) return [];
  const units = money(offer.quantity);
  return [
    {
      found,
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
  const figure = (name: string): string => `account.${id}.value-price.${name}`;
  const amount = (name: string, total: Money, less: 'reference' | 'price'): Figure => {
    const { inputs, formula } = valueLess(
      less,
      missing === undefined ? whole.map(({ found }) => found) : offers,
    );
    return make(figure(name), missing ?? total.toNumber(), column.moneyUnit(scope), 0, inputs, {
      coverage,
      formula,
    });
  };
  return [
    amount('gain', gain, 'reference'),
    amount('surplus', sum(whole.map(one => one.surplus)), 'price'),
    make(
      figure('captured'),
      missing ?? (gain.greaterThan(0) ? premium.dividedBy(gain).toNumber() : { code: 'no-differentiation' }),
      'share',
      0,
      [figure('gain'), figure('surplus')],
      { coverage, formula: quotient(minus(0, 1), 0) },
    ),
  ];
};

/** Units × value of each offer, less units × what is set against it. */
const valueLess = (name: 'reference' | 'price', offers: readonly OfferValue[]): Stated => {
  const terms = (part: string): readonly FigureInput[][] =>
    offers.map(({ customer, offer, source }) => [
      `account.${customer.id}.value-price.${offer.id}.${part}`,
      at(source, 'quantity'),
    ]);
  const value = sumOfTerms(terms('value'));
  const less = sumOfTerms(terms(name), value.inputs.length);
  return { inputs: [...value.inputs, ...less.inputs], formula: minus(value.formula, less.formula) };
};
