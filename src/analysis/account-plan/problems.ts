import { median } from '../../model/averages.ts';
import { compareIds } from '../../model/order.ts';
import { daysBetween, daysOf, trailingYear } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Account } from '../../model/workspace.ts';
import { asOf } from '../as-of.ts';
import type { Scope } from '../scope.ts';

/** A problem of the customer, as it stood at the date of the data. */
export interface LoggedProblem {
  readonly title: LocalizedText | undefined;
  readonly opened: string;
  /** Absent while it is open. */
  readonly solved: string | undefined;
  /** Days until it was solved, or until the date of the data. */
  readonly days: number;
  readonly cause: LocalizedText | undefined;
  readonly remedy: LocalizedText | undefined;
  readonly owner: string | undefined;
  /** Times that the customer spoke of it. */
  readonly reports: number;
  readonly inputs: readonly SourceRef[];
  /** Where both dates stand. */
  readonly dates: { readonly opened: SourceRef; readonly solved: SourceRef };
}

export interface ProblemLog {
  /** Not solved at the date of the data, the oldest first. */
  readonly open: readonly LoggedProblem[];
  /** Solved in the last four quarters, the latest first. */
  readonly solved: readonly LoggedProblem[];
  /** Median days to solve those that were solved. */
  readonly medianDays: number | undefined;
}

type Reported = Omit<LoggedProblem, 'days'>;

/**
 * What the customer had to complain of. A problem of the register is one entry, however many interactions report it; a
 * complaint that names no problem is an entry by itself, and a request is none.
 */
export const problemLog = (scope: Scope, account: Account): ProblemLog => {
  const window = problemWindow(scope);
  const known = [...registered(account, window.last), ...complaints(account, window.last)].map(problem =>
    asItStood(problem, window.last),
  );
  const open = known.filter(({ solved }) => solved === undefined).sort(byOpening);
  const solved = known
    .filter(one => one.solved !== undefined && one.solved >= window.first)
    .sort((a, b) => compareIds(b.solved ?? '', a.solved ?? '') || byOpening(b, a));
  return { open, solved, medianDays: median(solved.map(({ days }) => days)) };
};

/** The last four quarters, up to the date of the data: what was solved earlier is history. */
export const problemWindow = (scope: Scope): { readonly first: string; readonly last: string } => {
  const [start = scope.period] = trailingYear(scope.period);
  const { fiscalYearStart } = scope.workspace.settings;
  return { first: daysOf(start, fiscalYearStart).first, last: asOf(scope) };
};

const asItStood = (problem: Reported, date: string): LoggedProblem => {
  const solved = problem.solved !== undefined && problem.solved <= date ? problem.solved : undefined;
  return { ...problem, solved, days: daysBetween(problem.opened, solved ?? date) };
};

const registered = ({ problems, interactions, source }: Account, last: string): Reported[] =>
  problems.flatMap(({ id, title, opened, solved, cause, remedy, owner }, index) => {
    if (opened > last) return [];
    const reports = interactions.flatMap((interaction, place) =>
      interaction.problem === id && interaction.date <= last ? [at(source, 'interactions', place)] : [],
    );
    const place = at(source, 'problems', index);
    return [
      {
        title,
        opened,
        solved,
        cause,
        remedy,
        owner,
        reports: reports.length,
        inputs: [place, ...reports],
        dates: { opened: at(place, 'opened'), solved: at(place, 'solved') },
      },
    ];
  });

const complaints = ({ interactions, source }: Account, last: string): Reported[] =>
  interactions.flatMap(({ kind, direction, problem, date, subject, resolved, person }, index) =>
    kind === 'complaint' && direction === 'inbound' && problem === undefined && date <= last
      ? [
          {
            title: subject,
            opened: date,
            solved: resolved,
            cause: undefined,
            remedy: undefined,
            owner: person,
            reports: 1,
            inputs: [at(source, 'interactions', index)],
            dates: {
              opened: at(source, 'interactions', index, 'date'),
              solved: at(source, 'interactions', index, 'resolved'),
            },
          },
        ]
      : [],
  );

const byOpening = (a: LoggedProblem, b: LoggedProblem): number => compareIds(a.opened, b.opened);
