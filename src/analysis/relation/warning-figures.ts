import type { Figure } from '../../model/figure.ts';
import { countOf, quotient, sumOf } from '../../model/formula.ts';
import { formulaOf } from '../amounts.ts';
import { byAccount } from '../by-account.ts';
import { isKey } from '../customers.ts';
import { countedFirst, totalFrom } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { ratio, sumOfMoney } from '../money.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { totalCoverage } from '../portfolio/revenue.ts';
import type { Scope } from '../scope.ts';
import { type AccountAtRisk, accountsAtRisk } from './at-risk.ts';
import { yearRevenue, yearRevenues } from './risks.ts';
import { declared } from './settings.ts';
import { type Warned, warnings, warningsOf } from './warnings/index.ts';
import { warningSignals } from './warnings/warning.ts';

const listedOf = byAccount(
  scope => scope.of(accountsAtRisk),
  ({ customer }) => customer.id,
);

/** The signals of an account that are shown: those of a key account, and of one at risk; undefined for others. */
export const shownWarnings = (scope: Scope, account: string): Warned | undefined => {
  const warned = scope.of(warnings).get(account);
  if (warned === undefined) return undefined;
  return isKey(scope, warned.customer) || listedOf(scope, account).length > 0 ? warned : undefined;
};

/** What the signals of one account found, and its revenue where it is at risk. */
export const accountWarningFigures = (scope: Scope, method: string, account: string): Figure[] => {
  const warned = shownWarnings(scope, account);
  if (warned === undefined) return [];
  return [
    ...signalFigures(scope, method, warned),
    ...listedOf(scope, account).map(one => revenueAtStake(scope, method, one)),
  ];
};

/** `account.<id>.risk.<signal>` with what each signal found, and `.signals`, how many are raised. */
const signalFigures = (scope: Scope, method: string, { customer, raised, known }: Warned) => {
  const all = warningsOf(scope, customer);
  const make = figuresOf(method, scope.period);
  const prefix = `account.${customer.id}.risk`;
  const { smallSample } = scope.workspace.settings.thresholds;
  return [
    make(
      `${prefix}.signals`,
      known === 0 ? { code: 'no-signals-known' } : raised.length,
      'count',
      0,
      countedFirst(all, ({ state }) => state === 'raised').map(({ signal }) => `${prefix}.${signal}`),
      {
        assumptions: [declared(scope, 'warnings', 'atRisk')],
        coverage: { n: known, of: warningSignals.length },
        polarity: 'lower',
        formula: countOf(0, raised.length),
      },
    ),
    ...all.map(
      ({
        signal,
        value,
        unavailable,
        unit,
        precision,
        inputs,
        formula,
        assumptions,
        sample,
        interval,
        coverage,
      }) =>
        make(`${prefix}.${signal}`, value ?? unavailable, unit, precision, inputs, {
          assumptions,
          ...(formula === undefined ? {} : { formula }),
          ...(sample === undefined ? {} : { smallSample: sample < smallSample }),
          ...(interval === undefined ? {} : { interval }),
          ...(coverage === undefined ? {} : { coverage }),
        }),
    ),
  ];
};

/** Revenue of the last four quarters of an account at risk. */
const revenueAtStake = (scope: Scope, method: string, { customer, revenue }: AccountAtRisk): Figure =>
  figuresOf(method, scope.period)(
    `account.${customer.id}.risk.revenue-at-stake`,
    revenue.total?.toNumber() ?? { code: 'no-full-year' },
    moneyUnit(scope),
    0,
    revenue.inputs,
    { coverage: { n: revenue.found, of: revenue.sought }, polarity: 'lower', ...formulaOf(revenue) },
  );

/** How many accounts are at risk, with their revenue and its share. */
export const warningFigures = (scope: Scope, method: string): Figure[] => {
  const make = figuresOf(method, scope.period);
  const listed = scope.of(accountsAtRisk);
  const active = scope.of(warnings).size;
  const total = sumOfMoney(listed.map(({ revenue }) => revenue.total));
  const inputs = listed.map(({ customer }) => `account.${customer.id}.risk.revenue-at-stake`);
  const year = totalFrom([...scope.of(yearRevenues).values()], 1);
  const assumptions = [declared(scope, 'warnings', 'atRisk')];
  const known = [...scope.of(warnings).values()].filter(one => one.known > 0).length;
  const none = active === 0 ? { code: 'no-accounts' } : { code: 'no-signals-known' };
  return [
    make(
      'portfolio.at-risk.accounts',
      known === 0 && listed.length === 0 ? none : listed.length,
      'count',
      0,
      [
        ...listed.map(({ customer }) => `account.${customer.id}.risk.signals`),
        ...listed.flatMap(({ inputs: said }) => said),
      ],
      {
        assumptions,
        coverage: { n: known, of: active },
        polarity: 'lower',
        formula: countOf(0, listed.length),
      },
    ),
    make(
      'portfolio.at-risk.revenue',
      total?.toNumber() ?? { code: 'nobody-at-risk' },
      moneyUnit(scope),
      0,
      inputs,
      {
        assumptions,
        coverage: {
          n: listed.filter(({ revenue }) => revenue.total !== undefined).length,
          of: listed.length,
        },
        polarity: 'lower',
        formula: sumOf(),
      },
    ),
    make(
      'portfolio.at-risk.revenue-share',
      (total && ratio(total, scope.of(yearRevenue))) ?? { code: 'nobody-at-risk' },
      'share',
      1,
      () => ['portfolio.at-risk.revenue', ...year.inputs],
      {
        assumptions,
        coverage: totalCoverage(
          [...scope.of(yearRevenues).values()].map(({ found, sought }) => ({ n: found, of: sought })),
        ),
        polarity: 'lower',
        formula: quotient(0, year.formula),
      },
    ),
  ];
};
