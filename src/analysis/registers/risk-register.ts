import type { Column, Row, Series } from '../../model/series.ts';
import type { Customer } from '../customers.ts';
import * as column from '../portfolio/columns.ts';
import { assessedRisks } from '../relation/risks.ts';
import type { Scope } from '../scope.ts';
import { registerOf } from './register.ts';

export const riskColumns = (scope: Scope): readonly Column[] => [
  column.text('risk'),
  column.wholeShare('probability'),
  column.amount(scope, 'impact'),
  column.amount(scope, 'exposure'),
  column.term('probabilityBand', 'risk-band'),
  column.term('impactBand', 'impact-band'),
  column.text('mitigation'),
  column.person('owner'),
  column.date('checkpoint'),
  column.term('control', 'risk-control'),
];

/** Risks with their exposure, band in the matrix and what is missing from them: the largest exposure first, what has none last. */
export const risks = (scope: Scope, customer: Customer): Series => {
  const assessed = new Map(
    scope
      .of(assessedRisks)
      .get(customer.id)
      ?.map(one => [one.item, one]),
  );
  return registerOf(customer, 'risks', {
    columns: riskColumns(scope),
    rowOf: ({ item }) => {
      const found = assessed.get(item);
      return {
        risk: item.title,
        probability: item.probability,
        impact: column.moneyCell(found?.impact),
        exposure: column.moneyCell(found?.exposure),
        probabilityBand: found?.probabilityBand ?? null,
        impactBand: found?.impactBand ?? null,
        mitigation: item.mitigation ?? null,
        owner: item.owner ?? null,
        checkpoint: item.checkpoint ?? null,
        control: found?.control ?? null,
      };
    },
    order: (a, b) => exposureOf(b) - exposureOf(a),
  });
};

const exposureOf = ({ exposure }: Row): number => (typeof exposure === 'number' ? exposure : -1);
