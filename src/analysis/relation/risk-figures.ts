import type { Figure } from '../../model/figure.ts';
import { keyCustomers } from '../customers.ts';
import { figuresOf } from '../make.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { sumOfMoney } from './entries.ts';
import { type AssessedRisk, assessedRisks } from './risks.ts';
import { dateOfData } from './settings.ts';

/** Risks of the key accounts. */
export const keyRisks = (scope: Scope): readonly AssessedRisk[] =>
  keyCustomers(scope).flatMap(({ id }) => scope.of(assessedRisks).get(id) ?? []);

/** What some risks come to: `<prefix>.exposure`, `.overdue-checkpoints` and `.uncontrolled`. */
export const riskFigures = (
  scope: Scope,
  method: string,
  prefix: string,
  risks: readonly AssessedRisk[],
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const quantified = risks.filter(({ exposure }) => exposure !== undefined);
  const total = sumOfMoney(quantified.map(({ exposure }) => exposure));
  const withCheckpoint = risks.filter(({ item }) => item.checkpoint !== undefined);
  const overdue = risks.filter(({ control }) => control === 'overdue');
  const uncontrolled = risks.filter(({ control }) => control === 'no-owner' || control === 'no-mitigation');
  const inputs = risks.map(({ source }) => source);
  return [
    make(`${prefix}.exposure`, total?.toNumber() ?? { code: 'no-risks' }, moneyUnit(scope), 0, inputs, {
      coverage: { n: quantified.length, of: risks.length },
      polarity: 'lower',
    }),
    make(
      `${prefix}.overdue-checkpoints`,
      risks.length === 0 ? { code: 'no-risks-recorded' } : overdue.length,
      'count',
      0,
      overdue.map(({ source }) => source),
      {
        assumptions: [dateOfData(scope)],
        coverage: { n: withCheckpoint.length, of: risks.length },
        polarity: 'lower',
      },
    ),
    make(
      `${prefix}.uncontrolled`,
      risks.length === 0 ? { code: 'no-risks-recorded' } : uncontrolled.length,
      'count',
      0,
      uncontrolled.map(({ source }) => source),
      { polarity: 'lower' },
    ),
  ];
};
