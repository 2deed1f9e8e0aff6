import { chainFindings } from '../account-plan/value-chain-findings.ts';
import { accountChainFigures, accountChainSeries } from '../account-plan/value-chain-results.ts';
import {
  accountValueRankingFigures,
  valueRankingFigures,
  valueRankingFindings,
  valueRankingSeries,
} from '../account-plan/value-ranking-results.ts';
import type { Method } from '../method.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

const id = 'value-chain';

/** Where our activities act on those of the customer, and who is worth more than the size of its orders says. */
export const valueChain: Method = {
  id,
  section: '3.2',
  literature: [
    'Porter, M. E. (1985): Competitive Advantage. Free Press.',
    'Spearman, C. (1904): The proof and measurement of association between two things. American Journal of Psychology 15(1).',
    'Bonett, D. G. & Wright, T. A. (2000): Sample Size Requirements for Estimating Pearson, Kendall and Spearman Correlations. Psychometrika 65(1).',
  ],
  settings: ['workspace.thresholds.confidence', 'workspace.thresholds.smallSample'],
  finds: { everyone: ['value-ranking'], account: ['account'] },
  run: scope => ({
    figures: valueRankingFigures(scope, id),
    series: [seriesOnDemand('portfolio.value-ranking', () => valueRankingSeries(scope))],
    findings: [...chainFindings(scope), ...valueRankingFindings(scope)],
  }),
  ofAccount: (scope, account) => ({
    figures: [...accountChainFigures(scope, id, account), ...accountValueRankingFigures(scope, id, account)],
    series: accountChainSeries(scope, account),
  }),
};
