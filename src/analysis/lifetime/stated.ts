import type { Assumption } from '../../model/figure.ts';
import { constant, type Formula, plus, power, quotient, times } from '../../model/formula.ts';
import { workedOut } from '../../model/worked-out.ts';
import { numberOfFirst } from '../formulas.ts';
import type { CustomerOrders } from './order-records.ts';

/** How many orders there are, from the lines in which one begins; a line may stand for several that were added up. */
export const statedOrders = ({ orders, beginning }: CustomerOrders): Formula =>
  orders === beginning ? numberOfFirst(orders) : plus(numberOfFirst(beginning), constant(orders - beginning));

/**
 * P(alive) = 1 ÷ (1 + a ÷ (b + x − 1) × ((α + T) ÷ (α + tₓ))^(r + x)) from r, α, a and b, which stand from the second
 * input on; 1 without repeats.
 */
export const statedAlive = ({ record: { repeats, recency, age } }: CustomerOrders): Formula => {
  if (repeats === 0) return constant(1);
  const [r, alpha, a, b] = [1, 2, 3, 4] as const;
  const chance = quotient(a, plus(b, constant(repeats - 1)));
  const waited = quotient(plus(alpha, constant(age)), plus(alpha, constant(recency)));
  return quotient(constant(1), plus(constant(1), times(chance, power(waited, plus(r, constant(repeats))))));
};

/** What the model sees of a customer: x, tₓ and T. */
export const seenByModel = ({ record: { repeats, recency, age } }: CustomerOrders): readonly Assumption[] => [
  workedOut('repeat-orders', repeats),
  workedOut('weeks-to-last-order', recency),
  workedOut('weeks-watched', age),
];
