import type { Interval } from '../../../model/figure.ts';
import type { Finding, FindingParam } from '../../../model/finding.ts';
import { choice, count, figure, finding, period } from '../../portfolio/findings.ts';
import type { Scope } from '../../scope.ts';
import { designation } from './designation.ts';
import { effects } from './effects.ts';
import type { ReturnOutcome } from './panel.ts';
import { spendReturn } from './spend-return.ts';

const prefix = 'programme.return';

/** What the comparison is compatible with; that it proves nothing stands in the sentence itself. */
export const returnFindings = (scope: Scope): readonly Finding[] => [
  ...effectFinding(scope),
  ...trendFinding(scope),
  ...spendFinding(scope),
];

const effectOf = (scope: Scope, outcome: ReturnOutcome) =>
  scope.of(effects).find(effect => effect.outcome === outcome);

/** Differences smaller than this are the rounding of doubles, where accounts differ in nothing. */
const rounding = 1e-9;

/** Where an interval lies: above zero, below it, around it; 'none' where there is no interval. */
const sideOf = (interval: Interval | undefined): 'above' | 'below' | 'around' | 'none' => {
  if (interval === undefined) return 'none';
  if (interval.low > rounding) return 'above';
  return interval.high < -rounding ? 'below' : 'around';
};

const inPoints = (value: number): FindingParam => ({
  kind: 'number',
  value,
  unit: 'points',
  precision: 1,
  signed: true,
});

const effectFinding = (scope: Scope): readonly Finding[] => {
  const revenue = effectOf(scope, 'revenue')?.found;
  if (revenue === undefined) return [];
  const ratio = effectOf(scope, 'contribution-ratio')?.found;
  const side = sideOf(revenue.interval);
  return [
    finding(
      'return.effect',
      side === 'below' ? 'attention' : 'notable',
      50,
      [`${prefix}.revenue.effect`, `${prefix}.contribution-ratio.effect`, `${prefix}.revenue.trend`],
      {
        effect: inPoints(revenue.effect),
        side: choice(side),
        low: inPoints(revenue.interval?.low ?? 0),
        high: inPoints(revenue.interval?.high ?? 0),
        ratioSide: choice(ratio === undefined ? 'none' : sideOf(ratio.interval)),
        ratio: inPoints(ratio?.effect ?? 0),
        accounts: count(revenue.treatedCount),
        others: count(revenue.controlCount),
        always: count(scope.of(designation).always.length),
        small: choice(
          Math.min(revenue.treatedCount, revenue.controlCount) <
            scope.workspace.settings.thresholds.smallSample
            ? 'yes'
            : 'no',
        ),
      },
    ),
  ];
};

/**
 * What parted them before anyone was designated: the comparison credits the programme with it. Even where it may be chance it
 * is said, since it tells how far the assumption of equal trends can be trusted.
 */
const trendFinding = (scope: Scope): readonly Finding[] => {
  const revenue = effectOf(scope, 'revenue');
  const trend = revenue?.trend;
  if (trend === undefined || Math.abs(trend.effect) <= rounding) return [];
  const contribution = effectOf(scope, 'contribution')?.trend;
  const side = sideOf(trend.interval);
  const isClear = side === 'above' || side === 'below';
  const effect = revenue?.found?.effect ?? 0;
  return [
    finding(
      'return.trend',
      isClear ? 'attention' : 'notable',
      isClear ? 55 : 25,
      [`${prefix}.revenue.trend`],
      {
        trend: inPoints(trend.effect),
        contributed: choice(contribution === undefined ? 'no' : 'yes'),
        contribution: inPoints(contribution?.effect ?? 0),
        effect: inPoints(effect),
        flatters: choice(trend.effect * effect > 0 ? 'yes' : 'no'),
        side: choice(side),
        low: inPoints(trend.interval?.low ?? 0),
        high: inPoints(trend.interval?.high ?? 0),
        accounts: count(trend.treatedCount),
      },
    ),
  ];
};

/** The answer to whether it pays, where there is one: it goes before what the accounts did. */
const spendFinding = (scope: Scope): readonly Finding[] => {
  const { ratio, ratioInterval, measured, keyAccounts, periods } = scope.of(spendReturn);
  if (ratio === undefined) return [];
  const [since = scope.period] = periods;
  return [
    finding(
      'return.spend',
      ratioInterval !== undefined && ratioInterval.high < 0 ? 'attention' : 'notable',
      60,
      [`${prefix}.ratio`, `${prefix}.attributed`, `${prefix}.spend`],
      {
        ratio: figure(`${prefix}.ratio`),
        attributed: figure(`${prefix}.attributed`),
        spend: figure(`${prefix}.spend`),
        side: choice(sideOf(ratioInterval)),
        low: { kind: 'number', value: ratioInterval?.low ?? 0, unit: 'share', precision: 0, signed: true },
        high: { kind: 'number', value: ratioInterval?.high ?? 0, unit: 'share', precision: 0, signed: true },
        measured: count(measured),
        keyAccounts: count(keyAccounts),
        // Spend for all against what some of them brought cannot show that the programme does not pay; that it is open, it can.
        whole: choice(measured < keyAccounts ? 'no' : 'yes'),
        since: period(since),
        belowAll: choice(ratioInterval !== undefined && ratioInterval.low < -1 ? 'yes' : 'no'),
      },
    ),
  ];
};
