import { accountSwotFigures, accountSwotSeries, swotFindings } from '../account-plan/swot-results.ts';
import { methodOf } from '../method.ts';

/** Strengths, weaknesses, opportunities and threats of an account, with evidence and actions, and what their crossing suggests. */
export const swot = methodOf(
  {
    id: 'swot',
    section: '3.4',
    literature: [
      'Weihrich, H. (1982): The TOWS matrix, a tool for situational analysis. Long Range Planning 15(2).',
    ],
    settings: [],
    finds: { account: ['account'] },
  },
  {
    findings: swotFindings,
    ofAccount: { figures: accountSwotFigures, series: accountSwotSeries },
  },
);
