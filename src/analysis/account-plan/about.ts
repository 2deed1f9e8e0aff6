import type { Finding } from '../../model/finding.ts';
import { account } from '../portfolio/findings.ts';

/** A finding on one account. Its figures are named without the account: `plan.completeness`. */
export const about = (
  id: string,
  code: string,
  severity: Finding['severity'],
  rank: number,
  figures: readonly string[],
  params: Finding['params'],
): Finding => ({
  id: `${code}.${id}`,
  code,
  topic: 'account',
  account: id,
  severity,
  rank,
  figures: figures.map(name => `account.${id}.${name}`),
  params: { account: account(id), ...params },
});
