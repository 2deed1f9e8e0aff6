import type { Cell, Row, Series } from '../../model/series.ts';
import { at, type SourceRef } from '../../model/source.ts';
import * as column from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { type Entry, registerOf } from './register.ts';
import {
  type AccountOffers,
  accountOffers,
  isKnown,
  type Known,
  type OfferValue,
  offerName,
} from './value-price.ts';
import { worthOf } from './worth.ts';

/** The offers of an account beside each other, and how the value of each is built up, per unit. */
export const valuePriceSeries = (scope: Scope): Series[] =>
  scope.of(accountOffers).flatMap(found => [summaryOf(scope, found), buildOf(scope, found)]);

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
      column.measure('amountUnit', column.moneyUnit(scope), 2, true),
      column.text('evidence'),
      column.term('claimedBy', 'claimed-by'),
      column.flag('isResult'),
    ],
    offers.flatMap(found => entriesOf(scope, found)),
  );

const entriesOf = (scope: Scope, found: OfferValue): Entry[] => {
  const { offer, source, customer } = found;
  const entry = (valueStep: string, amount: Cell, inputs: SourceRef, more: Row = {}): Entry => ({
    row: {
      offerId: offer.id,
      valueStep,
      component: null,
      amountUnit: amount,
      evidence: null,
      claimedBy: null,
      isResult: false,
      ...more,
    },
    inputs: [inputs],
  });
  const result = (step: 'value' | 'price' | 'surplus', more: Row = {}): Entry =>
    entry(step, cell(found[step]), source, { isResult: true, ...more });
  return [
    entry('reference', cell(found.reference), at(source, 'alternative'), {
      component: offer.alternative?.name ?? null,
      evidence: offer.alternative?.evidence ?? null,
    }),
    ...offer.differences.map((difference, index) =>
      entry(
        'difference',
        column.moneyCell(worthOf(scope, customer.account, difference.amount)),
        at(source, 'differences', index),
        {
          component: difference.title,
          evidence: difference.evidence ?? null,
          claimedBy: difference.saidBy,
        },
      ),
    ),
    ...(offer.switching === undefined
      ? []
      : [
          entry('switching', found.switching.toNumber(), at(source, 'switching'), {
            evidence: offer.switching.evidence ?? null,
          }),
        ]),
    result('value', { component: offerName(scope, found) }),
    result('price'),
    result('surplus'),
  ];
};
