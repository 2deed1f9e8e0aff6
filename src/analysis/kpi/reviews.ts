import type { Review } from '../../model/account-service.ts';
import { at, type SourceRef } from '../../model/source.ts';
import type { Customer } from '../customers.ts';
import type { Scope } from '../scope.ts';
import { isWithin, yearWindow } from './tenure.ts';

const recordsReviews = (scope: Scope): boolean =>
  scope.workspace.accounts.some(({ reviews }) => reviews.length > 0);

export const dateOf = (review: Review): string => (typeof review === 'string' ? review : review.date);

/** Business reviews with some customers in the last four quarters; undefined where nobody keeps the register. */
export const reviewsHeld = (scope: Scope, of: readonly Customer[]): readonly SourceRef[] | undefined => {
  if (!scope.of(recordsReviews)) return undefined;
  const window = yearWindow(scope);
  return of
    .flatMap(customer => customer.members)
    .flatMap(({ reviews, source }) =>
      reviews.flatMap((review, index) =>
        isWithin(dateOf(review), window) ? [at(source, 'reviews', index)] : [],
      ),
    );
};
