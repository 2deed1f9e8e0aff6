import type { Method } from '../method.ts';
import { accountRobustnessFigures, robustnessFigures } from '../robustness/robustness-figures.ts';
import { robustnessFindings } from '../robustness/robustness-findings.ts';
import { robustnessSeries } from '../robustness/robustness-series.ts';

const id = 'robustness';

/** How far the ranking and the key set depend on the weights. */
export const robustnessMethod: Method = {
  id,
  section: '1.3',
  literature: [
    'Lahdelma, R. & Salminen, P. (2001). SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making. Operations Research, 49(3).',
  ],
  settings: [
    'scoring.robustness.samples',
    'scoring.robustness.within',
    'scoring.robustness.missing',
    'scoring.robustness.insecure',
    'scoring.robustness.worthARow',
    'scoring.robustness.fewestFirsts',
    'scoring.robustness.seed',
    'scoring.keySet.threshold',
    'scoring.keySet.places',
    'scoring.nearTie',
  ],
  finds: { everyone: ['robustness'] },
  advises: true,
  run: scope => ({
    figures: robustnessFigures(scope, id),
    series: robustnessSeries(scope),
    findings: robustnessFindings(scope),
  }),
  ofAccount: (scope, account) => ({ figures: accountRobustnessFigures(scope, id, account), series: [] }),
};
