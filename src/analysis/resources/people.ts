import { constant, plus, quotient } from '../../model/formula.ts';
import { type PeriodId, trailingYear } from '../../model/period.ts';
import type { Assignment } from '../../model/resources.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Account } from '../../model/workspace.ts';
import { numberOfFirst, type Stated, sumBetween } from '../formulas.ts';
import { sumOfKnown } from '../portfolio/effort.ts';
import type { Scope } from '../scope.ts';
import { currentSpan } from '../spans.ts';
import { resourceSettings } from './settings.ts';

/** A person's part in an account, or in the programme as a whole. */
export interface Part {
  readonly assignment: Assignment;
  /** Absent where it is for the programme as a whole. */
  readonly account?: Account;
  /** Hours of the span; absent where none are recorded. */
  readonly hours?: number;
  /** Part of a full-time job, as declared or from the hours of the quarters that are recorded. */
  readonly fte?: number;
  readonly source: SourceRef;
}

/** Everyone who works for the programme as a whole, and for some accounts, in the order of the files. */
export const partsOf = (scope: Scope, accounts: readonly Account[]): readonly Part[] =>
  accounts.flatMap(account =>
    (account.resources?.people ?? []).map((assignment, index) => ({
      ...partOf(scope, assignment, at(account.source, 'resources', 'people', index)),
      account,
    })),
  );

export const sharedParts = (scope: Scope): readonly Part[] => {
  const resources = scope.workspace.program.resources;
  if (resources === undefined) return [];
  return resources.people.map((assignment, index) =>
    partOf(scope, assignment, at(resources.source, 'people', index)),
  );
};

const partOf = (scope: Scope, assignment: Assignment, source: SourceRef): Part => {
  const hours = hoursIn(assignment, currentSpan(scope));
  const fte = assignment.fte ?? fullTimeOf(scope, assignment);
  return {
    assignment,
    source,
    ...(hours === undefined ? {} : { hours }),
    ...(fte === undefined ? {} : { fte }),
  };
};

/** Recorded hours of the quarters; undefined where none are. */
export const hoursIn = ({ hours }: Assignment, periods: readonly PeriodId[]): number | undefined =>
  sumOfKnown(periods.map(period => hours[period]));

/** What a person does for some accounts, and where that is recorded. */
export const assignmentsOf = (
  accounts: readonly Account[],
  person: string | undefined,
): readonly Pick<Part, 'assignment' | 'source'>[] =>
  accounts.flatMap(({ resources, source }) =>
    (resources?.people ?? []).flatMap((assignment, index) =>
      assignment.person === person ? [{ assignment, source: at(source, 'resources', 'people', index) }] : [],
    ),
  );

/** Hours of the last four quarters; undefined where one of them is missing. */
export const hoursOfYear = (
  scope: Scope,
  assigned: readonly Pick<Part, 'assignment'>[],
): number | undefined => {
  const year = trailingYear(scope.period);
  const complete = year.every(period =>
    assigned.some(({ assignment: { hours } }) => hours[period] !== undefined),
  );
  return complete ? sumOfKnown(assigned.map(({ assignment }) => hoursIn(assignment, year))) : undefined;
};

/** Hours of the recorded quarters ÷ those of a full-time job in as many quarters. */
const fullTimeOf = (scope: Scope, assignment: Assignment): number | undefined => {
  const recorded = currentSpan(scope).filter(period => assignment.hours[period] !== undefined);
  const hours = hoursIn(assignment, recorded);
  return hours === undefined ? undefined : hours / ((resourceSettings(scope).fullTime / 4) * recorded.length);
};

/** Full-time jobs of some parts together; undefined where no part says. */
export const totalFullTime = (parts: readonly Part[]): number | undefined =>
  sumOfKnown(parts.map(({ fte }) => fte));

/** How many people some parts name, each at the first place where it does. */
export const peopleIn = (parts: readonly Part[]): Stated & { readonly number: number } => {
  const first = new Map<string, SourceRef>();
  for (const { assignment, source } of parts)
    if (!first.has(assignment.person)) first.set(assignment.person, source);
  const places = new Set(first.values());
  return {
    number: first.size,
    inputs: [...places, ...parts.flatMap(({ source }) => (places.has(source) ? [] : [source]))],
    formula: numberOfFirst(first.size),
  };
};

/** Full-time jobs as declared, and from hours: those of as many quarters together, over as many of a full-time job. */
export const fullTimeFrom = (scope: Scope, parts: readonly Part[]): Stated => {
  const inputs: SourceRef[] = parts.flatMap(({ assignment, source }) =>
    assignment.fte === undefined ? [] : [at(source, 'fte')],
  );
  let formula = sumBetween(0, inputs.length);
  const span = currentSpan(scope);
  for (const length of span.map((_, index) => index + 1)) {
    const from = inputs.length;
    for (const { assignment, source } of parts) {
      const recorded = span.filter(period => assignment.hours[period] !== undefined);
      if (assignment.fte === undefined && recorded.length === length)
        inputs.push(...recorded.map(period => at(source, 'hours', period)));
    }
    if (inputs.length === from) continue;
    const jobs = quotient(
      sumBetween(from, inputs.length),
      constant((resourceSettings(scope).fullTime / 4) * length),
    );
    formula = from === 0 ? jobs : plus(formula, jobs);
  }
  return { inputs, formula };
};
