import type { Figure } from '../../model/figure.ts';
import { countOf, day, medianOfDays, minus } from '../../model/formula.ts';
import type { Series } from '../../model/series.ts';
import { at } from '../../model/source.ts';
import { workedOut } from '../../model/worked-out.ts';
import type { Account } from '../../model/workspace.ts';
import { asOf } from '../as-of.ts';
import { byAccount } from '../by-account.ts';
import type { Customer } from '../customers.ts';
import { figuresOf } from '../make.ts';
import { threshold } from '../portfolio/assumptions.ts';
import * as column from '../portfolio/columns.ts';
import { dateOfData } from '../relation/settings.ts';
import type { Scope } from '../scope.ts';
import { medianUncertainty } from '../statistics/uncertainty.ts';
import { type LoggedProblem, type ProblemLog, problemLog, problemWindow } from './problems.ts';
import { registerOf } from './register.ts';
import { subjects } from './subjects.ts';

export interface AccountProblems {
  readonly customer: Customer;
  readonly log: ProblemLog;
}

/** The logs of the accounts with key status and of those with a register of problems, by id of the account. */
export const accountProblems = (scope: Scope): readonly AccountProblems[] =>
  subjects(scope, ({ problems }) => problems.length > 0).map(customer => ({
    customer,
    log: problemLog(scope, customer.account),
  }));

/** The log of one account, if it has one. */
const accountProblemsOf = byAccount(
  scope => scope.of(accountProblems),
  ({ customer }) => customer.id,
);

export const accountProblemFigures = (scope: Scope, method: string, id: string): Figure[] =>
  accountProblemsOf(scope, id).flatMap(({ customer: { account }, log }) => {
    const { open, solved, medianDays } = log;
    const make = figuresOf(method, scope.period);
    const prefix = `account.${account.id}.plan`;
    const dated = [dateOfData(scope)];
    const window = [...dated, workedOut('solved-since', problemWindow(scope).first)];
    const { smallSample, confidence } = scope.workspace.settings.thresholds;
    const uncertainty = medianUncertainty(
      solved.map(({ days }) => days),
      confidence,
    );
    return [
      make(`${prefix}.problems-open`, open.length, 'count', 0, inputsOf(account, open), {
        assumptions: dated,
        coverage: { n: open.length, of: open.length + solved.length },
        polarity: 'lower',
        formula: countOf(0, open.length),
      }),
      make(`${prefix}.problems-solved`, solved.length, 'count', 0, inputsOf(account, solved), {
        assumptions: window,
        formula: countOf(0, solved.length),
      }),
      make(
        `${prefix}.problems-median-days`,
        medianDays ?? { code: 'no-solved-problems' },
        'days',
        1,
        solved.length === 0
          ? inputsOf(account, solved)
          : solved.flatMap(({ dates }) => [dates.opened, dates.solved]),
        {
          formula: medianOfDays(),
          coverage: { n: solved.length, of: solved.length },
          assumptions: [...window, threshold(scope, 'confidence')],
          ...uncertainty,
          ...(medianDays === undefined ? {} : { smallSample: solved.length < smallSample }),
          polarity: 'lower',
        },
      ),
      make(
        `${prefix}.problems-oldest-days`,
        open[0]?.days ?? { code: 'no-open-problems' },
        'days',
        0,
        open[0] === undefined ? inputsOf(account, open) : [open[0].dates.opened],
        {
          formula: minus(day(asOf(scope)), 0),
          assumptions: dated,
          polarity: 'lower',
        },
      ),
    ];
  });

// Each problem by itself first, then who reported it. Where there is none, the register is where one would stand.
const inputsOf = (account: Account, problems: readonly LoggedProblem[]): Figure['inputs'] =>
  problems.length === 0
    ? [at(account.source, 'problems')]
    : [
        ...problems.flatMap(({ inputs: [itself] }) => itself ?? []),
        ...problems.flatMap(({ inputs: [, ...reports] }) => reports),
      ];

export const accountProblemSeries = (scope: Scope, id: string): Series[] =>
  accountProblemsOf(scope, id).map(({ customer: { account }, log: { open, solved } }) =>
    registerOf(
      account,
      'plan.problems',
      [
        column.text('problem'),
        { id: 'opened', kind: 'date' },
        { id: 'solved', kind: 'date' },
        column.measure('days', 'days', 0),
        column.term('state', 'problem'),
        column.text('cause'),
        column.text('remedy'),
        { id: 'owner', kind: 'person' },
        column.count('reports'),
      ],
      [...open, ...solved].map(problem => ({
        row: {
          problem: column.orMissing(problem.title),
          opened: problem.opened,
          solved: column.orMissing(problem.solved),
          days: problem.days,
          state: problem.solved === undefined ? 'open' : 'solved',
          cause: column.orMissing(problem.cause),
          remedy: column.orMissing(problem.remedy),
          owner: column.orMissing(problem.owner),
          reports: problem.reports,
        },
        inputs: problem.inputs,
      })),
    ),
  );
