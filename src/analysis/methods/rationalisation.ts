import { methodOf } from '../method.ts';
import { accountFigures } from '../rationalisation/account-figures.ts';
import { outcomeFigures } from '../rationalisation/outcome-figures.ts';
import { rationalisationFindings } from '../rationalisation/rationalisation-findings.ts';
import { outcomeSeries, rationalisationSeries } from '../rationalisation/rationalisation-series.ts';
import { seriesOnDemand } from '../series-on-demand.ts';

/** Customers by what they leave after the cost of serving them, and what letting the least of them go would change. */
export const rationalisation = methodOf(
  {
    id: 'rationalisation',
    section: '1.8',
    literature: [
      'Kaplan, R. S. & Narayanan, V. G. (2001). Measuring and Managing Customer Profitability. Journal of Cost Management 15(5).',
    ],
    settings: [
      'rationalisation.span',
      'rationalisation.below.contribution',
      'rationalisation.below.ratio',
      'rationalisation.protect.key',
      'rationalisation.protect.growth',
      'rationalisation.protect.score',
      'rationalisation.protect.quarters',
      'rationalisation.protect.openOpportunities',
      'rationalisation.hourValue',
      'rationalisation.earlier',
      'workspace.basis',
    ],
    finds: { everyone: ['rationalisation'] },
    advises: true,
  },
  {
    figures: outcomeFigures,
    series: scope => [
      seriesOnDemand(scope, 'portfolio.rationalisation', () => rationalisationSeries(scope)),
      outcomeSeries(scope),
    ],
    findings: rationalisationFindings,
    ofAccount: { figures: accountFigures },
  },
);
