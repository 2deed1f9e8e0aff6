import type { Figure } from '../../model/figure.ts';
import { sumOf } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { customerOf, isKey, keyCustomers } from '../customers.ts';
import type { Stated } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { sumOfMoney } from '../money.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { countOfThese, rateSource, sumOfTerms } from '../terms.ts';
import { type AssessedRisk, assessedRisks } from './risks.ts';
import { dateOfData } from './settings.ts';

/** Risks of the key accounts. */
export const keyRisks = (scope: Scope): readonly AssessedRisk[] =>
  keyCustomers(scope).flatMap(({ id }) => scope.of(assessedRisks).get(id) ?? []);

/**
 * What the risks of an account come to, where it has any or is a key account: `account.<id>.risk.exposure`,
 * `.overdue-checkpoints` and `.uncontrolled`.
 */
export const accountRiskFigures = (scope: Scope, method: string, id: string): Figure[] => {
  const customer = customerOf(scope, id);
  const risks = scope.of(assessedRisks).get(id) ?? [];
  if (customer === undefined || (risks.length === 0 && !isKey(scope, customer))) return [];
  const where = [at(customer.account.source, 'risks')];
  const counted = (some: readonly AssessedRisk[]): Stated =>
    countOfThese(
      some.map(({ source }) => source),
      where,
    );
  const exposure = sumOfTerms(
    risks.map(({ source, account: own }) => [
      at(source, 'impact'),
      at(source, 'probability'),
      ...rateSource(scope, own),
    ]),
  );
  return figuresFrom(scope, method, `account.${id}.risk`, risks, {
    exposure: risks.length === 0 ? { ...exposure, inputs: where } : exposure,
    'overdue-checkpoints': counted(risks.filter(isOverdue)),
    uncontrolled: counted(risks.filter(isUncontrolled)),
  });
};

/** The risks of the key accounts: the sums of those of the accounts. */
export const portfolioRiskFigures = (scope: Scope, method: string): Figure[] => {
  const summed = (name: string): Stated => ({
    inputs: keyCustomers(scope).map(({ id }) => `account.${id}.risk.${name}`),
    formula: sumOf(),
  });
  return figuresFrom(scope, method, 'portfolio.risks', scope.of(keyRisks), {
    exposure: summed('exposure'),
    'overdue-checkpoints': summed('overdue-checkpoints'),
    uncontrolled: summed('uncontrolled'),
  });
};

const isOverdue = ({ checkpointPassed }: AssessedRisk): boolean => checkpointPassed;
const isUncontrolled = ({ control }: AssessedRisk): boolean =>
  control === 'no-owner' || control === 'no-mitigation';

const figuresFrom = (
  scope: Scope,
  method: string,
  prefix: string,
  risks: readonly AssessedRisk[],
  from: Readonly<Record<'exposure' | 'overdue-checkpoints' | 'uncontrolled', Stated>>,
): Figure[] => {
  const make = figuresOf(method, scope.period);
  const quantified = risks.filter(({ exposure }) => exposure !== undefined);
  const total = sumOfMoney(quantified.map(({ exposure }) => exposure));
  const withCheckpoint = risks.filter(({ item }) => item.checkpoint !== undefined);
  const counted = (
    name: 'overdue-checkpoints' | 'uncontrolled',
    value: number,
    rest: Pick<Figure, 'assumptions' | 'coverage'>,
  ): Figure =>
    make(
      `${prefix}.${name}`,
      risks.length === 0 ? { code: 'no-risks-recorded' } : value,
      'count',
      0,
      from[name].inputs,
      { ...rest, polarity: 'lower', formula: from[name].formula },
    );
  return [
    make(
      `${prefix}.exposure`,
      total?.toNumber() ?? { code: 'no-risks' },
      moneyUnit(scope),
      0,
      from.exposure.inputs,
      {
        coverage: { n: quantified.length, of: risks.length },
        polarity: 'lower',
        formula: from.exposure.formula,
      },
    ),
    counted('overdue-checkpoints', risks.filter(isOverdue).length, {
      assumptions: [dateOfData(scope)],
      coverage: { n: withCheckpoint.length, of: risks.length },
    }),
    counted('uncontrolled', risks.filter(isUncontrolled).length, {}),
  ];
};
