import type { PatternNode, PatternTree } from './pattern-tree.ts';
import { anyItem, isList, isRecord } from './patterns.ts';

export interface Noting {
  readonly tree: PatternTree;
  /** The number of a pattern is read, of the account at hand. */
  readonly note: (pattern: number) => void;
  /** Keys of the outermost object that are no part of what is watched. */
  readonly known?: ReadonlySet<string>;
}

/**
 * The same object, which notes what is read of it: which value, that one is absent, which keys there are. What is below it is
 * watched once it is read, and stays the same object.
 */
export const watchedRecord = <T extends object>(record: T, node: PatternNode, noting: Noting): T => {
  const { known, ...inner } = noting;
  const { tree, note } = noting;
  const made = new Map<string, unknown>();
  const watched = (key: string, value: object, child: PatternNode): unknown => {
    if (isList(value)) noteList(value, child, inner);
    const before = made.get(key);
    if (before !== undefined) return before;
    const one = watchedValue(value, child, inner);
    made.set(key, one);
    return one;
  };
  return new Proxy(record, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || known?.has(key)) return value;
      const child = tree.child(node, key);
      note(child.number);
      return typeof value === 'object' && value !== null ? watched(key, value, child) : value;
    },
    has: (target, key) => {
      if (typeof key === 'string') note(tree.child(node, key).number);
      return Reflect.has(target, key);
    },
    ownKeys: target => {
      note(node.keys);
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor: (target, key) => {
      if (typeof key === 'string') note(tree.child(node, key).number);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
};

const watchedValue = (value: object, node: PatternNode, noting: Noting): unknown => {
  if (isList(value)) return watchedList(value, node, noting);
  return isRecord(value) ? watchedRecord(value, node, noting) : value;
};

/** What is in a list is read with it: how many items, of which kind, and those that are single values. */
const noteList = (list: readonly unknown[], node: PatternNode, noting: Noting): void => {
  const item = noting.tree.child(node, anyItem);
  noting.note(node.keys);
  noting.note(item.number);
  for (const one of list) if (isList(one)) noteList(one, item, noting);
};

const watchedList = (list: readonly unknown[], node: PatternNode, noting: Noting): readonly unknown[] => {
  const item = noting.tree.child(node, anyItem);
  return list.map(one => (typeof one === 'object' && one !== null ? watchedValue(one, item, noting) : one));
};
