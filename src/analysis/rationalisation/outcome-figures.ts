import type { Assumption, Figure, FigureInput, Unavailable } from '../../model/figure.ts';
import { constant, countOf, quotient, sumOf, times } from '../../model/formula.ts';
import { at } from '../../model/source.ts';
import { numberOfFirst, sumBetween, totalFrom } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { type Money, ratio } from '../money.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import type { Scope } from '../scope.ts';
import { contributionInputs, hoursInputs } from './contribution.ts';
import { freed, type Holding, holdings, type PortfolioState, portfolioStates } from './outcome.ts';
import { hourValueAssumption, ruleAssumptions, settingsOf, spanAssumption } from './settings.ts';
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
  const { total, peakShare, gaining, losing, coverage, inputs } = scope.of(whaleCurve);
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
      formula: countOf(inputs.length - losing),
    }),
  ];
};

const figuresOfState = (scope: Scope, method: string, state: PortfolioState): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const holding = scope.of(holdings)[state];
  const id = (name: string): string => `${prefix}.${state}.${name}`;
  const inputs = () => amountInputs(holding);
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
    from: () => readonly FigureInput[],
    more: Pick<Figure, 'formula' | 'polarity'> = {},
  ): Figure =>
    make(
      id(name),
      value?.toNumber() ?? { code: empty ? 'no-such-customers' : code },
      moneyUnit(scope),
      0,
      from,
      { ...rest, ...more },
    );
  const orReason = (value: number | undefined, code: string): number | Unavailable =>
    value ?? { code: empty ? 'no-such-customers' : code };
  return [
    make(
      id('customers'),
      holding.customers,
      'count',
      0,
      () => [...holding.rows.map(({ customer: { account } }) => at(account.source, 'name')), ...inputs()],
      { assumptions, formula: numberOfFirst(holding.customers) },
    ),
    amount('revenue', holding.revenue, 'no-revenue', () => revenue.inputs, {
      formula: revenue.formula,
    }),
    amount('margin', holding.margin, 'no-margin', inputs),
    amount('cost-to-serve', holding.costToServe, 'no-cost-to-serve', inputs, { polarity: 'lower' }),
    amount(
      'contribution',
      holding.contribution,
      'no-contribution',
      state === 'earlier' ? inputs : () => contributionsOf(holding),
      { polarity: 'higher', ...(state === 'earlier' ? {} : { formula: sumOf() }) },
    ),
    make(id('ratio'), orReason(holding.ratio, 'no-contribution'), 'share', 1, inputs, {
      ...rest,
      polarity: 'higher',
    }),
    make(id('hours'), orReason(holding.hours, 'no-hours'), 'count', 0, () => hoursInputsOf(holding), {
      ...hours,
      formula: sumOf(),
    }),
    make(
      id('per-hour'),
      orReason(holding.perHour, 'no-hours'),
      moneyUnit(scope),
      0,
      () => [...inputs(), ...hoursInputsOf(holding)],
      { ...hours, polarity: 'higher' },
    ),
  ];
};

const amountInputs = ({ scope, rows }: Holding): readonly FigureInput[] =>
  rows.flatMap(({ customer }) => contributionInputs(scope, customer));

/** Contributions as figures of the accounts; an earlier quarter has none of its own. */
const contributionsOf = ({ rows }: Holding): readonly FigureInput[] =>
  rows.map(({ customer }) => `account.${customer.id}.rationalisation.contribution`);

const hoursInputsOf = ({ scope, rows }: Holding): readonly FigureInput[] =>
  rows.flatMap(({ customer }) => hoursInputs(scope, customer));

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
      { assumptions: earlierAssumption(scope), formula: quotient(0, 1) },
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
  const { hours, coverage, declaredValue, averageValue, breakEven, capacity } = scope.of(freed);
  const { 'let-go': gone } = scope.of(holdings);
  const noHours: Unavailable = { code: gone.customers === 0 ? 'no-such-customers' : 'no-hours' };
  const orReason = (value: number | undefined, code: string): number | Unavailable =>
    value ?? (hours === undefined ? noHours : { code });
  const rest = { assumptions: ruleAssumptions(scope), coverage };
  const own = `${prefix}.freed.hours`;
  const money = moneyUnit(scope);
  return [
    make(own, hours ?? noHours, 'count', 0, () => hoursInputsOf(gone), { ...rest, formula: sumOf() }),
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
    make(
      `${prefix}.freed.capacity`,
      orReason(capacity, 'no-hours'),
      'count',
      1,
      [own, `${prefix}.remaining.hours`, `${prefix}.remaining.customers`],
      rest,
    ),
  ];
};
