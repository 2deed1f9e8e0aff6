import { methodOf } from '../method.ts';
import { loadFigures, loadFindings, loadSeries } from '../resources/load-results.ts';

/** Hours that accounts need of their key account manager against the hours that they have. */
export const kamLoad = methodOf(
  {
    id: 'kam-load',
    section: '2.6',
    literature: [],
    settings: ['resources.load.low', 'resources.load.high', 'resources.load.accounts'],
    finds: { everyone: ['load'] },
  },
  {
    figures: loadFigures,
    series: scope => [loadSeries(scope)],
    findings: loadFindings,
  },
);
