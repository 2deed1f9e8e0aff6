import { chainFindings } from '../account-plan/value-chain-findings.ts';
import { accountChainFigures, accountChainSeries } from '../account-plan/value-chain-results.ts';
import {
  accountValueRankingFigures,
  valueRankingFigures,
  valueRankingFindings,
  valueRankingSeries,
} from '../account-plan/value-ranking-results.ts';
import { methodOf } from '../method.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

/** Where our activities act on those of the customer, and who is worth more than the size of its orders says. */
export const valueChain = methodOf(
  {
    id: 'value-chain',
    section: '3.2',
    literature: [
      'Porter, M. E. (1985): Competitive Advantage. Free Press.',
      'Spearman, C. (1904): The proof and measurement of association between two things. American Journal of Psychology 15(1).',
      'Bonett, D. G. & Wright, T. A. (2000): Sample Size Requirements for Estimating Pearson, Kendall and Spearman Correlations. Psychometrika 65(1).',
    ],
    settings: ['workspace.thresholds.confidence', 'workspace.thresholds.smallSample'],
    finds: { everyone: ['value-ranking'], account: ['account'] },
  },
  {
    figures: valueRankingFigures,
    series: scope => [seriesOnDemand(scope, 'portfolio.value-ranking', () => valueRankingSeries(scope))],
    findings: scope => [...chainFindings(scope), ...valueRankingFindings(scope)],
    ofAccount: {
      figures: (scope, id, account) => [
        ...accountChainFigures(scope, id, account),
        ...accountValueRankingFigures(scope, id, account),
      ],
      series: accountChainSeries,
    },
  },
);
