import type { Review } from '../../model/account-service.ts';
import type { Customer } from '../customers.ts';
import { type Filed, filedIn } from '../filed.ts';
import type { Scope } from '../scope.ts';
import { isWithin, yearWindow } from './tenure.ts';

const recordsReviews = (scope: Scope): boolean =>
  scope.workspace.accounts.some(({ reviews }) => reviews.length > 0);

export const dateOf = (review: Review): string => (typeof review === 'string' ? review : review.date);

/** Business reviews with some customers in the last four quarters; undefined where nobody keeps the register. */
export const reviewsHeld = (scope: Scope, of: readonly Customer[]): readonly Filed<Review>[] | undefined => {
  if (!scope.of(recordsReviews)) return undefined;
  const window = yearWindow(scope);
  return filedIn(of, 'reviews', review => isWithin(dateOf(review), window));
};
