import type { Cell, Row, Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { ValuedOffer } from '../../model/value-price.ts';
import { converted } from '../amounts.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { type Entry, registerOf } from './register.ts';
import {
  type AccountOffers,
  accountOffersOf,
  isKnown,
  type Known,
  type OfferValue,
  offerName,
} from './value-price.ts';

/** The offers of an account beside each other, and how the value of each is built up, per unit. */
export const accountValuePriceSeries = (scope: Scope, account: string): Series[] =>
  accountOffersOf(scope, account).flatMap(found => [summaryOf(scope, found), buildOf(scope, found)]);

const cell = (amount: Known): Cell => (isKnown(amount) ? amount.toNumber() : null);

const perUnit = ['reference', 'value', 'price', 'surplus'] as const;

const summaryOf = (scope: Scope, { customer: { id }, offers }: AccountOffers): Series => {
  const figure = (name: string): string => `account.{account}.value-price.{offerId}.${name}`;
  return {
    id: `account.${id}.value-price.offers`,
    columns: [
      column.account,
      column.text('offerId'),
      column.text('offer'),
      column.text('perUnit'),
      column.measure('quantity', 'count', 0),
      ...perUnit.map(name =>
        column.shows(column.measure(`${name}Unit`, column.moneyUnit(scope), 2), figure(name)),
      ),
      column.shows(column.measure('captured', 'share', 0), figure('captured')),
    ],
    rows: offers.map(found => ({
      account: id,
      offerId: found.offer.id,
      offer: offerName(scope, found),
      perUnit: found.offer.unit,
      quantity: found.offer.quantity ?? null,
      ...Object.fromEntries(perUnit.map(name => [`${name}Unit`, cell(found[name])])),
      captured: typeof found.captured === 'number' ? found.captured : null,
    })),
    rowInputs: offers.map(({ source }) => [at(source, 'quantity')]),
    inputs: offers.map(({ offer }) => `account.${id}.value-price.${offer.id}.surplus`),
  };
};

/** Reference, each difference, switching, and what they come to: value, price and surplus. */
const buildOf = (scope: Scope, { customer, offers }: AccountOffers): Series =>
  registerOf(
    customer.account,
    'value-price.build',
    [
      column.text('offerId'),
      column.term('valueStep', 'value-step'),
      column.text('component'),
      column.measure('levelUnit', column.moneyUnit(scope), 2),
      column.measure('differenceUnit', column.moneyUnit(scope), 2, true),
      column.text('evidence'),
      column.term('claimedBy', 'claimed-by'),
      column.flag('isResult'),
    ],
    offers.flatMap(found => entriesOf(scope, found)),
  );

const entriesOf = (scope: Scope, found: OfferValue): Entry[] => {
  const { offer, source, customer } = found;
  const entry = (valueStep: string, inputs: SourceRef, more: Row): Entry => ({
    row: {
      offerId: offer.id,
      valueStep,
      component: null,
      levelUnit: null,
      differenceUnit: null,
      evidence: null,
      claimedBy: null,
      isResult: false,
      ...more,
    },
    inputs: [inputs],
  });
  const result = (step: 'value' | 'price' | 'surplus', component: Cell = null): Entry =>
    entry(step, source, { levelUnit: cell(found[step]), component, isResult: true });
  const switching = (cost: NonNullable<ValuedOffer['switching']>): Entry =>
    entry(cost.to === 'us' ? 'joining' : 'leaving', at(source, 'switching'), {
      differenceUnit: found.switching.toNumber(),
      evidence: cost.evidence ?? null,
    });
  return [
    entry('reference', at(source, 'alternative'), {
      levelUnit: cell(found.reference),
      component: offer.alternative?.name ?? null,
      evidence: offer.alternative?.evidence ?? null,
    }),
    ...offer.differences.map((difference, index) =>
      entry('difference', at(source, 'differences', index), {
        differenceUnit: column.moneyCell(converted(scope, customer.account, difference.amount)),
        component: difference.title,
        evidence: difference.evidence ?? null,
        claimedBy: difference.saidBy,
      }),
    ),
    ...(offer.switching === undefined ? [] : [switching(offer.switching)]),
    result('value', offerName(scope, found)),
    result('price'),
    result('surplus'),
  ];
};
