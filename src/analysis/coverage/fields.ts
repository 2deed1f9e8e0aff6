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
  holds('manager'),
  holds('ratings'),
  holds('strength'),
  holds('contracts'),
  holds('opportunities'),
  holds('surveys'),
  holds('interactions'),
  holds('contacts'),
  holds('goals'),
  holds('objectives'),
  holds('actions'),
  holds('risks'),
  holds('valueChain'),
  holds('valueAgainstPrice'),
  holds('swot'),
  holds('benefits'),
  holds('whitespace'),
  holds('offers'),
  holds('service'),
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
