import { genericId } from './generic-id.ts';
import { figureMakers, seriesMakers } from './ids.ts';
import type { Method } from './method.ts';

const makersOf = { figures: figureMakers, series: seriesMakers };

/** Which of the methods makes the figure or series of an id; undefined where none is known to. */
export type Makers = (kind: keyof typeof makersOf, id: string) => Method | undefined;

/** An id has one maker, which `ids.ts` names and a test holds: what that one does not make, there is not. */
export const createMakers = (methods: readonly Method[]): Makers => {
  const byName = new Map(methods.map(method => [method.id, method]));
  const known = {
    figures: new Map<string, Method | undefined>(),
    series: new Map<string, Method | undefined>(),
  };
  return (kind, id) => {
    // Thousands of accounts share what follows their names.
    const key = id.replace(/^account\.[^.]+\./, 'account.*.');
    if (!known[kind].has(key)) known[kind].set(key, byName.get(makersOf[kind].get(genericId(id)) ?? ''));
    return known[kind].get(key);
  };
};
