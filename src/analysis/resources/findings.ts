import type { Finding, FindingParam } from '../../model/finding.ts';
import { customers } from '../customers.ts';
import type { Money } from '../money.ts';
import { moneyUnit } from '../portfolio/columns.ts';
import { limit } from '../portfolio/effort-findings.ts';
import {
  accounts,
  advised,
  advising,
  choice,
  count,
  figure,
  finding,
  index,
  line,
  share,
  term,
  terms,
} from '../portfolio/findings.ts';
import { compareBudget } from '../programme/budget.ts';
import { accountEntries } from '../programme/spend.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { accountBudgetFindings } from './account-budget-findings.ts';
import { accountResourceFindings } from './account-resource-findings.ts';
import { budgetByKind, type KindBudget } from './programme-figures.ts';
import { resourceSettings } from './settings.ts';
import { effortById, type Investment, type ResourceShare, resourceShares } from './shares.ts';
import { type ShareMeasure, shareMeasures } from './worth.ts';

/** Where people and money do not follow what accounts are worth, and where the money does not follow the budget. */
export const resourceFindings = (scope: Scope): readonly Finding[] => [
  ...imbalance(scope),
  ...hoursAlone(scope),
  ...budget(scope),
  ...unbudgeted(scope),
  ...accountResourceFindings(scope),
  ...accountBudgetFindings(scope),
];

const imbalance = (scope: Scope): readonly Finding[] => {
  const all = scope.of(resourceShares);
  const judged = all.filter(({ verdict }) => verdict !== undefined);
  if (judged.length === 0) return [];
  const { effortLow, effortHigh } = scope.workspace.settings.thresholds;
  const ids = (wanted: Investment): readonly string[] =>
    judged.filter(({ verdict }) => verdict === wanted).map(({ customer }) => customer.id);
  const [over, under, mixed] = [ids('over'), ids('under'), ids('mixed')];
  const outside = [...over, ...under, ...mixed];
  const common = {
    low: limit(effortLow),
    high: limit(effortHigh),
    judged: count(judged.length),
    key: count(all.length),
  };
  const figures = (outside.length === 0 ? judged.map(({ customer }) => customer.id) : outside).map(
    id => `account.${id}.resources.verdict`,
  );
  if (outside.length === 0) return [finding('resources.balanced', 'good', 40, figures, common)];
  const sum = (some: readonly string[]): FindingParam =>
    share(
      judged
        .filter(({ customer }) => some.includes(customer.id))
        .reduce((total, row) => total + (row.share ?? 0), 0),
    );
  return [
    advising(
      finding('resources.imbalance', 'attention', 60, figures, {
        ...common,
        over: count(over.length),
        overAccounts: accounts(over),
        overShare: sum(over),
        ...farthestOf('over', judged),
        under: count(under.length),
        underAccounts: accounts(under),
        underShare: sum(under),
        ...farthestOf('under', judged),
        mixed: count(mixed.length),
        mixedAccounts: accounts(mixed),
      }),
      advised('reduce', over, 'overAccounts', 'over'),
      advised('invest', under, 'underAccounts', 'under'),
    ),
  ];
};

/** The measure by which the first of them lies farthest outside the limits, and how many times its share it gets. */
const farthestOf = (side: 'over' | 'under', judged: readonly ResourceShare[]): Finding['params'] => {
  const far = judged.find(({ verdict }) => verdict === side)?.farthest;
  return {
    [`${side}Measure`]: choice(far?.measure ?? ''),
    [`${side}Times`]: { kind: 'number', value: far?.ratio ?? 0, unit: 'index', precision: 1 },
  };
};

/** Why hours alone may look otherwise than hours and money together, so that no page says two things of an account. */
const hoursAlone = (scope: Scope): readonly Finding[] => {
  const byHours = scope.of(effortById);
  const both = scope.of(resourceShares).flatMap(({ customer: { id }, verdict, ratios }) => {
    const hours = byHours.get(id)?.verdict;
    return hours === undefined || hours === verdict || verdict === 'mixed'
      ? []
      : [{ id, hours, verdict, ratios }];
  });
  const where = (test: (one: (typeof both)[number]) => boolean) => both.filter(test);
  const judged = {
    many: where(({ hours, verdict }) => verdict !== undefined && hours === 'over'),
    few: where(({ hours, verdict }) => verdict !== undefined && hours === 'under'),
    worth: where(({ hours, verdict }) => verdict !== undefined && hours === 'balanced'),
    pending: where(({ hours, verdict }) => verdict === undefined && hours !== 'balanced'),
  };
  const apart = Object.values(judged).flat();
  if (apart.length === 0) return [];
  const sides = new Set(judged.worth.map(({ verdict }) => verdict));
  const params = Object.entries(judged).flatMap(([name, rows]) => [
    [name, count(rows.length)] as const,
    [`${name}Accounts`, accounts(rows.map(({ id }) => id))] as const,
  ]);
  return [
    finding(
      'resources.hours-alone',
      'notable',
      45,
      apart.flatMap(({ id }) => [`account.${id}.effort.ratio`, `account.${id}.resources.verdict`]),
      // Of one account the ratio stands in the sentence, of several in the table.
      {
        ...Object.fromEntries(params),
        // On which bases it fails, or the sentence would deny what the ratios of others say.
        worthBases: terms('share-measure', failingBases(scope, judged.worth)),
        worthSide: choice(sides.size === 1 ? ([...sides][0] ?? '') : ''),
        pendingRatio: index(byHours.get(judged.pending[0]?.id ?? '')?.ratio ?? 0),
      },
    ),
  ];
};

/** The measures by which some of them lie outside the limits. */
const failingBases = (
  scope: Scope,
  apart: readonly Pick<ResourceShare, 'ratios'>[],
): readonly ShareMeasure[] => {
  const { effortLow, effortHigh } = scope.workspace.settings.thresholds;
  return shareMeasures.filter(measure =>
    apart.some(({ ratios: { [measure]: ratio = 1 } }) => ratio < effortLow || ratio > effortHigh),
  );
};

/** The kinds that miss their budget on either side, outside the declared tolerance, the one by most money first. */
const budget = (scope: Scope): readonly Finding[] => {
  const kinds = scope
    .of(budgetByKind)
    .flatMap(one => (one.variance === undefined ? [] : [{ ...one, variance: one.variance }]));
  if (kinds.length === 0) return [];
  const { budgetTolerance } = resourceSettings(scope);
  const missed = kinds
    .filter(({ varianceShare = 0 }) => Math.abs(varianceShare) > budgetTolerance)
    .sort((a, b) => b.variance.abs().comparedTo(a.variance.abs()));
  const tolerance = { tolerance: line(budgetTolerance) };
  if (missed.length === 0)
    return [
      finding('resources.on-budget', 'good', 30, ['programme.resources.variance'], {
        ...tolerance,
        actual: figure('programme.resources.actual'),
      }),
    ];
  const over = missed.filter(({ varianceShare = 0 }) => varianceShare > 0);
  const under = missed.filter(({ varianceShare = 0 }) => varianceShare < 0);
  return [
    ...missedBudget(scope, 'resources.over-budget', 'attention', 50, over, tolerance),
    // Where both stand together, the first has said what is tolerated.
    ...missedBudget(scope, 'resources.under-budget', 'notable', 35, under, {
      ...tolerance,
      first: choice(over.length === 0 ? 'yes' : 'no'),
    }),
  ];
};

const missedBudget = (
  scope: Scope,
  code: string,
  severity: Finding['severity'],
  rank: number,
  [most, ...others]: readonly KindBudget[],
  params: Finding['params'],
): readonly Finding[] => {
  if (most === undefined) return [];
  const { kind, varianceShare = 0, budget: granted, actual: spent } = most;
  return [
    finding(
      code,
      severity,
      rank,
      [
        ...['budget', 'actual', 'variance-share'].map(name => `programme.resources.kind.${kind}.${name}`),
        ...others.map(other => `programme.resources.kind.${other.kind}.variance-share`),
      ],
      {
        ...params,
        kind: term('spend-kind-inline', kind),
        size: share(Math.abs(varianceShare)),
        budget: exact(scope, granted.total),
        actual: exact(scope, spent.total),
        others: count(others.length),
        otherKinds: terms(
          'spend-kind-inline',
          others.map(other => other.kind),
        ),
      },
    ),
  ];
};

/** Two amounts beside each other are read in one style: to the unit. */
const exact = (scope: Scope, value: Money | undefined): FindingParam => ({
  kind: 'number',
  value: value?.toNumber() ?? 0,
  unit: moneyUnit(scope),
  precision: 0,
});

/** Accounts on which money is spent that nobody granted. */
const unbudgeted = (scope: Scope): readonly Finding[] => {
  const found = scope.of(customers).filter(customer => {
    const { total: amount } = compareBudget(
      accountEntries(scope, customer.members, currentSpan(scope)),
    ).unbudgeted;
    return amount?.greaterThan(0) ?? false;
  });
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  return [
    finding(
      'resources.unbudgeted',
      'notable',
      30,
      ids.map(id => `account.${id}.resources.actual`),
      {
        count: count(ids.length),
        accounts: accounts(ids),
        amount: figure('programme.resources.unbudgeted'),
      },
    ),
  ];
};
