import type { Finding, FindingParam } from '../../model/finding.ts';
import { count, finding, terms } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { type ScorecardRow, scorecard, settingOf } from './scorecard.ts';

const kpisOf = (rows: readonly ScorecardRow[]): FindingParam =>
  terms(
    'kpi-the',
    rows.map(({ kpi }) => kpi),
  );

/** For how many of the KPIs that are shown nobody answers, and how many have nothing to be held against. */
export const definitionFindings = (scope: Scope): readonly Finding[] => {
  const rows = scope.of(scorecard);
  if (rows.length === 0) return [];
  const unowned = rows.filter(({ kpi }) => settingOf(scope, kpi)?.owner === undefined);
  const aimless = rows.filter(({ target }) => target === undefined);
  const named = aimless.length > 0 ? aimless : rows;
  return [
    finding(
      'kpi-definitions.owners',
      'notable',
      50,
      named.map(({ kpi }) => `kpi.${kpi}.target`),
      {
        kpis: count(rows.length),
        unowned: count(unowned.length),
        unownedKpis: kpisOf(unowned),
        aimless: count(aimless.length),
        aimlessKpis: kpisOf(aimless),
      },
    ),
  ];
};
