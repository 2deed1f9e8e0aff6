import type { Method } from '../method.ts';
import { loadFigures, loadFindings, loadSeries } from '../resources/load-results.ts';

const id = 'kam-load';

/** Hours that accounts need of their key account manager against the hours that they have. */
export const kamLoad: Method = {
  id,
  section: '2.6',
  literature: [],
  settings: ['resources.load.low', 'resources.load.high', 'resources.load.accounts'],
  finds: { everyone: ['load'] },
  run: scope => ({
    figures: loadFigures(scope, id),
    series: [loadSeries(scope)],
    findings: loadFindings(scope),
  }),
};
