import { reviewFigures } from '../kam-review/figures.ts';
import { reviewFindings } from '../kam-review/findings.ts';
import { reviewSeries } from '../kam-review/series.ts';
import type { Method } from '../method.ts';

const id = 'kam-review';

/** What goes into the accounts of each key account manager and what comes out, with what makes their work hard. */
export const kamReview: Method = {
  id,
  section: '4',
  literature: [],
  settings: [
    'workspace.basis',
    'resources.difficulty.risk',
    'resources.difficulty.weakness',
    'resources.difficulty.exposure',
  ],
  finds: { kam: ['kam', 'kam-effort'] },
  run: scope => ({
    figures: reviewFigures(scope, id),
    series: reviewSeries(scope),
    findings: reviewFindings(scope),
  }),
};
