import type { Series } from '../../model/series.ts';
import type { Customer } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import { offersOf } from '../relation/offers.ts';
import type { Scope } from '../scope.ts';
import { registerOf } from './register.ts';

/** The loyalty programme of an account: what was offered, what it cost, who used it and what it brought. */
export const offers = (scope: Scope, customer: Customer): Series => {
  const measured = new Map(offersOf(scope, customer).map(one => [one.item, one]));
  return registerOf(customer, 'offers', {
    columns: [
      column.text('loyaltyOffer'),
      column.term('kind', 'offer'),
      column.date('from'),
      column.date('to'),
      column.amount(scope, 'cost'),
      column.count('offered'),
      column.count('used'),
      column.wholeShare('uptake'),
      column.amount(scope, 'incremental'),
      column.wholeShare('return'),
      column.person('estimatedBy'),
      column.text('estimate'),
    ],
    rowOf: ({ item }) => {
      const found = measured.get(item);
      return {
        loyaltyOffer: item.title,
        kind: item.kind,
        from: item.from ?? null,
        to: item.to ?? null,
        cost: column.moneyCell(found?.cost),
        offered: item.offered ?? null,
        used: item.used ?? null,
        uptake: found?.uptake ?? null,
        incremental: column.moneyCell(found?.incremental),
        return: found?.return ?? null,
        estimatedBy: item.effect?.by ?? null,
        estimate: item.effect?.note ?? null,
      };
    },
  });
};
