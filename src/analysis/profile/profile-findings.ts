import type { Finding } from '../../model/finding.ts';
import { accounts, choice, count, figure, finding, share } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type CustomerProfiling, customerProfiling, type Recommendation } from './profile.ts';
import { measuresOf } from './profile-figures.ts';
import type { Validation } from './validation.ts';

/** How well the profile knows customers that it has not seen, and what it says of the prospects. */
export const profileFindings = (scope: Scope): readonly Finding[] => {
  const found = scope.of(customerProfiling);
  if (found === undefined) return [];
  if (found.validation === undefined) return [tooFew(found)];
  return [validated(scope, found, found.validation), ...prospects(found)];
};

const tooFew = ({ examples, settings }: CustomerProfiling): Finding => {
  const profitable = examples.filter(example => example.profitable).length;
  return finding('profile.too-few', 'notable', 20, ['portfolio.profile.customers'], {
    profitable: count(profitable),
    unprofitable: count(examples.length - profitable),
    minimum: count(settings.minimumPerClass),
  });
};

/** It counts as better than the base rate only where the whole interval lies above it. */
const validated = (scope: Scope, { settings }: CustomerProfiling, validation: Validation): Finding => {
  const measures = measuresOf(validation, scope.workspace.settings.thresholds.confidence);
  const { accuracy, 'base-rate': base } = measures;
  const better = accuracy.interval !== undefined && accuracy.interval.low > base.value;
  return finding(
    better ? 'profile.validated' : 'profile.not-shown',
    'notable',
    better ? 40 : 45,
    ['portfolio.profile.accuracy', 'portfolio.profile.base-rate', 'portfolio.profile.balanced-accuracy'],
    {
      accuracy: figure('portfolio.profile.accuracy'),
      low: share(accuracy.interval?.low ?? 0),
      high: share(accuracy.interval?.high ?? 1),
      base: figure('portfolio.profile.base-rate'),
      balanced: figure('portfolio.profile.balanced-accuracy'),
      customers: count(validation.n),
      small: choice(validation.n < scope.workspace.settings.thresholds.smallSample ? 'yes' : 'no'),
      followed: choice(measures['balanced-accuracy'].value < settings.minimumBalancedAccuracy ? 'no' : 'yes'),
    },
  );
};

const prospects = ({ prospects: all }: CustomerProfiling): readonly Finding[] => {
  if (all.length === 0) return [];
  const ids = (recommendation: Recommendation): readonly string[] =>
    all.filter(prospect => prospect.recommendation === recommendation).map(({ customer }) => customer.id);
  const params = (['serve', 'watch', 'refer'] as const).flatMap(recommendation => [
    [recommendation, count(ids(recommendation).length)] as const,
    [`${recommendation}Accounts`, accounts(ids(recommendation))] as const,
  ]);
  return [
    finding(
      'profile.prospects',
      'notable',
      35,
      all.map(({ customer }) => `account.${customer.id}.profile.recommendation`),
      { prospects: count(all.length), ...Object.fromEntries(params) },
    ),
  ];
};
