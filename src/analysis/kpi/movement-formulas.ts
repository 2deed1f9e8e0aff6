import type { FigureInput } from '../../model/figure.ts';
import { constant, type Formula, minus, plus } from '../../model/formula.ts';
import type { Amount } from '../amounts.ts';
import { type Total, totalFrom } from '../formulas.ts';
import { withInputs } from '../inputs.ts';

const groups = ['growing', 'shrinking', 'lost'] as const;

/** A customer of a year ago: it buys no less, it stays and buys less, or it left and bought less. */
export interface CohortMember {
  readonly group: (typeof groups)[number];
  readonly prior: Amount;
  readonly current: Amount;
}

/** How the movement of revenue follows from the revenue of the two years. */
export interface MovementFormulas {
  readonly start: Formula;
  readonly expansion: Formula;
  readonly contraction: Formula;
  readonly churn: Formula;
  /** What they all buy now. */
  readonly now: Formula;
  /** The same without what they added. */
  readonly kept: Formula;
}

/**
 * The revenue of a cohort, group by group, each now and a year ago, and what follows from it.
 * @param list gives the cohort; it is asked again for the places
 */
export const movementFrom = (
  list: () => readonly CohortMember[],
): { readonly inputs: readonly FigureInput[]; readonly parts: MovementFormulas } =>
  withInputs(() => totalsOf(list()).totals.flatMap(total => total.inputs), { parts: totalsOf(list()).parts });

const totalsOf = (
  members: readonly CohortMember[],
): { readonly totals: readonly Total[]; readonly parts: MovementFormulas } => {
  const totals: Total[] = [];
  let places = 0;
  const totalOf = (group: CohortMember['group'], side: 'prior' | 'current'): Formula => {
    const own = members.filter(member => member.group === group).map(member => member[side]);
    const total = totalFrom(own, places);
    totals.push(total);
    places += total.places;
    return total.formula;
  };
  const [growing, shrinking, lost] = groups.map(group => ({
    now: totalOf(group, 'current'),
    before: totalOf(group, 'prior'),
  })) as [Sides, Sides, Sides];
  return {
    totals,
    parts: {
      start: added([growing.before, shrinking.before, lost.before]),
      expansion: change(growing.now, growing.before),
      contraction: change(shrinking.before, shrinking.now),
      churn: change(lost.before, lost.now),
      now: added([growing.now, shrinking.now, lost.now]),
      kept: added([growing.before, shrinking.now, lost.now]),
    },
  };
};

interface Sides {
  readonly now: Formula;
  readonly before: Formula;
}

const isSomething = (formula: Formula): boolean => formula.kind !== 'number';

const added = (parts: readonly Formula[]): Formula => {
  const [first, ...rest] = parts.filter(isSomething);
  return first === undefined ? constant(0) : rest.reduce((so, part) => plus(so, part), first);
};

const change = (from: Formula, less: Formula): Formula => (isSomething(less) ? minus(from, less) : from);
