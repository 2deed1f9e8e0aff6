import type { Finding } from '../../model/finding.ts';
import { yearBefore } from '../../model/period.ts';
import { choice, count, finding } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { portfolioKpis } from './figures.ts';

/** Whether the change of the score over a year is more than its margin: only intervals that part prove a change. */
export const npsFindings = (scope: Scope): Finding[] => {
  const now = scope.of(portfolioKpis).get('nps');
  const before = scope.at(yearBefore(scope.period)).of(portfolioKpis).get('nps');
  if (now?.value === undefined || before?.value === undefined || !now.interval || !before.interval) return [];
  if (Math.round(now.value) === Math.round(before.value)) return [];
  const apart = now.interval.low > before.interval.high || now.interval.high < before.interval.low;
  const rises = now.value > before.value;
  const score = (value: number) => ({ kind: 'number', value, unit: 'nps', precision: 0 }) as const;
  return [
    finding(
      apart ? 'kpi.nps-changed' : 'kpi.nps-within-margin',
      apart ? (rises ? 'good' : 'attention') : 'notable',
      apart ? 60 : 35,
      ['kpi.nps.value'],
      {
        direction: choice(rises ? 'rises' : 'falls'),
        before: score(before.value),
        now: score(now.value),
        answers: count(now.sample ?? 0),
      },
    ),
  ];
};
