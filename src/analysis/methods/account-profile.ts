import { methodOf } from '../method.ts';
import { accountFindings } from '../portfolio/account-findings.ts';

/** What the portfolio methods say about each key account, as the sentences that head its documents. */
export const accountProfile = methodOf(
  {
    id: 'account-profile',
    section: '3.1',
    literature: [],
    settings: ['workspace.thresholds.attention'],
    finds: { account: ['account'] },
    advises: true,
  },
  { findings: accountFindings },
);
