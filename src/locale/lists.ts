import type { Conventions } from './conventions.ts';

/** "a, b y c": a list as a sentence says it. */
export const listFormat = ({ of, fill }: Conventions): ((items: readonly string[]) => string) => {
  const join = (key: string, a: string, b: string): string =>
    fill(new RegExp(of('list.easedBefore'), 'iu').test(b) ? 'list.eased' : key, { a, b });
  return items => {
    const [first = '', second] = items;
    if (second === undefined) return first;
    if (items.length === 2) return join('list.pair', first, second);
    return join('list.last', items.slice(0, -1).join(of('list.separator')), items.at(-1) ?? '');
  };
};
