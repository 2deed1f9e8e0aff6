import type { Finding, FindingParam } from '../../model/finding.ts';
import type { Money } from '../money.ts';
import { account } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';

/** A finding about one account: its id is its code and the account. */
export const findingAbout = (
  customer: string,
  code: string,
  severity: Finding['severity'],
  rank: number,
  figures: readonly string[],
  params: Finding['params'],
): Finding => ({
  id: `${code}.${customer}`,
  code,
  topic: code.slice(0, code.indexOf('.')),
  account: customer,
  severity,
  rank,
  figures,
  params: { account: account(customer), ...params },
});

/** An amount in words, in reporting currency. */
export const amount = (scope: Scope, value: Money | undefined): FindingParam => ({
  kind: 'largeMoney',
  value: value?.toNumber() ?? 0,
  currency: scope.workspace.settings.currency,
});

export const days = (value: number): FindingParam => ({
  kind: 'number',
  value,
  unit: 'days',
  precision: 0,
});
