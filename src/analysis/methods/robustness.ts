import { methodOf } from '../method.ts';
import { accountRobustnessFigures, robustnessFigures } from '../robustness/robustness-figures.ts';
import { robustnessFindings } from '../robustness/robustness-findings.ts';
import { robustnessSeries } from '../robustness/robustness-series.ts';

/** How far the ranking and the key set depend on the weights. */
export const robustnessMethod = methodOf(
  {
    id: 'robustness',
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
  },
  {
    figures: robustnessFigures,
    series: robustnessSeries,
    findings: robustnessFindings,
    ofAccount: { figures: accountRobustnessFigures },
  },
);
