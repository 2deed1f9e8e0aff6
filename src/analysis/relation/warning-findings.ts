import type { Finding, FindingParam } from '../../model/finding.ts';
import { asOf } from '../as-of.ts';
import { type Customer, isKey } from '../customers.ts';
import { ratio, sumOfMoney } from '../money.ts';
import { named } from '../person-name.ts';
import {
  accounts,
  advised,
  advising,
  amount,
  choice,
  count,
  date,
  finding,
  findingAbout,
  share,
  text,
} from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type AccountAtRisk, accountsAtRisk } from './at-risk.ts';
import { endingOfLargest, isInHand } from './contract-findings.ts';
import { yearRevenue } from './risks.ts';
import { relationshipOf } from './settings.ts';
import { type Warned, warnings, warningsOf } from './warnings/index.ts';
import { leaversOf } from './warnings/sponsor-left.ts';
import { type WarningSignal, warningSignals } from './warnings/warning.ts';

/** Who may leave and what would go with them; and, for each key account, which signals are raised. */
export const warningFindings = (scope: Scope): readonly Finding[] => {
  const listed = scope.of(accountsAtRisk);
  return [
    ...(listed.length === 0 ? [] : [atRisk(scope, listed), ...apart(scope, listed)]),
    ...listed
      .filter(({ customer, origin }) => origin === 'declared' && isKey(scope, customer))
      .flatMap(held => heldAtRisk(scope, held)),
    ...[...scope.of(warnings).values()]
      .filter(({ customer, known }) => isKey(scope, customer) && known > 0)
      .map(warned => ofAccount(scope, warned)),
  ];
};

const atRisk = (scope: Scope, listed: readonly AccountAtRisk[]): Finding => {
  const total = sumOfMoney(listed.map(({ revenue }) => revenue.total));
  const unplanned = listed.filter(({ plan }) => plan === undefined);
  const ids = listed.map(({ customer }) => customer.id);
  const unplannedIds = unplanned.map(({ customer }) => customer.id);
  return advising(
    finding(
      'risks.at-risk',
      'attention',
      60,
      ['portfolio.at-risk.accounts', 'portfolio.at-risk.revenue', 'portfolio.at-risk.revenue-share'],
      {
        count: count(listed.length),
        accounts: accounts(ids),
        revenue: amount(scope, total),
        share: share((total && ratio(total, scope.of(yearRevenue))) ?? 0),
        unplanned: count(unplanned.length),
        unplannedAccounts: accounts(unplannedIds),
        from: count(relationshipOf(scope).warnings.atRisk),
      },
    ),
    unplannedIds.length > 0
      ? advised('retain', unplannedIds, 'unplannedAccounts', 'unplanned')
      : advised('retain', ids, 'accounts', 'count'),
  );
};

/** Large customers whose contract ends and who are not among those at risk: a reader who misses them is told why. */
const apart = (scope: Scope, listed: readonly AccountAtRisk[]): readonly Finding[] => {
  const atRiskIds = new Set(listed.map(({ customer }) => customer.id));
  const found = endingOfLargest(scope).filter(({ customer }) => !atRiskIds.has(customer.id));
  const days = found[0]?.soon[0]?.days;
  if (days === undefined) return [];
  return [
    finding(
      'risks.apart',
      'notable',
      10,
      found.map(({ customer }) => `account.${customer.id}.risk.contract-end`),
      {
        count: count(found.length),
        accounts: accounts(found.map(({ customer }) => customer.id)),
        days: count(Math.abs(days)),
        over: choice(days < 0 ? 'yes' : 'no'),
        inHand: choice(found.every(({ soon }) => isInHand(scope, soon)) ? 'yes' : 'no'),
      },
    ),
  ];
};

/** Held to be at risk by those who know the account, whatever the signals say. */
const heldAtRisk = (
  scope: Scope,
  { customer, cause, plan, owner, checkpoint }: AccountAtRisk,
): readonly Finding[] =>
  cause === undefined
    ? []
    : [
        findingAbout(customer.id, 'warnings.declared', 'attention', 80, ['risk.revenue-at-stake'], {
          cause: text(cause),
          plan: plan === undefined ? choice('–') : text(plan),
          planned: choice(plan === undefined ? 'no' : 'yes'),
          checkpoint: checkpoint === undefined ? choice('–') : date(checkpoint),
          dated: choice(checkpoint === undefined ? 'no' : 'yes'),
          owner: named(scope, owner),
          // Whoever manages the account answers for all that names nobody else.
          owned: choice(owner === undefined || owner === customer.account.manager ? 'no' : 'yes'),
        }),
      ];

const ofAccount = (scope: Scope, { customer, raised, known }: Warned): Finding => {
  const { atRisk: from } = relationshipOf(scope).warnings;
  const counts = new Map(warningsOf(scope, customer).map(({ signal, value }) => [signal, value]));
  const [first, second] = raised.map(
    (signal): FindingParam => ({
      kind: 'term',
      vocabulary: 'warning-inline',
      code: counts.get(signal) === 1 && oneOf[signal] !== undefined ? oneOf[signal] : signal,
    }),
  );
  return findingAbout(
    customer.id,
    'warnings.account',
    raised.length >= from ? 'attention' : raised.length > 0 ? 'notable' : 'good',
    raised.length >= from ? 70 : 50,
    ['risk.signals'],
    {
      raised: count(raised.length),
      known: count(known),
      all: count(warningSignals.length),
      sponsored: choice(customer.account.sponsor === undefined ? 'no' : 'yes'),
      sponsor: named(scope, customer.account.sponsor),
      first: first ?? choice('none'),
      second: second ?? choice('none'),
      unread: count(warningSignals.length - known),
      from: count(from),
      listed: choice(customer.account.retention === undefined ? 'no' : 'yes'),
      ...leaverOf(scope, customer),
    },
  );
};

/** Who left, of those whose leaving warns: the last one by name, position and day, the others by their number. */
const leaverOf = (scope: Scope, customer: Customer): Finding['params'] => {
  const gone = leaversOf(scope, customer);
  const [last] = gone;
  return {
    gone: count(gone.length),
    leaver: text(last?.item.name ?? '–'),
    position: text(last?.item.title ?? '–'),
    placed: choice(last?.item.title === undefined ? 'no' : 'yes'),
    leftOn: date(last?.item.left ?? asOf(scope)),
  };
};

/** Signals that count something have a word for the one. */
const oneOf: Partial<Readonly<Record<WarningSignal, string>>> = {
  'open-complaints': 'open-complaint',
};
