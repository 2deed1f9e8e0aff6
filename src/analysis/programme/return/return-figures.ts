import type { Figure, FigureInput, Interval, Unavailable } from '../../../model/figure.ts';
import { constant, meanOf, minus, quotient, times } from '../../../model/formula.ts';
import { at } from '../../../model/source.ts';
import { formulaOf } from '../../amounts.ts';
import type { Customer } from '../../customers.ts';
import { addedUp, type Stated } from '../../formulas.ts';
import { figuresOf } from '../../make.ts';
import { basis, threshold } from '../../portfolio/assumptions.ts';
import { moneyUnit } from '../../portfolio/columns.ts';
import { totalCoverage } from '../../portfolio/revenue.ts';
import { spanAssumption } from '../../rationalisation/settings.ts';
import type { Scope } from '../../scope.ts';
import { uncertaintyOf } from '../../statistics/uncertainty.ts';
import { type AccountReturn, accountReturnId } from './account-figures.ts';
import { designation } from './designation.ts';
import { type Effect, effects } from './effects.ts';
import { type Change, isRelative, type ReturnOutcome } from './panel.ts';
import { spendReturn } from './spend-return.ts';
import {
  type Side,
  type StandingComparison,
  type StandingMeasure,
  standingComparisons,
} from './standing-comparison.ts';

const prefix = 'programme.return';

/** Key against other accounts, before against after designation, and what the programme returned for what it cost. */
export const returnFigures = (scope: Scope, method: string): readonly Figure[] => [
  ...scope.of(standingComparisons).flatMap(comparison => comparisonFigures(scope, method, comparison)),
  ...scope.of(effects).flatMap(effect => effectFigures(scope, method, effect)),
  ...spendFigures(scope, method),
];

const isSmall = (scope: Scope, ...counts: readonly number[]): boolean =>
  Math.min(...counts) < scope.workspace.settings.thresholds.smallSample;

/** How far one side can be trusted. */
const precisionOf = (
  scope: Scope,
  { n, interval, coverage, stated }: Side,
): Pick<Figure, 'smallSample' | 'interval' | 'noInterval' | 'coverage' | 'formula'> => ({
  smallSample: isSmall(scope, n),
  coverage,
  ...(stated === undefined ? {} : { formula: stated.formula }),
  ...uncertaintyOf(interval, n),
});

const placesOf = (customer: Customer): readonly FigureInput[] =>
  customer.members.map(({ source }) => at(source, 'history'));

const comparisonFigures = (
  scope: Scope,
  method: string,
  { measure, key, other, difference, interval }: StandingComparison,
): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const id = (name: string): string => `${prefix}.standing.${measure}.${name}`;
  const none: Unavailable = { code: `no-${measure}` };
  const inputsOf = (side: Side) => (): readonly FigureInput[] =>
    side.stated?.inputs ?? standingInputs(scope, measure);
  const assumptions =
    measure === 'contribution-ratio' ? spanAssumption(scope) : measure === 'growth' ? [basis(scope)] : [];
  const rest = { assumptions, polarity: 'higher' as const };
  return [
    make(id('key'), key.value ?? none, 'share', 1, inputsOf(key), {
      ...rest,
      ...precisionOf(scope, key),
    }),
    make(id('other'), other.value ?? none, 'share', 1, inputsOf(other), {
      ...rest,
      ...precisionOf(scope, other),
    }),
    make(id('difference'), difference ?? none, 'points', 1, [id('key'), id('other')], {
      ...rest,
      formula: minus(0, 1),
      assumptions: [threshold(scope, 'confidence')],
      coverage: totalCoverage([key.coverage, other.coverage]),
      smallSample: isSmall(scope, key.n, other.n),
      ...uncertaintyOf(interval, Math.min(key.n, other.n)),
    }),
  ];
};

const standingInputs = (scope: Scope, measure: StandingMeasure): readonly FigureInput[] => {
  const { designated, always, never } = scope.of(designation);
  const all = [...designated.map(({ customer }) => customer), ...always, ...never];
  switch (measure) {
    case 'retention':
      return all.map(({ account }) => at(account.source, account.status === 'lost' ? 'lost' : 'since'));
    case 'share-of-wallet':
      return all
        .filter(({ members }) =>
          members.some(({ history }) =>
            Object.values(history).some(({ walletSpend }) => walletSpend !== undefined),
          ),
        )
        .flatMap(placesOf);
    default:
      return all.flatMap(placesOf);
  }
};

/** Why an outcome can't be compared before and after. */
const whyNoEffect = (scope: Scope, outcome: ReturnOutcome): Unavailable => {
  const { designated, never } = scope.of(designation);
  if (designated.length === 0) return { code: 'no-designation-on-record' };
  if (never.length === 0) return { code: 'no-other-accounts' };
  return { code: outcome === 'share-of-wallet' ? 'no-share-of-wallet' : 'no-quarters-to-compare' };
};

const effectFigures = (
  scope: Scope,
  method: string,
  { outcome, found, trend }: Effect,
): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const id = (name: string): string => `${prefix}.${outcome}.${name}`;
  const { designated } = scope.of(designation);
  const why = whyNoEffect(scope, outcome);
  const coverage = { n: found?.treatedCount ?? 0, of: designated.length };
  const level = (name: string, side: 'treated' | 'controls', when: keyof Change): Figure => {
    const stated = statedMean(outcome, side, when, found);
    return make(id(name), found?.[side][when] ?? why, 'share', 1, stated.inputs, {
      coverage,
      formula: stated.formula,
      ...(startsAtOne(outcome, when)
        ? {}
        : {
            ...precisionOfCounts(scope, found, found?.levels[side][when]),
            assumptions: [threshold(scope, 'confidence')],
          }),
    });
  };
  return [
    level('key-before', 'treated', 'before'),
    level('key-after', 'treated', 'after'),
    level('other-before', 'controls', 'before'),
    level('other-after', 'controls', 'after'),
    make(
      id('effect'),
      found?.effect ?? why,
      'points',
      1,
      ['key-before', 'key-after', 'other-before', 'other-after'].map(id),
      {
        coverage,
        formula: minus(minus(1, 0), minus(3, 2)),
        assumptions: [threshold(scope, 'confidence')],
        polarity: 'higher',
        ...precisionOfCounts(scope, found, found?.interval),
      },
    ),
    make(
      id('trend'),
      trend?.effect ?? (found === undefined ? why : { code: 'no-quarters-for-trend' }),
      'points',
      1,
      (trend?.effects ?? []).map(one => accountReturnId(one.id, outcome, 'trend')),
      {
        formula: meanOf(),
        assumptions: [threshold(scope, 'confidence')],
        coverage: { n: trend?.treatedCount ?? 0, of: designated.length },
        ...precisionOfCounts(scope, trend, trend?.interval),
      },
    ),
  ];
};

/** How far a difference between so many accounts on either side can be trusted. */
const precisionOfCounts = (
  scope: Scope,
  found: Effect['found'],
  interval: Interval | undefined,
): Pick<Figure, 'smallSample' | 'interval' | 'noInterval'> => {
  const counts = [found?.treatedCount ?? 0, found?.controlCount ?? 0] as const;
  return { smallSample: isSmall(scope, ...counts), ...uncertaintyOf(interval, Math.min(...counts)) };
};

/** Where a change is relative, each account starts from 1: that is no estimate. */
const startsAtOne = (outcome: ReturnOutcome, when: keyof Change): boolean =>
  isRelative(outcome) && when === 'before';

/** The mean over the designated accounts of their own level, or of that of the others over the same quarters. */
const statedMean = (
  outcome: ReturnOutcome,
  side: 'treated' | 'controls',
  when: keyof Change,
  found: Effect['found'],
): Stated => {
  const others = isRelative(outcome) ? 'others-after' : (`others-${when}` as const);
  const name = side === 'treated' ? keyLevel(outcome, when) : others;
  return {
    inputs: (found?.effects ?? []).map(one => accountReturnId(one.id, outcome, name)),
    formula: startsAtOne(outcome, when) ? constant(1) : meanOf(),
  };
};

const keyLevel = (outcome: ReturnOutcome, when: keyof Change): AccountReturn =>
  isRelative(outcome) && when === 'after' ? 'change' : when;

const spendFigures = (scope: Scope, method: string): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const found = scope.of(spendReturn);
  const { spend, bases, attributed, attributedInterval, ratio, ratioInterval, measured, keyAccounts } = found;
  const why = whyNoEffect(scope, 'contribution');
  const noSpend: Unavailable = { code: found.periods.length === 0 ? why.code : 'no-programme-spend' };
  const rest = {
    coverage: { n: measured, of: keyAccounts },
    smallSample: isSmall(scope, measured),
    polarity: 'higher' as const,
  };
  return [
    make(`${prefix}.spend`, spend.total?.toNumber() ?? noSpend, moneyUnit(scope), 0, spend.inputs, {
      coverage: { n: spend.found, of: spend.sought },
      polarity: 'lower',
      ...formulaOf(spend),
    }),
    make(
      `${prefix}.attributed`,
      attributed ?? why,
      moneyUnit(scope),
      0,
      [
        `${prefix}.contribution.effect`,
        ...bases.map(({ id }) => accountReturnId(id, 'contribution', 'before')),
      ],
      {
        ...rest,
        // So many quarters as the account was key, each at its level before.
        formula: times(0, addedUp(bases.map(({ quarters }, index) => times(index + 1, constant(quarters))))),
        ...uncertaintyOf(attributedInterval, measured),
      },
    ),
    make(
      `${prefix}.ratio`,
      ratio ?? (attributed === undefined ? why : noSpend),
      'share',
      0,
      [`${prefix}.attributed`, `${prefix}.spend`],
      {
        ...rest,
        formula: quotient(minus(0, 1), 1),
        ...uncertaintyOf(ratioInterval, measured),
      },
    ),
  ];
};
