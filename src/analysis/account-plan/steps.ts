import type { Coverage, FigureInput } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';

/** The four steps of an account plan (seed 002), in order. */
export const planSteps = ['objectives', 'delivery', 'measure', 'anticipation'] as const;
export type PlanStep = (typeof planSteps)[number];

/** One thing that a complete plan says, and whether this one says it. */
export interface PlanPart {
  /** Code of the vocabulary `plan-part`. */
  readonly part: string;
  readonly present: boolean;
  /** Where it stands, or would stand. */
  readonly inputs: readonly FigureInput[];
}

export interface StepCompleteness {
  readonly step: PlanStep;
  readonly parts: readonly PlanPart[];
  readonly coverage: Coverage;
}

/** Counts what a step says. */
export const completenessOf = (step: PlanStep, parts: readonly PlanPart[]): StepCompleteness => ({
  step,
  parts,
  coverage: { n: parts.filter(({ present }) => present).length, of: parts.length },
});

/** Share of the parts that are there, 0–1; no step is without parts. */
export const shareOf = ({ n, of }: Coverage): number => n / of;

/** A part that stands under one key of the account. */
const part = (account: Account, name: string, present: boolean, ...path: readonly string[]): PlanPart => ({
  part: name,
  present,
  inputs: [at(account.source, ...path)],
});

/** Nobody has every one of nothing: an empty list leaves its parts open. */
const all = <T>(items: readonly T[], holds: (item: T) => boolean): boolean =>
  items.length > 0 && items.every(holds);

/** Step 1: internal and external objectives, each with how, why, what will be measured, who answers for it and by when. */
export const objectivesStep = (account: Account): StepCompleteness => {
  const live = account.objectives.filter(({ state }) => state !== 'dropped');
  const says = (name: string, present: boolean): PlanPart => part(account, name, present, 'objectives');
  return completenessOf('objectives', [
    says(
      'external',
      live.some(({ side }) => side === 'external'),
    ),
    says(
      'internal',
      live.some(({ side }) => side === 'internal'),
    ),
    says(
      'how',
      all(live, ({ how }) => how !== undefined),
    ),
    says(
      'why',
      all(live, ({ why }) => why !== undefined),
    ),
    says(
      'what',
      all(live, ({ measure }) => measure !== undefined),
    ),
    says(
      'owner',
      all(live, ({ owner }) => owner !== undefined),
    ),
    says(
      'due',
      all(live, ({ due }) => due !== undefined),
    ),
  ]);
};

/** Step 2: processes agreed with the customer, and who is on the team in which role. */
export const deliveryStep = (account: Account): StepCompleteness => {
  const { processes, team } = account.delivery;
  return completenessOf('delivery', [
    part(account, 'processes', processes.length > 0, 'delivery', 'processes'),
    part(
      account,
      'agreed',
      all(processes, ({ agreed }) => agreed !== undefined),
      'delivery',
      'processes',
    ),
    part(account, 'team', team.length > 0, 'delivery', 'team'),
    part(
      account,
      'roles',
      all(team, ({ role }) => role !== undefined),
      'delivery',
      'team',
    ),
  ]);
};

/** Step 4: known plans and needs of the customer, with dates, and how we prepare. */
export const anticipationStep = (account: Account): StepCompleteness => {
  const { customerPlans, needs } = account;
  const dates = [...customerPlans.map(({ date }) => date), ...needs.map(({ due }) => due)];
  return completenessOf('anticipation', [
    part(account, 'plans', customerPlans.length > 0, 'customerPlans'),
    part(account, 'needs', needs.length > 0, 'needs'),
    {
      part: 'dates',
      present: all(dates, date => date !== undefined),
      inputs: [at(account.source, 'customerPlans'), at(account.source, 'needs')],
    },
    part(
      account,
      'responses',
      all(customerPlans, ({ response }) => response !== undefined),
      'customerPlans',
    ),
  ]);
};
