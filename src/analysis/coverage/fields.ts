import { yearBefore } from '../../model/period.ts';
import type { ProgramName } from '../../model/program.ts';
import type { Account } from '../../model/workspace.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';

/** Something that can be recorded about an account, and where it would stand in its file. */
export interface AccountField {
  readonly id: string;
  /** Keys below the account, `*` for a quarter. */
  readonly key: string;
  /** Whether it belongs to the plan of a key account, so that no other customer lacks it. */
  readonly ofKeyAccounts?: true;
  has(account: Account, scope: Scope): boolean;
}

type QuarterField = keyof Account['history'][string];

const inSpan = (field: QuarterField, id: string = field): AccountField => ({
  id,
  key: `history.*.${field}`,
  has: (account, scope) => currentSpan(scope).some(period => account.history[period]?.[field] !== undefined),
});

const holds = (key: keyof Account, id: string = key): AccountField => ({
  id,
  key,
  has: account => isFilled(account[key]),
});

const ofPlan = (key: keyof Account): AccountField => ({ ...holds(key), ofKeyAccounts: true });

/** Whether somebody has written something: of a map with lists in it, an empty list stands for each that is not there. */
const isFilled = (value: unknown): boolean => {
  if (value === undefined || value === null) return false;
  return typeof value === 'object' ? Object.values(value).some(isFilled) : true;
};

/** Every kind of data about accounts that opens something, in the order in which a programme would record them. */
export const accountFields: readonly AccountField[] = [
  inSpan('revenue'),
  {
    id: 'priorRevenue',
    key: 'history.*.revenue',
    has: (account, scope) =>
      currentSpan(scope).some(period => account.history[yearBefore(period)]?.revenue !== undefined),
  },
  inSpan('plan'),
  {
    id: 'forecast',
    key: 'history.*.forecast',
    has: account => Object.values(account.history).some(({ forecast }) => forecast !== undefined),
  },
  inSpan('margin'),
  inSpan('costToServe'),
  inSpan('hours'),
  inSpan('newBusiness'),
  inSpan('walletSpend'),
  holds('industry'),
  ofPlan('manager'),
  holds('ratings'),
  holds('strength'),
  holds('contracts'),
  holds('opportunities'),
  holds('surveys'),
  holds('interactions'),
  ofPlan('contacts'),
  ofPlan('goals'),
  ofPlan('objectives'),
  ofPlan('actions'),
  ofPlan('risks'),
  ofPlan('valueChain'),
  ofPlan('valueAgainstPrice'),
  ofPlan('swot'),
  ofPlan('benefits'),
  ofPlan('whitespace'),
  ofPlan('offers'),
  ofPlan('service'),
  holds('mentions'),
];

/** The files of the programme, in the order in which a programme would write them. */
export const programFields: readonly ProgramName[] = [
  'scoring',
  'segments',
  'kpis',
  'statements',
  'commitment',
  'congruence',
  'phase',
  'adoption',
  'resources',
  'skills',
  'lifetime',
  'rationalisation',
  'relationship',
  'changes',
  'incentives',
  'decisions',
];
