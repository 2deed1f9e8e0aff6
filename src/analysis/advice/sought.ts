import type { Course } from '../../model/advice.ts';
import { decisionsSought } from '../decisions.ts';
import type { Scope } from '../scope.ts';
import type { Sought } from './settle.ts';

/** The decisions that the review of the period puts to the board, with what they do to accounts. */
export const soughtOf = (scope: Scope): readonly Sought[] =>
  decisionsSought(scope).map(({ id, answers, accounts }) => ({
    id,
    answers,
    accounts: Object.entries(accounts).map(([course, ids]) => ({
      course: course as Course,
      accounts: ids,
    })),
  }));
