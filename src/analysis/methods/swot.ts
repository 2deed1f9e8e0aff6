import { accountSwotFigures, accountSwotSeries, swotFindings } from '../account-plan/swot-results.ts';
import type { Method } from '../method.ts';

const id = 'swot';

/** Strengths, weaknesses, opportunities and threats of an account, with evidence and actions, and what their crossing suggests. */
export const swot: Method = {
  id,
  section: '3.4',
  literature: [
    'Weihrich, H. (1982): The TOWS matrix, a tool for situational analysis. Long Range Planning 15(2).',
  ],
  settings: [],
  finds: { account: ['account'] },
  run: scope => ({ figures: [], series: [], findings: swotFindings(scope) }),
  ofAccount: (scope, account) => ({
    figures: accountSwotFigures(scope, id, account),
    series: accountSwotSeries(scope, account),
  }),
};
