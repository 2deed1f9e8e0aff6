import type { Method } from '../method.ts';
import { bridge } from './bridge.ts';
import { concentrationMethod } from './concentration.ts';
import { loss } from './loss.ts';
import { portfolioHistoryMethod } from './portfolio-history.ts';
import { revenue } from './revenue.ts';

/** Every method of the product, in the order of the domain. A new method is one file and one line here. */
export const methods: readonly Method[] = [
  revenue,
  portfolioHistoryMethod,
  bridge,
  concentrationMethod,
  loss,
];
