import type { Assumption, Figure, Unavailable } from '../../model/figure.ts';
import { constant, countOf, quotient, sumOf, times } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { numberOfFirst, over, type Stated, sideBySide, sumBetween, totalFrom } from '../formulas.ts';
import { withInputs } from '../inputs.ts';
import { figuresOf } from '../make.ts';
import { type Money, ratio } from '../money.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { totalCoverage } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import type { CustomerContribution } from './contribution.ts';
import { freed, type Holding, holdings, type PortfolioState, portfolioStates } from './outcome.ts';
import { hourValueAssumption, ruleAssumptions, settingsOf, spanAssumption } from './settings.ts';
import { hoursInputs, statedContribution, statedPart, statedRatio } from './stated-contribution.ts';
import { whaleCurve } from './whale.ts';

const prefix = 'portfolio.rationalisation';

/** The whale curve in three numbers, what each part of the portfolio brings, and what the freed hours are worth. */
export const outcomeFigures = (scope: Scope, method: string): readonly Figure[] => [
  ...whaleFigures(scope, method),
  ...portfolioStates.flatMap(state => figuresOfState(scope, method, state)),
  ...multiples(scope, method),
  ...freedFigures(scope, method),
];

const wholeSum = sumOf();

/** The customers stand by contribution: those that bring anything first, those that cost money last. */
const whaleFigures = (scope: Scope, method: string): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const { total, peakShare, gaining, losing, coverage, points } = scope.of(whaleCurve);
  const inputs = () => points.map(({ row }) => contributionId(row));
  const none: Unavailable = { code: 'no-contribution' };
  const rest = { assumptions: spanAssumption(scope), coverage };
  const known = (value: number): number | Unavailable => (total === undefined ? none : value);
  return [
    make(`${prefix}.whale.total`, total?.toNumber() ?? none, moneyUnit(scope), 0, inputs, {
      ...rest,
      formula: sumOf(),
    }),
    make(
      `${prefix}.whale.peak`,
      total === undefined ? none : (peakShare ?? { code: 'no-positive-contribution' }),
      'share',
      1,
      inputs,
      { ...rest, polarity: 'lower', formula: quotient(sumBetween(0, gaining), wholeSum) },
    ),
    make(`${prefix}.whale.gaining`, known(gaining), 'count', 0, inputs, {
      ...rest,
      formula: numberOfFirst(gaining),
    }),
    make(`${prefix}.whale.losing`, known(losing), 'count', 0, inputs, {
      ...rest,
      polarity: 'lower',
      formula: countOf(points.length - losing),
    }),
  ];
};

const figuresOfState = (scope: Scope, method: string, state: PortfolioState): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const holding = scope.of(holdings)[state];
  const id = (name: string): string => `${prefix}.${state}.${name}`;
  const stated = statedOf(scope, state, holding);
  const revenue = totalFrom(holding.rows.map(row => row.revenue));
  const assumptions =
    state === 'current' || state === 'earlier' ? spanAssumption(scope) : ruleAssumptions(scope);
  const rest = { assumptions, coverage: holding.coverage };
  const hours = { assumptions, coverage: holding.hoursCoverage };
  const empty = holding.customers === 0;
  const amount = (
    name: string,
    value: Money | undefined,
    code: string,
    from: Stated,
    more: Pick<Figure, 'polarity'> = {},
  ): Figure =>
    make(
      id(name),
      value?.toNumber() ?? { code: empty ? 'no-such-customers' : code },
      moneyUnit(scope),
      0,
      () => from.inputs,
      { ...rest, formula: from.formula, ...more },
    );
  const orReason = (value: number | undefined, code: string): number | Unavailable =>
    value ?? { code: empty ? 'no-such-customers' : code };
  return [
    make(
      id('customers'),
      holding.customers,
      'count',
      0,
      () => [
        ...holding.rows.map(({ customer: { account } }) => at(account.source, 'name')),
        ...stated.ratio.inputs,
      ],
      { assumptions, formula: numberOfFirst(holding.customers) },
    ),
    amount('revenue', holding.revenue, 'no-revenue', revenue),
    amount('margin', holding.margin, 'no-margin', stated.margin),
    amount('cost-to-serve', holding.costToServe, 'no-cost-to-serve', stated.costToServe, {
      polarity: 'lower',
    }),
    amount('contribution', holding.contribution, 'no-contribution', stated.contribution, {
      polarity: 'higher',
    }),
    make(id('ratio'), orReason(holding.ratio, 'no-contribution'), 'share', 1, () => stated.ratio.inputs, {
      ...rest,
      polarity: 'higher',
      formula: stated.ratio.formula,
    }),
    make(id('hours'), orReason(holding.hours, 'no-hours'), 'count', 0, () => hoursInputs(holding.rows), {
      ...hours,
      formula: sumOf(),
    }),
    make(
      id('per-hour'),
      orReason(holding.perHour, 'no-hours'),
      moneyUnit(scope),
      0,
      () => stated.perHour.inputs,
      { ...hours, polarity: 'higher', formula: stated.perHour.formula },
    ),
  ];
};

/** How the amounts of a state follow from those of its customers. */
const statedOf = (scope: Scope, state: PortfolioState, { rows, timed }: Holding) => {
  const contributionOf = (some: Holding['rows']): Stated =>
    state === 'earlier' ? statedContribution(scope, some) : contributionsOf(some);
  const both = sideBySide(contributionOf(timed), hoursOf(timed));
  const [contribution, hours] = both.formulas;
  return {
    margin: statedPart(scope, rows, 'margin'),
    costToServe: statedPart(scope, rows, 'costToServe'),
    contribution: contributionOf(rows),
    ratio: statedRatio(scope, rows),
    perHour: over(both, quotient(contribution, hours)),
  };
};

/** Contributions as figures of the accounts; an earlier quarter has none of its own. */
const contributionsOf = (rows: Holding['rows']): Stated =>
  withInputs(() => rows.map(contributionId), { formula: sumOf(), places: rows.length });

const contributionId = ({ customer }: CustomerContribution): string =>
  `account.${customer.id}.rationalisation.contribution`;

/** Their hours of all quarters, recorded quarter by quarter. */
const hoursOf = (rows: Holding['rows']): Stated =>
  withInputs(() => hoursInputs(rows), {
    formula: sumOf(),
    places: rows.reduce((total, row) => total + row.hoursCoverage.n, 0),
  });

/** Today's portfolio as a multiple of the earlier one. */
const multiples = (scope: Scope, method: string): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const { earlier, current } = scope.of(holdings);
  const of = (name: string, now: Money | undefined, then: Money | undefined): Figure =>
    make(
      `${prefix}.multiple.${name}`,
      multipleOf(now, then),
      'multiple',
      2,
      [`${prefix}.current.${name}`, `${prefix}.earlier.${name}`],
      {
        assumptions: earlierAssumption(scope),
        coverage: totalCoverage([current.coverage, earlier.coverage]),
        formula: quotient(0, 1),
      },
    );
  return [
    of('revenue', current.revenue, earlier.revenue),
    of('margin', current.margin, earlier.margin),
    of('contribution', current.contribution, earlier.contribution),
  ];
};

const multipleOf = (now: Money | undefined, then: Money | undefined): number | Unavailable =>
  now === undefined || then === undefined
    ? { code: 'nothing-earlier' }
    : (ratio(now, then) ?? { code: 'earlier-not-positive' });

const earlierAssumption = (scope: Scope): readonly Assumption[] => {
  const declared = scope.workspace.program.rationalisation;
  return declared?.earlier === undefined
    ? []
    : [{ name: 'rationalisation.earlier', value: declared.earlier, source: at(declared.source, 'earlier') }];
};

const freedFigures = (scope: Scope, method: string): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const { hours, coverage, declaredValue, averageValue, breakEven, capacity, served = [] } = scope.of(freed);
  const { 'let-go': gone } = scope.of(holdings);
  const noHours: Unavailable = { code: gone.customers === 0 ? 'no-such-customers' : 'no-hours' };
  const orReason = (value: number | undefined, code: string): number | Unavailable =>
    value ?? (hours === undefined ? noHours : { code });
  const rest = { assumptions: ruleAssumptions(scope), coverage };
  const own = `${prefix}.freed.hours`;
  const money = moneyUnit(scope);
  const perCustomer = statedCapacity(own, served);
  return [
    make(own, hours ?? noHours, 'count', 0, () => hoursInputs(gone.rows), { ...rest, formula: sumOf() }),
    make(
      `${prefix}.freed.value-declared`,
      orReason(declaredValue?.toNumber(), 'no-hour-value'),
      money,
      0,
      [own],
      {
        ...rest,
        assumptions: hourValueAssumption(scope),
        formula: times(0, constant(settingsOf(scope).hourValue ?? 0)),
      },
    ),
    make(
      `${prefix}.freed.value-average`,
      orReason(averageValue, 'no-hours'),
      money,
      0,
      [own, `${prefix}.remaining.per-hour`],
      { ...rest, formula: times(0, 1) },
    ),
    make(
      `${prefix}.freed.break-even`,
      orReason(breakEven, 'incomplete-hours-freed'),
      money,
      0,
      [`${prefix}.let-go.contribution`, own],
      { ...rest, formula: quotient(0, 1) },
    ),
    make(`${prefix}.freed.capacity`, orReason(capacity, 'no-hours'), 'count', 1, () => perCustomer.inputs, {
      ...rest,
      formula: perCustomer.formula,
    }),
  ];
};

/** Freed hours ÷ (hours of the customers served in full ÷ how many they are). */
const statedCapacity = (freedHours: string, served: Holding['rows']): Stated => {
  const customers = countOf(1, 1 + served.length);
  const names = () => served.map(({ customer: { account } }) => at(account.source, 'name'));
  return withInputs(() => [freedHours, ...names(), ...hoursInputs(served)], {
    formula: quotient(0, quotient(sumOf(1 + served.length), customers)),
  });
};
