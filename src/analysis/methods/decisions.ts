import type { Decision } from '../../model/decision.ts';
import type { Finding } from '../../model/finding.ts';
import { countOf } from '../../model/formula.ts';
import type { Column, Series } from '../../model/series.ts';
import type { Sourced } from '../../model/source.ts';
import { decisionsSought, earlierDecisions, stateOf } from '../decisions.ts';
import { countedFirst, numberOfFirst } from '../formulas.ts';
import { figuresOf } from '../make.ts';
import type { Method } from '../method.ts';
import { count, finding, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';

const columns: readonly Column[] = [
  { id: 'decided', kind: 'period' },
  { id: 'decision', kind: 'text' },
  { id: 'state', kind: 'term', vocabulary: 'decision' },
  { id: 'outcome', kind: 'text' },
];

/** Decisions that the review under way seeks, and what became of those of earlier reviews (domain, section 5). */
export const decisions: Method = {
  id: 'decisions',
  section: '5',
  literature: [],
  settings: [],
  finds: { everyone: ['summary', 'decisions'] },
  run(scope) {
    const sought = decisionsSought(scope);
    const earlier = earlierDecisions(scope);
    const settled = earlier.filter(isDone);
    const figure = figuresOf('decisions', scope.period);
    const sources = (list: readonly Sourced<Decision>[]) => list.map(({ source }) => source);
    return {
      figures: [
        figure('programme.decisions.sought', sought.length, 'count', 0, sources(sought), {
          formula: countOf(),
        }),
        figure(
          'programme.decisions.done',
          earlier.length === 0 ? { code: 'no-earlier-decisions' } : settled.length,
          'count',
          0,
          sources(countedFirst(earlier, isDone)),
          {
            coverage: { n: settled.length, of: earlier.length },
            formula: numberOfFirst(settled.length),
          },
        ),
      ],
      series: [
        series(scope, 'programme.decisions.sought', sought),
        series(scope, 'programme.decisions.earlier', earlier),
      ],
      findings: [...soughtFinding(scope, sought), ...earlierFinding(scope, earlier, settled.length)],
    };
  },
};

const isDone = ({ state }: Decision): boolean => state === 'done';

const series = (scope: Scope, id: string, list: readonly Sourced<Decision>[]): Series => ({
  id,
  columns,
  rows: list.map(decision => ({
    decided: decision.period,
    decision: decision.title,
    state: stateOf(scope, decision),
    outcome: decision.outcome ?? null,
  })),
  inputs: list.map(({ source }) => source),
  rowInputs: list.map(({ source }) => [source]),
});

/** Names the decisions where each has a short name; counts them where one has not. */
const soughtFinding = (scope: Scope, sought: readonly Sourced<Decision>[]): Finding[] => {
  if (sought.length === 0) return [];
  const names = sought.flatMap(({ short }) => (short === undefined ? [] : [short]));
  const named = names.length === sought.length && sought.length <= 3;
  return [
    {
      id: `summary.decisions.${scope.period}`,
      code: named ? 'summary.decisions-named' : 'summary.decisions',
      topic: 'summary',
      severity: 'notable',
      rank: 100,
      figures: ['programme.decisions.sought'],
      params: {
        count: count(sought.length),
        ...(named ? { decisions: { kind: 'texts', texts: names } } : {}),
      },
    },
  ];
};

const earlierFinding = (scope: Scope, earlier: readonly Sourced<Decision>[], done: number): Finding[] => {
  if (earlier.length === 0) return [];
  const inState = (wanted: string): number =>
    earlier.filter(decision => stateOf(scope, decision) === wanted).length;
  const late = earlier.find(decision => stateOf(scope, decision) === 'overdue');
  return [
    finding('decisions.earlier', 'notable', 50, ['programme.decisions.done'], {
      count: count(earlier.length),
      done: count(done),
      progress: count(inState('in-progress')),
      overdue: count(inState('overdue')),
      worst: text(late?.title ?? ''),
      rejected: count(inState('rejected')),
    }),
  ];
};
