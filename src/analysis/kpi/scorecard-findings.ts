import type { Finding, FindingParam } from '../../model/finding.ts';
import type { KpiId } from '../../model/kpi.ts';
import { choice, count, figure, finding, percentagePoints, share, term } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { deviationUnitOf, isScore } from './definitions.ts';
import { portfolioKpis, valueFigureId } from './figures.ts';
import { isSmall } from './measurement.ts';
import { type ScorecardRow, scorecard } from './scorecard.ts';

const kpi = (code: KpiId): FindingParam => term('kpi-inline', code);

/** What the scorecard says: how many meet their target, which is farthest, what is missing or only a hint. */
export const scorecardFindings = (scope: Scope): Finding[] => {
  const rows = scope.of(scorecard);
  return [
    ...targetFinding(scope, rows),
    ...retentionFinding(scope),
    ...missingFinding(rows),
    ...smallSampleFinding(scope, rows),
  ];
};

const targetFinding = (scope: Scope, rows: readonly ScorecardRow[]): Finding[] => {
  const judged = rows.filter(({ status }) => status !== 'none');
  if (judged.length === 0) return [];
  const met = judged.filter(({ status }) => status === 'met').length;
  const missed = judged.filter(({ status }) => status === 'missed').length;
  const figures = ['kpi.scorecard.met', 'kpi.scorecard.judged'];
  const counts = { met: count(met), judged: count(judged.length), missed: count(missed) };
  if (met === judged.length) return [finding('kpi.all-met', 'good', 70, figures, counts)];
  const severity = missed > 0 ? 'attention' : 'notable';
  const [worst, next] = farthestOff(judged);
  if (worst === undefined) return [finding('kpi.met', severity, 70, figures, counts)];
  const farthest = {
    ...counts,
    kpi: kpi(worst.kpi),
    deviation: deviationParam(worst),
    sample: choice(isSmall(scope, worst.measured) === true ? 'small' : 'enough'),
  };
  const own = [...figures, `kpi.${worst.kpi}.deviation`];
  if (next === undefined) return [finding('kpi.targets', severity, 80, own, farthest)];
  return [
    finding('kpi.targets-two', severity, 80, [...own, `kpi.${next.kpi}.deviation`], {
      ...farthest,
      next: kpi(next.kpi),
      nextDeviation: deviationParam(next),
    }),
  ];
};

type Deviating = ScorecardRow & { readonly deviation: number };

const deviationParam = ({ kpi: off, deviation }: Deviating): FindingParam =>
  deviationUnitOf(off) === 'points' ? percentagePoints(deviation, true) : share(deviation, true);

// A score is off by points, which do not rank with percentages.
const farthestOff = (judged: readonly ScorecardRow[]): readonly Deviating[] =>
  judged
    .filter((row): row is Deviating => row.deviation !== undefined && row.shortfall > 0)
    .filter(row => !isScore(row.kpi))
    .sort((a, b) => b.shortfall - a.shortfall);

/** Below this the customers of a year ago bring less than they did. */
const wholeRetention = 1;

const retentionFinding = (scope: Scope): Finding[] => {
  const measured = scope.of(portfolioKpis);
  const net = measured.get('net-revenue-retention')?.value;
  const gross = measured.get('gross-revenue-retention')?.value;
  if (net === undefined || gross === undefined) return [];
  const [netId, grossId] = [valueFigureId('net-revenue-retention'), valueFigureId('gross-revenue-retention')];
  return [
    finding(
      net >= wholeRetention ? 'kpi.base-grows' : 'kpi.base-shrinks',
      net >= wholeRetention ? 'good' : 'attention',
      net >= wholeRetention ? 40 : 65,
      [netId, grossId],
      { net: figure(netId), gross: figure(grossId) },
    ),
  ];
};

const missingFinding = (rows: readonly ScorecardRow[]): Finding[] => {
  const missing = rows.filter(({ measured }) => measured.value === undefined);
  const [first] = missing;
  if (first === undefined) return [];
  return [
    finding('kpi.not-available', 'notable', 25, [valueFigureId(first.kpi)], {
      missing: count(missing.length),
      selected: count(rows.length),
      kpi: kpi(first.kpi),
    }),
  ];
};

const smallSampleFinding = (scope: Scope, rows: readonly ScorecardRow[]): Finding[] => {
  const small = rows.filter(({ measured }) => isSmall(scope, measured) === true);
  const [first] = small;
  if (first === undefined) return [];
  return [
    finding(
      'kpi.small-samples',
      'notable',
      15,
      small.map(row => valueFigureId(row.kpi)),
      {
        small: count(small.length),
        size: count(scope.workspace.settings.thresholds.smallSample),
      },
    ),
  ];
};
