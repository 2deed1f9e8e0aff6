import { reviewFigures } from '../kam-review/figures.ts';
import { reviewFindings } from '../kam-review/findings.ts';
import { reviewSeries } from '../kam-review/series.ts';
import { methodOf } from '../method.ts';

/** What goes into the accounts of each key account manager and what comes out, with what makes their work hard. */
export const kamReview = methodOf(
  {
    id: 'kam-review',
    section: '4',
    literature: [],
    settings: [
      'workspace.basis',
      'workspace.document.dataAsOf',
      'resources.difficulty.risk',
      'resources.difficulty.weakness',
      'resources.difficulty.exposure',
    ],
    finds: { kam: ['kam', 'kam-effort', 'kam-actions', 'kam-contracts'] },
  },
  {
    figures: reviewFigures,
    series: reviewSeries,
    findings: reviewFindings,
  },
);
