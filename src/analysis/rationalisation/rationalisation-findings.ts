import type { Finding } from '../../model/finding.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import {
  account,
  accounts,
  advised,
  advising,
  choice,
  count,
  figure,
  finding,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { freed, holdings } from './outcome.ts';
import { settingsOf } from './settings.ts';
import { type Judged, judged, type Verdict } from './verdict.ts';
import { whaleCurve } from './whale.ts';

const prefix = 'portfolio.rationalisation';

/** Who would be let go and what that frees, customers that cost money, and what can't be judged. */
export const rationalisationFindings = (scope: Scope): readonly Finding[] => [
  ...letGo(scope),
  ...losing(scope),
  ...unjudged(scope),
];

const withVerdict = (scope: Scope, ...verdicts: readonly Verdict[]): readonly Judged[] =>
  scope.of(judged).filter(({ verdict }) => verdicts.includes(verdict));

const idsOf = (rows: readonly Judged[]): readonly string[] => rows.map(({ customer }) => customer.id);

const letGo = (scope: Scope): readonly Finding[] => {
  const gone = withVerdict(scope, 'let-go');
  const known = scope.of(whaleCurve).points.length;
  if (known === 0) return [];
  if (gone.length === 0)
    return [
      finding('rationalisation.none', 'good', 20, [`${prefix}.whale.peak`], {
        judged: count(known),
        protected: count(withVerdict(scope, 'protected').length),
      }),
    ];
  const worth = scope.of(freed);
  const { hourValue } = settingsOf(scope);
  return [
    advising(
      finding(
        'rationalisation.let-go',
        'attention',
        50,
        [`${prefix}.let-go.contribution`, `${prefix}.freed.hours`, `${prefix}.freed.break-even`],
        {
          customers: count(gone.length),
          accounts: accounts(idsOf(gone)),
          contribution: figure(`${prefix}.let-go.contribution`),
          revenue: figure(`${prefix}.let-go.revenue`),
          hours: count(worth.hours === undefined ? 0 : Math.round(worth.hours)),
          breakEven: figure(`${prefix}.freed.break-even`),
          perHour: figure(`${prefix}.remaining.per-hour`),
          compared: count(
            Number(worth.breakEven !== undefined && scope.of(holdings).remaining.perHour !== undefined),
          ),
          declared: choice(declaredVerdict(worth.breakEven, hourValue)),
          hourValue: {
            kind: 'number',
            value: hourValue ?? 0,
            unit: moneyUnit(scope),
            precision: Number.isInteger(hourValue ?? 0) ? 0 : 2,
          },
          protected: count(withVerdict(scope, 'protected').length),
          protectedAccounts: accounts(idsOf(withVerdict(scope, 'protected'))),
        },
      ),
      advised('leave', idsOf(gone), 'accounts', 'customers'),
    ),
  ];
};

/** Whether the declared value of an hour makes up for what is forgone; 'none' where either is not known. */
const declaredVerdict = (
  breakEven: number | undefined,
  hourValue: number | undefined,
): 'none' | 'less' | 'enough' => {
  if (breakEven === undefined || hourValue === undefined) return 'none';
  return hourValue < breakEven ? 'less' : 'enough';
};

const losing = (scope: Scope): readonly Finding[] => {
  const curve = scope.of(whaleCurve);
  const worst = curve.points.at(-1);
  if (curve.losing === 0 || worst === undefined || curve.peakShare === undefined) return [];
  return [
    finding('rationalisation.losing', 'attention', 60, [`${prefix}.whale.peak`, `${prefix}.whale.losing`], {
      losing: count(curve.losing),
      peak: figure(`${prefix}.whale.peak`),
      worst: account(worst.row.customer.id),
      contribution: figure(`account.${worst.row.customer.id}.rationalisation.contribution`),
    }),
  ];
};

const unjudged = (scope: Scope): readonly Finding[] => {
  const rows = withVerdict(scope, 'unknown', 'review');
  if (rows.length === 0) return [];
  return [
    finding(
      'rationalisation.unknown',
      'notable',
      30,
      idsOf(rows).map(id => `account.${id}.rationalisation.verdict`),
      { customers: count(rows.length), accounts: accounts(idsOf(rows)) },
    ),
  ];
};
