import { type CustomerProfile, customerProfileSchema } from '../../model/customer-profile.ts';
import type { Assumption, Figure, FigureInput, Interval, Unavailable } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { byAccount } from '../by-account.ts';
import { countedFirst, numberOfFirst, shareOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import { assumption, threshold } from '../portfolio/assumptions.ts';
import { spanAssumption } from '../rationalisation/settings.ts';
import type { Scope } from '../scope.ts';
import { meanOfProportionsInterval } from '../statistics/difference.ts';
import { uncertaintyOf, without } from '../statistics/uncertainty.ts';
import { wilsonInterval } from '../statistics.ts';
import { type CustomerProfiling, customerProfiling, type ProfiledProspect } from './profile.ts';
import { ratiosOf, statedMeasure, statedTotal } from './stated-profile.ts';
import {
  accuracyOf,
  balancedAccuracyOf,
  baseRateOf,
  type ProfileMeasure,
  profileMeasures,
  sensitivityOf,
  specificityOf,
  type Validation,
} from './validation.ts';

/** A measure of the validation, with what it was counted over. */
export interface Measured {
  readonly value: number;
  readonly n: number;
  readonly interval?: Interval;
}

/**
 * The measures of a validation, with Wilson intervals at the confidence that the workspace declares; that of the balanced
 * accuracy follows from those of the two classes.
 */
export const measuresOf = (
  validation: Validation,
  confidence: number,
): Readonly<Record<ProfileMeasure, Measured>> => {
  const { n, profitable, truePositives, trueNegatives } = validation;
  const unprofitable = n - profitable;
  const withInterval = (value: number, trials: number, interval: Interval | undefined): Measured => ({
    value,
    n: trials,
    ...(interval === undefined ? {} : { interval }),
  });
  const of = (value: number, successes: number, trials: number): Measured =>
    withInterval(value, trials, wilsonInterval(successes, trials, confidence));
  const classes = [
    { successes: truePositives, trials: profitable },
    { successes: trueNegatives, trials: unprofitable },
  ] as const;
  return {
    accuracy: of(accuracyOf(validation), truePositives + trueNegatives, n),
    'base-rate': of(baseRateOf(validation), Math.max(profitable, unprofitable), n),
    'balanced-accuracy': withInterval(
      balancedAccuracyOf(validation),
      n,
      meanOfProportionsInterval(...classes, confidence),
    ),
    sensitivity: of(sensitivityOf(validation), truePositives, profitable),
    specificity: of(specificityOf(validation), trueNegatives, unprofitable),
  };
};

const defaults = customerProfileSchema.parse({ fields: [{ field: 'industry', name: 'industry' }] });
type Cut = Exclude<keyof CustomerProfile, 'fields'>;
const fittingCuts: readonly Cut[] = [
  'profitable',
  'pointsPerDoubling',
  'smoothing',
  'minimumPerClass',
  'folds',
];
const recommendationCuts: readonly Cut[] = ['serve', 'refer', 'minimumFields', 'minimumBalancedAccuracy'];

const assumptionsOf = (scope: Scope, settings: CustomerProfile, cuts: readonly Cut[]): Assumption[] => {
  const source = scope.workspace.program.rationalisation?.source;
  return cuts.map(cut =>
    source === undefined
      ? { name: `rationalisation.profile.${cut}`, value: settings[cut] }
      : assumption(
          `rationalisation.profile.${cut}`,
          settings[cut],
          defaults[cut],
          at(source, 'profile', cut),
        ),
  );
};

/** How many customers the profile rests on, and how it proved itself. */
export const profileFigures = (scope: Scope, method: string): readonly Figure[] => {
  const found = scope.of(customerProfiling);
  const make = figuresOf(method, scope.period);
  if (found === undefined)
    return ['customers', 'profitable', ...profileMeasures].map(name =>
      make(
        `portfolio.profile.${name}`,
        { code: 'no-profile' },
        name === 'customers' ? 'count' : 'share',
        0,
        [],
      ),
    );
  return [...exampleFigures(scope, method, found), ...validationFigures(scope, method, found)];
};

const prospectsOf = byAccount(
  scope => scope.of(customerProfiling)?.prospects ?? [],
  ({ customer }) => customer.id,
);

/** What the profile says of a prospect. */
export const prospectFigures = (scope: Scope, method: string, account: string): readonly Figure[] => {
  const found = scope.of(customerProfiling);
  if (found === undefined) return [];
  return prospectsOf(scope, account).flatMap(prospect => figuresOfProspect(scope, method, found, prospect));
};

const exampleFigures = (scope: Scope, method: string, found: CustomerProfiling): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const { examples, coverage, settings } = found;
  const profitable = examples.filter(example => example.profitable).length;
  const rest = {
    assumptions: [...spanAssumption(scope), ...assumptionsOf(scope, settings, ['profitable'])],
    coverage,
  };
  const { confidence, smallSample } = scope.workspace.settings.thresholds;
  const none: Unavailable = { code: 'no-contribution' };
  return [
    make('portfolio.profile.customers', examples.length, 'count', 0, () => ratiosOf(examples), {
      ...rest,
      formula: numberOfFirst(examples.length),
    }),
    make(
      'portfolio.profile.profitable',
      examples.length === 0 ? none : profitable / examples.length,
      'share',
      1,
      () => ratiosOf(countedFirst(examples, example => example.profitable)),
      {
        ...rest,
        smallSample: examples.length < smallSample,
        ...uncertaintyOf(wilsonInterval(profitable, examples.length, confidence), examples.length),
        formula: shareOfFirst(profitable, examples.length),
      },
    ),
  ];
};

const validationFigures = (scope: Scope, method: string, found: CustomerProfiling): readonly Figure[] => {
  const { settings, coverage, validation, refused } = found;
  const { confidence, smallSample } = scope.workspace.settings.thresholds;
  const measures = validation === undefined ? undefined : measuresOf(validation, confidence);
  return profileMeasures.map(name => {
    const measure = measures?.[name];
    const stated = statedMeasure(found, name);
    return figuresOf(method, scope.period)(
      `portfolio.profile.${name}`,
      measure?.value ?? refused,
      'share',
      1,
      () => stated.inputs,
      {
        formula: stated.formula,
        assumptions: [...assumptionsOf(scope, settings, fittingCuts), threshold(scope, 'confidence')],
        coverage,
        smallSample: (measure?.n ?? 0) < smallSample,
        ...(name === 'base-rate' ? {} : { polarity: 'higher' }),
        ...uncertaintyOf(measure?.interval, measure?.n ?? 0),
      },
    );
  });
};

const figuresOfProspect = (
  scope: Scope,
  method: string,
  { settings, examples, profile }: CustomerProfiling,
  { customer, total, resembles, recommendation, coverage, inputs, points }: ProfiledProspect,
): readonly Figure[] => {
  const make = figuresOf(method, scope.period);
  const prefix = `account.${customer.id}.profile`;
  const smallSample = examples.length < scope.workspace.settings.thresholds.smallSample;
  const fitted = assumptionsOf(scope, settings, fittingCuts);
  const cuts = assumptionsOf(scope, settings, recommendationCuts);
  const term = (
    name: string,
    value: string,
    used: readonly Assumption[],
    on: readonly FigureInput[],
  ): Figure => ({
    ...make(`${prefix}.${name}`, value, 'term', 0, on, { assumptions: used, coverage, smallSample }),
    vocabulary: `profile-${name}`,
  });
  return [
    make(`${prefix}.points`, total, 'score', 0, [...inputs, 'portfolio.profile.profitable'], {
      assumptions: fitted,
      coverage,
      smallSample,
      ...without('fitted-points'),
      polarity: 'higher',
      formula: statedTotal(profile?.start ?? 0, points),
    }),
    term('class', resembles, [], [`${prefix}.points`]),
    term('recommendation', recommendation, cuts, [`${prefix}.points`, 'portfolio.profile.balanced-accuracy']),
  ];
};
