import type { Method } from '../method.ts';

/** Every method of the product, in the order of the domain. A new method is one file and one line here. */
export const methods: readonly Method[] = [];
