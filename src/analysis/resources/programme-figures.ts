import type { Figure, FigureInput } from '../../model/figure.ts';
import { type SpendKind, spendKinds } from '../../model/resources.ts';
import { at } from '../../model/source.ts';
import { formulaOf } from '../amounts.ts';
import { totalFrom } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { basis } from '../portfolio/assumptions.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { type BudgetComparison, compareBudget } from '../programme/budget.ts';
import { accountEntries, programmeSpend, type SpendEntry, sharedEntries } from '../programme/spend.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { fullTimeFrom, partsOf, peopleIn, sharedParts, totalFullTime } from './people.ts';
import { fullTimeAssumption, toleranceAssumption } from './settings.ts';

/** Everything that is granted and spent in the span: on the programme as a whole, and on its accounts. */
export const spendOfSpan = (scope: Scope): readonly SpendEntry[] => [
  ...sharedEntries(scope, currentSpan(scope)),
  ...accountEntries(scope, scope.workspace.accounts, currentSpan(scope)),
];

export interface KindBudget extends BudgetComparison {
  readonly kind: SpendKind;
}

/** Budget against actual of the span by kind, for the kinds that have entries. */
export const budgetByKind = (scope: Scope): readonly KindBudget[] => {
  const entries = scope.of(spendOfSpan);
  return spendKinds.flatMap(kind => {
    const own = entries.filter(entry => entry.kind === kind);
    return own.length === 0 ? [] : [{ kind, ...compareBudget(own) }];
  });
};

const prefix = 'programme.resources';

/** Money and people. */
export const programmeResourceFigures = (scope: Scope, method: string): Figure[] => [
  ...budgetFigures(scope, method, prefix, compareBudget(scope.of(spendOfSpan))),
  ...scope.of(budgetByKind).flatMap(one => budgetFigures(scope, method, `${prefix}.kind.${one.kind}`, one)),
  ...peopleFigures(scope, method),
];

const budgetFigures = (scope: Scope, method: string, id: string, found: BudgetComparison): Figure[] => {
  const make = figuresOf(method, scope.period);
  const unit = moneyUnit(scope);
  const nothing = [resourcesPlace(scope)];
  const inputsOr = (list: () => readonly FigureInput[]) => (): readonly FigureInput[] => {
    const inputs = list();
    return inputs.length > 0 ? inputs : nothing;
  };
  const whole = id === prefix ? programmeSpend(scope, currentSpan(scope)) : found.actual;
  const assumptions = [basis(scope)];
  const judged = {
    assumptions: [basis(scope), toleranceAssumption(scope)],
    coverage: found.coverage,
    polarity: 'lower',
  } as const;
  const [unbudgeted, unbooked] = [totalFrom([found.unbudgeted]), totalFrom([found.unbooked])];
  const known = found.coverage.of > 0;
  return [
    make(
      `${id}.budget`,
      found.budget.total?.toNumber() ?? { code: 'no-budget' },
      unit,
      0,
      inputsOr(() => found.budget.inputs),
      {
        assumptions,
        coverage: { n: found.budget.found, of: found.budget.sought },
        ...formulaOf(found.budget),
      },
    ),
    make(
      `${id}.actual`,
      whole.total?.toNumber() ?? { code: 'no-spend' },
      unit,
      0,
      inputsOr(() => whole.inputs),
      {
        assumptions,
        coverage: { n: whole.found, of: whole.sought },
        ...formulaOf(whole),
      },
    ),
    make(
      `${id}.variance`,
      found.variance?.toNumber() ?? { code: 'no-budget' },
      unit,
      0,
      inputsOr(() => found.varianceInputs),
      { ...judged, formula: found.varianceFormula },
    ),
    make(
      `${id}.variance-share`,
      found.varianceShare ?? { code: 'no-budget' },
      'share',
      1,
      inputsOr(() => found.varianceInputs),
      { ...judged, formula: found.varianceShareFormula },
    ),
    make(
      `${id}.unbudgeted`,
      known ? (found.unbudgeted.total?.toNumber() ?? 0) : { code: 'no-spend' },
      unit,
      0,
      inputsOr(() => [...unbudgeted.inputs, ...found.actual.inputs]),
      {
        assumptions,
        coverage: { n: found.unbudgeted.found, of: found.unbudgeted.sought },
        formula: unbudgeted.formula,
      },
    ),
    make(
      `${id}.unbooked`,
      known ? (found.unbooked.total?.toNumber() ?? 0) : { code: 'no-spend' },
      unit,
      0,
      inputsOr(() => [...unbooked.inputs, ...found.budget.inputs]),
      {
        assumptions,
        coverage: { n: found.unbooked.found, of: found.unbooked.sought },
        formula: unbooked.formula,
      },
    ),
  ];
};

const resourcesPlace = (scope: Scope) =>
  at(scope.workspace.program.resources?.source ?? scope.workspace.settings.source, 'spend');

const peopleFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const parts = [...sharedParts(scope), ...partsOf(scope, scope.workspace.accounts)];
  const people = peopleIn(parts);
  const fullTime = fullTimeFrom(scope, parts);
  const nowhere = [resourcesPlace(scope)];
  return [
    make(
      `${prefix}.people`,
      people.number === 0 ? { code: 'no-people' } : people.number,
      'count',
      0,
      people.number === 0 ? nowhere : people.inputs,
      { formula: people.formula },
    ),
    make(
      `${prefix}.fte`,
      totalFullTime(parts) ?? { code: 'no-people' },
      'index',
      1,
      parts.length === 0 ? nowhere : fullTime.inputs,
      {
        formula: fullTime.formula,
        assumptions: [basis(scope), fullTimeAssumption(scope)],
        coverage: { n: parts.filter(({ fte }) => fte !== undefined).length, of: parts.length },
      },
    ),
  ];
};
