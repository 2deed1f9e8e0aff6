import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import { compareIds } from '../../model/order.ts';
import type { Row, Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { rateOf } from '../amounts.ts';
import { asOf } from '../as-of.ts';
import { customers, keyCustomers } from '../customers.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';
import { type Money, money, sum } from '../money.ts';
import { count, finding } from '../portfolio/findings.ts';
import { isOverdue, registersOf } from '../registers/account-registers.ts';
import type { Scope } from '../scope.ts';

/** What the workspace records as lists: actions, objectives, contacts, pipeline, contracts, risks, needs. */
export const registers: Method = {
  id: 'registers',
  section: '3',
  literature: [],
  settings: [],
  run(scope) {
    const accounts = scope.of(customers).map(({ account }) => account);
    const own = accounts.flatMap(account => registersOf(scope, account));
    const figure = figuresOf('registers', scope.period);
    const pending = accounts.flatMap(account =>
      account.actions.flatMap((action, index) =>
        isOverdue(scope, action) ? [at(account.source, 'actions', index)] : [],
      ),
    );
    const all = accounts.reduce((total, account) => total + account.actions.length, 0);
    return {
      figures: [
        figure('portfolio.actions.overdue', all === 0 ? undefined : pending.length, 'count', 0, pending, {
          assumptions: [{ name: 'dataAsOf', value: asOf(scope) }],
          coverage: { n: pending.length, of: all },
          polarity: 'lower',
        }),
        exposureFigure(scope),
      ],
      series: [...own, together(scope, own, 'risks', byExposure), together(scope, own, 'actions', byDueDate)],
      findings: riskFindings(scope, pending.length),
    };
  },
};

const exposureFigure = (scope: Scope): Figure => {
  const { total, risks } = expectedLoss(scope);
  const inputs = keyCustomers(scope).flatMap(({ account }) =>
    account.risks.map((_, index) => at(account.source, 'risks', index)),
  );
  const currency = scope.workspace.settings.currency;
  return figuresOf('registers', scope.period)(
    'portfolio.risks.exposure',
    risks === 0 ? { code: 'no-risks' } : total.toNumber(),
    `money:${currency}`,
    0,
    inputs,
    { coverage: { n: risks, of: inputs.length }, polarity: 'lower' },
  );
};

/** Probability times impact, over all risks of the key accounts that name both. */
const expectedLoss = (scope: Scope): { readonly total: Money; readonly risks: number } => {
  const amounts = keyCustomers(scope).flatMap(({ account }) =>
    account.risks.flatMap(({ probability, impact }) => {
      const rate = rateOf(scope, account, scope.period);
      return impact === undefined || rate === undefined ? [] : [money(impact).times(rate).times(probability)];
    }),
  );
  return { total: sum(amounts), risks: amounts.length };
};

const riskFindings = (scope: Scope, overdue: number): Finding[] => {
  const { total, risks } = expectedLoss(scope);
  if (risks === 0 && overdue === 0) return [];
  return [
    finding(
      'risks.exposure',
      overdue > 0 ? 'attention' : 'notable',
      40,
      ['portfolio.risks.exposure', 'portfolio.actions.overdue'],
      {
        risks: count(risks),
        overdue: count(overdue),
        exposure: {
          kind: 'largeMoney',
          value: total.toNumber(),
          currency: scope.workspace.settings.currency,
        },
      },
    ),
  ];
};

/** One register of all key accounts, with the account in front; what is settled is left to the plan of its account. */
const together = (
  scope: Scope,
  registers: readonly Series[],
  key: 'risks' | 'actions',
  order: (a: Series['rows'][number], b: Series['rows'][number]) => number,
): Series => {
  const parts = keyCustomers(scope).flatMap(({ id }) => {
    const series = registers.find(register => register.id === `account.${id}.${key}`);
    return series === undefined ? [] : [{ id, series }];
  });
  return {
    id: `portfolio.${key}`,
    columns: [
      { id: 'account', kind: 'account' },
      ...(registers.find(({ id }) => id.endsWith(`.${key}`))?.columns ?? []),
    ],
    rows: parts
      .flatMap(({ id, series }) => series.rows.map((row): Row => ({ account: id, ...row })))
      .filter(row => row.state !== 'done' && row.state !== 'dropped')
      .sort(order),
    inputs: parts.flatMap(({ series }) => series.inputs),
  };
};

const exposure = (row: Series['rows'][number]): number =>
  Number(row.impact ?? 0) * Number(row.probability ?? 0);
const byExposure = (a: Series['rows'][number], b: Series['rows'][number]): number =>
  exposure(b) - exposure(a) || compareIds(String(a.account), String(b.account));
const byDueDate = (a: Series['rows'][number], b: Series['rows'][number]): number =>
  compareIds(String(a.due), String(b.due)) || compareIds(String(a.account), String(b.account));
