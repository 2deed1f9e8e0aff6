import { methodOf } from '../method.ts';
import { profileFigures, prospectFigures } from '../profile/profile-figures.ts';
import { profileFindings } from '../profile/profile-findings.ts';
import { profileSeries } from '../profile/profile-series.ts';

/** What profitable and unprofitable customers look like before their first order, and what that says of prospects. */
export const customerProfile = methodOf(
  {
    id: 'customer-profile',
    section: '1.8',
    literature: [
      'Good, I. J. (1950). Probability and the Weighing of Evidence. Griffin.',
      'Stone, M. (1974). Cross-Validatory Choice and Assessment of Statistical Predictions. Journal of the Royal Statistical Society B 36(2).',
      'Wilson, E. B. (1927). Probable Inference, the Law of Succession, and Statistical Inference. Journal of the American Statistical Association 22(158).',
      'Zou, G. Y. & Donner, A. (2008). Construction of Confidence Limits About Effect Measures: A General Approach. Statistics in Medicine 27(10).',
    ],
    settings: [
      'rationalisation.span',
      'rationalisation.profile.profitable',
      'rationalisation.profile.fields',
      'rationalisation.profile.pointsPerDoubling',
      'rationalisation.profile.smoothing',
      'rationalisation.profile.folds',
      'rationalisation.profile.minimumPerClass',
      'rationalisation.profile.serve',
      'rationalisation.profile.refer',
      'rationalisation.profile.minimumFields',
      'rationalisation.profile.minimumBalancedAccuracy',
      'workspace.thresholds.confidence',
      'workspace.thresholds.smallSample',
    ],
    finds: { everyone: ['profile'] },
  },
  {
    figures: profileFigures,
    series: profileSeries,
    findings: profileFindings,
    ofAccount: { figures: prospectFigures },
  },
);
