import { accountLifetimeFigures, lifetimeFigures } from '../lifetime/figures.ts';
import { lifetimeFindings } from '../lifetime/findings.ts';
import { fitFigures } from '../lifetime/fit-figures.ts';
import { fitSeries } from '../lifetime/fit-series.ts';
import { lifetimeSeries } from '../lifetime/series.ts';
import { methodOf } from '../method.ts';

/** Lifetime × profitability: what a customer earns after cost to serve against how long it is expected to stay. */
export const lifetimeMethod = methodOf(
  {
    id: 'lifetime',
    section: '1.5',
    literature: [
      'Reinartz, W. & Kumar, V. (2000). On the profitability of long-life customers in a noncontractual setting. Journal of Marketing 64(4).',
      'Reinartz, W. & Kumar, V. (2002). The mismanagement of customer loyalty. Harvard Business Review 80(7).',
      'Fader, P. S., Hardie, B. G. S. & Lee, K. L. (2005). “Counting your customers” the easy way. Marketing Science 24(2).',
      'Fader, P. S. & Hardie, B. G. S. (2007). How to project customer retention. Journal of Interactive Marketing 21(1).',
      'Fader, P. S. & Hardie, B. G. S. (2010). Customer-base valuation in a contractual setting. Marketing Science 29(1).',
    ],
    settings: [
      'workspace.basis',
      'lifetime.precedence',
      'lifetime.cuts.profit',
      'lifetime.cuts.years',
      'lifetime.near.profit',
      'lifetime.near.years',
      'lifetime.horizon',
      'lifetime.minimum.renewals',
      'lifetime.minimum.customers',
      'lifetime.contractGap',
      'lifetime.silent',
      'kpis.discountRate',
    ],
    finds: { everyone: ['lifetime'] },
    advises: true,
  },
  {
    figures: (scope, id) => [...fitFigures(scope, id), ...lifetimeFigures(scope, id)],
    series: scope => [...lifetimeSeries(scope), ...fitSeries(scope)],
    findings: lifetimeFindings,
    ofAccount: { figures: accountLifetimeFigures },
  },
);
