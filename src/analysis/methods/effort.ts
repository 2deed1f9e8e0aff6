import type { Figure, FigureId, Unavailable } from '../../model/figure.ts';
import { constant, quotient, sumOf } from '../../model/formula.ts';
import type { Row, Series } from '../../model/series.ts';
import { byAccount } from '../by-account.ts';
import { figuresOf } from '../make.ts';
import { methodOf } from '../method.ts';
import { basis, threshold } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { type CustomerEffort, type Effort, portfolioEffort } from '../portfolio/effort.ts';
import { effortFindings } from '../portfolio/effort-findings.ts';
import { orHistory } from '../portfolio/record.ts';
import { fullTimeAssumption, resourceSettings } from '../resources/settings.ts';
import { investments, resourceShares, type StatedInvestment } from '../resources/shares.ts';
import type { Scope } from '../scope.ts';

const id = 'effort';

/** Who gets our people's time, held against what they buy. */
export const effort = methodOf(
  {
    id,
    section: '2.6',
    literature: [],
    settings: [
      'workspace.basis',
      'resources.fullTime',
      'workspace.thresholds.effortLow',
      'workspace.thresholds.effortHigh',
    ],
    finds: { everyone: ['effort'] },
  },
  {
    figures: scope => [hoursFigure(scope)],
    series: scope => [series(scope)],
    findings: effortFindings,
    ofAccount: {
      figures: (scope, _, account) => rowsOf(scope, account).flatMap(row => figuresOfRow(scope, row)),
    },
  },
);

const rowsOf = byAccount(
  scope => scope.of(portfolioEffort).rows,
  ({ customer }) => customer.id,
);

const wholeSum = sumOf();
const ofBoth = quotient(0, 1);

const hoursFigure = (scope: Scope): Figure => {
  const { rows, hours, coverage } = scope.of(portfolioEffort);
  return figuresOf(id, scope.period)(
    'portfolio.effort.hours',
    hours ?? { code: 'no-hours' },
    'count',
    0,
    () => rows.flatMap(({ inputs }) => inputs),
    { assumptions: [basis(scope)], coverage, formula: wholeSum },
  );
};

const figuresOfRow = (scope: Scope, row: CustomerEffort): Figure[] => {
  const make = figuresOf(id, scope.period);
  const prefix = `account.${row.customer.id}`;
  const { coverage } = row;
  const hours = sumOf(0, row.inputs.length);
  const job = resourceSettings(scope).fullTime / 4;
  const places = orHistory(row.inputs, row.customer.account);
  return [
    make(`${prefix}.effort.hours`, row.hours ?? { code: 'no-hours' }, 'count', 0, places, {
      assumptions: [basis(scope)],
      coverage,
      formula: hours,
    }),
    make(
      `${prefix}.effort.fte`,
      row.hours === undefined ? { code: 'no-hours' } : row.hours / (job * row.quarters),
      'index',
      2,
      places,
      {
        assumptions: [basis(scope), fullTimeAssumption(scope)],
        coverage,
        formula: quotient(hours, constant(job * row.quarters)),
      },
    ),
    make(
      `${prefix}.effort.hours-share`,
      row.hoursShare ?? whyNoShare(row),
      'share',
      1,
      [...places, 'portfolio.effort.hours'],
      {
        assumptions: [basis(scope)],
        coverage,
        formula: quotient(sumOf(0, row.inputs.length), row.inputs.length),
      },
    ),
    make(
      `${prefix}.effort.ratio`,
      row.ratio ?? whyNoRatio(row),
      'index',
      2,
      [`${prefix}.effort.hours-share`, ...(row.inPortfolio ? [`${prefix}.share`] : [])],
      {
        assumptions: [threshold(scope, 'effortLow'), threshold(scope, 'effortHigh')],
        coverage,
        formula: ofBoth,
      },
    ),
    make(
      `${prefix}.effort.verdict`,
      scope.of(investments).get(row.customer.id) ?? whyNoRatio(row),
      'term',
      0,
      verdictFrom(scope, row),
      {
        vocabulary: 'investment',
        assumptions: [threshold(scope, 'effortLow'), threshold(scope, 'effortHigh')],
        coverage,
      },
    ),
  ];
};

/** The judgement of hours and money where there is one, else the hours alone. */
const verdictFrom = (scope: Scope, { customer: { id: account } }: CustomerEffort): FigureId[] => {
  const isJudged = scope
    .of(resourceShares)
    .some(({ customer, verdict }) => customer.id === account && verdict !== undefined);
  return [isJudged ? `account.${account}.resources.verdict` : `account.${account}.effort.ratio`];
};

const whyNoShare = ({ hours }: Effort): Unavailable => ({
  code: hours === undefined ? 'no-hours' : 'zero-hours',
});

const whyNoRatio = (row: Effort): Unavailable => {
  if (row.hoursShare === undefined) return whyNoShare(row);
  const { n, of } = row.coverage;
  return n < of ? { code: 'incomplete-hours', params: { n, of } } : { code: 'no-revenue-share' };
};

/** `portfolio.effort`: the key accounts and, in a last row, all others together. Empty where there is nothing to compare. */
const series = (scope: Scope): Series => {
  const { rows, rest, hours } = scope.of(portfolioEffort);
  const key = hours === undefined ? [] : rows.filter(row => row.key);
  return {
    id: 'portfolio.effort',
    columns: [
      { id: 'account', kind: 'account', absent: 'effort-rest' },
      column.flag('key'),
      column.count('customers'),
      column.count('hours'),
      column.shows(column.share('hoursShare'), 'account.{account}.effort.hours-share'),
      column.shows(column.share('revenueShare'), 'account.{account}.share'),
      column.shows(column.measure('ratio', 'index', 2), 'account.{account}.effort.ratio'),
      column.shows(column.term('verdict', 'investment'), 'account.{account}.effort.verdict'),
    ],
    rows: [
      ...key.map(row => rowOf(row, row.customer.id, scope.of(investments).get(row.customer.id))),
      ...(key.length === 0 || rest === undefined ? [] : [rowOf(rest, null, rest.verdict)]),
    ],
    rowInputs: [...key.map(({ inputs }) => inputs), rows.filter(row => !row.key).flatMap(row => row.inputs)],
    inputs: rows.flatMap(({ customer }) => [
      `account.${customer.id}.effort.hours-share`,
      `account.${customer.id}.effort.ratio`,
      `account.${customer.id}.effort.verdict`,
    ]),
  };
};

const rowOf = (found: Effort, account: string | null, verdict: StatedInvestment | undefined): Row => ({
  account,
  key: account !== null,
  customers: found.customers.length,
  hours: column.orMissing(found.hours),
  hoursShare: column.orMissing(found.hoursShare),
  revenueShare: column.orMissing(found.revenueShare),
  ratio: column.orMissing(found.ratio),
  verdict: column.orMissing(verdict),
});
