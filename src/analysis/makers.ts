import { genericId, starred } from './generic-id.ts';
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
    const key = starred(id);
    if (!known[kind].has(key)) {
      const generic = genericId(id);
      // Notebooks ask of a name whether there is such a figure or such a list: its maker knows both.
      const maker = makersOf[kind].get(generic) ?? figureMakers.get(generic) ?? seriesMakers.get(generic);
      known[kind].set(key, byName.get(maker ?? ''));
    }
    return known[kind].get(key);
  };
};
