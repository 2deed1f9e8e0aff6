import type { Finding } from '../../model/finding.ts';
import { previous } from '../../model/period.ts';
import { choice, count, finding, period, text } from '../portfolio/findings.ts';
import type { Scope } from '../scope.ts';
import { adoptionStages, currentStage, plannedAccounts, type StageReading } from './adoption.ts';
import { metOf } from './adoption-criteria.ts';
import { breadth } from './breadth.ts';

const prefix = 'programme.adoption';
const named = ({ stage, number }: StageReading) => ({ stage: text(stage.name), number: count(number) });

/** What the path says: stages left too early, late ones, too many accounts too soon, and jumps in the plan itself. */
export const adoptionFindings = (scope: Scope): Finding[] => {
  const stages = scope.of(adoptionStages);
  return [
    ...stages.flatMap(one => leftEarlyFinding(scope, one)),
    ...stages.flatMap(one => overdueFinding(one)),
    ...rejectedFinding(scope),
    ...overlapFinding(scope),
    ...accountsFinding(scope),
    ...stages.flatMap(plannedJumpFinding),
    ...standingFinding(scope),
  ];
};

const own = (made: Finding, { stage }: StageReading): Finding => ({
  ...made,
  id: `${made.code}.${stage.id}`,
});

/** News in the quarter in which the stage closed and in the next one; later, the background of what happens now. */
const leftEarlyFinding = (scope: Scope, one: StageReading): Finding[] => {
  if (one.state !== 'left-early') return [];
  const { n, of } = metOf(one.exit);
  const first = one.exit.find(({ state }) => state !== 'met');
  const isNews = one.judgedAt >= previous(scope.period);
  const made = finding('adoption.left-early', 'attention', isNews ? 80 : 45, [`${prefix}.stage`], {
    ...named(one),
    met: count(n),
    unmet: count(of - n),
    criteria: count(of),
    period: period(one.judgedAt),
    open: text(first?.criterion.text ?? ''),
    state: choice(first?.state ?? 'open'),
  });
  return [own(made, one)];
};

const overdueFinding = (one: StageReading): Finding[] => {
  if (one.state !== 'overdue' && one.state !== 'late') return [];
  const made = finding(
    one.state === 'overdue' ? 'adoption.overdue' : 'adoption.late',
    'attention',
    60,
    [`${prefix}.stage`],
    {
      ...named(one),
      planned: period(one.state === 'overdue' ? one.stage.planned.end : one.stage.planned.start),
      unmet: count(one.exit.length - metOf(one.exit).n),
    },
  );
  return [own(made, one)];
};

/** Hypotheses of earlier stages that turned out false, although the programme went on to the next one. */
const rejectedFinding = (scope: Scope): Finding[] => {
  const current = scope.of(currentStage);
  if (current === undefined) return [];
  const rejected = earlier(scope, current).flatMap(({ hypotheses }) =>
    hypotheses.filter(({ state }) => state === 'rejected'),
  );
  const [first] = rejected;
  if (first === undefined) return [];
  return [
    finding('adoption.extended-anyway', 'attention', 75, [`${prefix}.hypotheses.rejected`], {
      rejected: count(rejected.length),
      hypothesis: text(first.hypothesis.text),
      ...named(current),
    }),
  ];
};

/** An earlier stage that still runs beside the current one. */
const overlapFinding = (scope: Scope): Finding[] => {
  const current = scope.of(currentStage);
  if (current === undefined) return [];
  const [open] = earlier(scope, current).filter(({ state }) => state === 'running' || state === 'overdue');
  if (open === undefined) return [];
  const { n, of } = metOf(open.exit);
  return [
    finding('adoption.overlap', 'attention', 70, [`${prefix}.stage`], {
      ...named(current),
      before: text(open.stage.name),
      met: count(n),
      criteria: count(of),
    }),
  ];
};

const earlier = (scope: Scope, current: StageReading): readonly StageReading[] =>
  scope.of(adoptionStages).filter(({ number }) => number < current.number);

const accountsFinding = (scope: Scope): Finding[] => {
  const planned = plannedAccounts(scope, scope.period);
  const { key } = scope.of(breadth);
  if (planned === undefined || key === planned.accounts) return [];
  const ahead = key > planned.accounts;
  return [
    finding(
      'adoption.accounts',
      ahead ? 'attention' : 'notable',
      ahead ? 65 : 35,
      [`${prefix}.accounts`, `${prefix}.accounts.planned`],
      {
        accounts: count(key),
        planned: count(planned.accounts),
        difference: count(Math.abs(key - planned.accounts)),
        side: choice(ahead ? 'ahead' : 'behind'),
      },
    ),
  ];
};

/** A plan that leads from D or C straight to A is the failure pattern before it happens. */
const plannedJumpFinding = (one: StageReading): Finding[] => {
  if (one.stage.to !== 'A' || one.stage.from === 'B') return [];
  const made = finding('adoption.planned-jump', 'attention', 85, [`${prefix}.step`], {
    ...named(one),
    from: choice(one.stage.from),
  });
  return [own(made, one)];
};

const standingFinding = (scope: Scope): Finding[] => {
  const current = scope.of(currentStage);
  if (current === undefined) return [];
  const { n, of } = metOf(current.exit);
  if (of === 0) return [];
  return [
    finding('adoption.stage', n === of ? 'good' : 'notable', 30, [`${prefix}.stage`, `${prefix}.exit-met`], {
      ...named(current),
      from: choice(current.stage.from),
      to: choice(current.stage.to),
      met: count(n),
      unmet: count(of - n),
      criteria: count(of),
    }),
  ];
};
