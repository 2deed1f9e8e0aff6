import type { Unit } from './figure.ts';

/**
 * How the value of a setting prints for a reader: with a unit, as money of the report, as quarters, hours or times a year, as
 * yes or no, as a quarter or a day, as days in a row, or as codes of a closed vocabulary.
 */
export type SettingKind =
  | Exclude<Unit, 'text' | 'term' | `money:${string}`>
  | 'money'
  | 'quarters'
  | 'hours'
  | 'times-a-year'
  | 'switch'
  | 'period'
  | 'date'
  | 'day-list'
  | 'days-by-role'
  | 'free-text'
  | { readonly terms: string };

/** Words that stand in place of a number: `median`, `leave-one-out`. */
const words = { terms: 'setting-value' } as const;

/** Settings by name, with `*` for what the workspace names itself: a criterion, a scheme and its rules. */
const kinds: Readonly<Record<string, SettingKind>> = {
  'changes.changeWithin': 'days',
  'changes.planCadence': 'days',
  'commitment.breadthCut': 'share',
  'commitment.depthCut': 'index',
  'commitment.staleAfter': 'quarters',
  'congruence.needed.*.*': 'index',
  'congruence.spreadLine': 'index',
  'congruence.staleAfter': 'quarters',
  'incentives.schemes.*.cap': 'money',
  'incentives.schemes.*.rules.*.amount': 'money',
  'incentives.schemes.*.rules.*.cap': 'money',
  'incentives.schemes.*.rules.*.rate': 'index',
  'incentives.schemes.*.rules.*.threshold': 'index',
  'incentives.schemes.*.rules.*.weight': 'index',
  'kpis.censusFrom': 'share',
  'kpis.countLostDealContacts': 'switch',
  'kpis.discountRate': 'share',
  'kpis.parts.gap': 'points',
  'kpis.parts.growers': 'count',
  'kpis.rhythm.reviews.from': 'times-a-year',
  'kpis.rhythm.reviews.to': 'times-a-year',
  'kpis.rhythm.surveys.from': 'times-a-year',
  'kpis.rhythm.surveys.to': 'times-a-year',
  'kpis.selection.costToBenefit': 'index',
  'kpis.selection.lowRating': 'index',
  'kpis.selection.maximum': 'count',
  'kpis.selection.ownerMaximum': 'count',
  'kpis.trend.band': 'share',
  'kpis.trend.quarters': 'quarters',
  'lifetime.contractGap': 'days',
  'lifetime.cuts.profit': 'money',
  'lifetime.cuts.years': 'years',
  'lifetime.horizon': 'years',
  'lifetime.minimum.customers': 'count',
  'lifetime.minimum.renewals': 'count',
  'lifetime.near.profit': 'share',
  'lifetime.near.years': 'years',
  'lifetime.precedence': { terms: 'lifetime-estimator' },
  'lifetime.silent': 'share',
  'phase.gap': 'index',
  'phase.holdsFrom': 'index',
  'rationalisation.below.contribution': 'money',
  'rationalisation.below.ratio': 'share',
  'rationalisation.earlier': 'period',
  'rationalisation.hourValue': 'money',
  'rationalisation.profile.folds': 'index',
  'rationalisation.profile.minimumBalancedAccuracy': 'share',
  'rationalisation.profile.minimumFields': 'count',
  'rationalisation.profile.minimumPerClass': 'count',
  'rationalisation.profile.pointsPerDoubling': 'index',
  'rationalisation.profile.profitable': 'share',
  'rationalisation.profile.refer': 'index',
  'rationalisation.profile.serve': 'index',
  'rationalisation.profile.smoothing': 'count',
  'rationalisation.protect.growth': 'share',
  'rationalisation.protect.key': 'switch',
  'rationalisation.protect.openOpportunities': 'switch',
  'rationalisation.protect.quarters': 'quarters',
  'rationalisation.protect.score': 'score',
  'rationalisation.span': words,
  'relationship.cadence': 'day-list',
  'relationship.influential': 'index',
  'relationship.otherCadence': 'days',
  'relationship.roleCadence': 'days-by-role',
  'relationship.roles': { terms: 'role' },
  'relationship.sponsorCadence': 'days',
  'relationship.staleOpportunity': 'days',
  'relationship.warnings.atRisk': 'count',
  'relationship.warnings.complaints': 'count',
  'relationship.warnings.contractEnd': 'days',
  'relationship.warnings.fall': 'share',
  'relationship.warnings.left': 'days',
  'relationship.warnings.nps': 'nps',
  'relationship.warnings.silence': 'days',
  'resources.budgetTolerance': 'share',
  'resources.difficulty.exposure': 'index',
  'resources.difficulty.risk': 'index',
  'resources.difficulty.weakness': 'index',
  'resources.fullTime': 'hours',
  'resources.load.accounts': 'count',
  'resources.load.high': 'share',
  'resources.load.low': 'share',
  'resources.weights.hours': 'index',
  'resources.weights.money': 'index',
  'scoring.criteria.*.met': 'score',
  'scoring.criteria.*.weight': 'index',
  'scoring.identification.highShare': 'share',
  'scoring.kaism.attractiveness': 'score',
  'scoring.kaism.strength': 'score',
  'scoring.keySet.places': 'count',
  'scoring.keySet.threshold': 'score',
  'scoring.robustness.fewestFirsts': 'share',
  'scoring.robustness.insecure': 'share',
  'scoring.robustness.missing': words,
  'scoring.robustness.samples': 'count',
  'scoring.robustness.seed': 'free-text',
  'scoring.robustness.within': 'share',
  'scoring.robustness.worthARow': 'share',
  'workspace.basis': words,
  'workspace.document.dataAsOf': 'date',
  'workspace.thresholds.attention': 'share',
  'workspace.thresholds.benefitRatio': 'multiple',
  'workspace.thresholds.confidence': 'share',
  'workspace.thresholds.dataThin': 'share',
  'workspace.thresholds.effortHigh': 'multiple',
  'workspace.thresholds.effortLow': 'multiple',
  'workspace.thresholds.minimumGroup': 'count',
  'workspace.thresholds.paretoShare': 'share',
  'workspace.thresholds.planThin': 'share',
  'workspace.thresholds.singleClient': 'share',
  'workspace.thresholds.smallSample': 'count',
  'workspace.thresholds.topShare': 'share',
};

/** A setting by its generic name, with what its `*` stand for. */
export interface KnownSetting {
  readonly generic: string;
  readonly kind: SettingKind;
  /** Paths of what it names, from the file down: `scoring.criteria.volume`. */
  readonly named: readonly (readonly string[])[];
}

/** @returns undefined for a name that readers have no words for */
export const knownSetting = (name: string): KnownSetting | undefined => {
  const parts = name.split('.');
  const open = new Set(openPlaces.find(({ starts }) => starts(parts))?.places);
  const generic = parts.map((part, place) => (open.has(place) ? '*' : part)).join('.');
  const kind = kinds[generic];
  return kind === undefined
    ? undefined
    : {
        generic,
        kind,
        named: [...open].filter(place => place < parts.length).map(place => parts.slice(0, place + 1)),
      };
};

const below =
  (...head: readonly string[]) =>
  (parts: readonly string[]): boolean =>
    head.every((part, place) => parts[place] === part);

const openPlaces: readonly {
  readonly starts: (parts: readonly string[]) => boolean;
  readonly places: readonly number[];
}[] = [
  { starts: parts => below('incentives', 'schemes')(parts) && parts[3] === 'rules', places: [2, 4] },
  { starts: below('incentives', 'schemes'), places: [2] },
  { starts: below('scoring', 'criteria'), places: [2] },
  { starts: below('congruence', 'needed'), places: [2, 3] },
];
