import type { Finding, FindingParam } from '../../model/finding.ts';
import type { KpiId } from '../../model/kpi.ts';
import { count, figure, finding, share } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { portfolioKpis, valueFigureId } from './figures.ts';
import { isSmall } from './measurement.ts';
import { type ScorecardRow, scorecard, shortfall } from './scorecard.ts';

const kpi = (code: KpiId): FindingParam => ({ kind: 'term', vocabulary: 'kpi-inline', code });

/** What the scorecard says: how many meet their target, which is farthest, what is missing or only a hint. */
export const scorecardFindings = (scope: Scope): Finding[] => {
  const rows = scope.of(scorecard);
  return [
    ...targetFinding(rows),
    ...retentionFinding(scope),
    ...missingFinding(rows),
    ...smallSampleFinding(scope, rows),
  ];
};

const targetFinding = (rows: readonly ScorecardRow[]): Finding[] => {
  const judged = rows.filter(({ status }) => status !== 'none');
  if (judged.length === 0) return [];
  const met = judged.filter(({ status }) => status === 'met').length;
  const missed = judged.filter(({ status }) => status === 'missed').length;
  const figures = ['kpi.scorecard.met', 'kpi.scorecard.judged'];
  const counts = { met: count(met), judged: count(judged.length), missed: count(missed) };
  const [worst, next] = [...judged].sort((a, b) => shortfall(b) - shortfall(a));
  if (worst?.deviation === undefined || shortfall(worst) === 0)
    return [finding(met === judged.length ? 'kpi.all-met' : 'kpi.met', 'good', 70, figures, counts)];
  const farthest = {
    ...counts,
    kpi: kpi(worst.kpi),
    deviation: share(worst.deviation, true),
  };
  const own = [...figures, `kpi.${worst.kpi}.deviation`];
  const severity = missed > 0 ? 'attention' : 'notable';
  if (next?.deviation === undefined || shortfall(next) === 0)
    return [finding('kpi.targets', severity, 80, own, farthest)];
  return [
    finding('kpi.targets-two', severity, 80, [...own, `kpi.${next.kpi}.deviation`], {
      ...farthest,
      next: kpi(next.kpi),
      nextDeviation: share(next.deviation, true),
    }),
  ];
};

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
