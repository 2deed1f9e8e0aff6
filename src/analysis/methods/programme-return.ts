import { methodOf } from '../method.ts';
import { accountReturnFigures } from '../programme/return/account-figures.ts';
import { returnFigures } from '../programme/return/return-figures.ts';
import { returnFindings } from '../programme/return/return-findings.ts';
import { returnSeries } from '../programme/return/return-series.ts';

/** Whether the programme pays, as far as the record can say: key against other accounts, before against after. */
export const programmeReturn = methodOf(
  {
    id: 'programme-return',
    section: '2.9',
    literature: [
      'Goodman-Bacon, A. (2021). Difference-in-Differences with Variation in Treatment Timing. Journal of Econometrics 225(2).',
      'Newcombe, R. G. (1998). Interval Estimation for the Difference Between Independent Proportions. Statistics in Medicine 17(8).',
      'Welch, B. L. (1947). The Generalization of “Student’s” Problem When Several Different Population Variances Are Involved. Biometrika 34.',
    ],
    settings: [
      'workspace.basis',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
      'rationalisation.span',
    ],
    finds: { everyone: ['return'] },
  },
  {
    figures: returnFigures,
    series: returnSeries,
    findings: returnFindings,
    ofAccount: { figures: accountReturnFigures },
  },
);
