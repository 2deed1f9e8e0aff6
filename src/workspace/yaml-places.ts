import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Span } from '../model/source.ts';

export type Path = readonly (string | number)[];
/** The place of the text between two offsets; what runs over the end of its line is marked up to there. */
export type Marker = (start: number, end: number) => Span;

/** Lines are counted here: the counter of the yaml library misses some of a text that is torn. */
export const markerOf = (file: string, text: string): Marker => {
  const starts = lineStarts(text);
  return (start, end) => {
    const from = Math.max(0, Math.min(start, text.length));
    const line = lastAtMost(starts, from);
    const lineEnd = /\r?\n|$/g;
    lineEnd.lastIndex = from;
    const last = lineEnd.exec(text)?.index ?? text.length;
    return {
      file,
      line: line + 1,
      column: from - (starts[line] ?? 0) + 1,
      length: Math.max(1, Math.min(end, last) - from),
    };
  };
};

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** Index of the last of some ascending numbers, the first of which is 0, that is not greater than a limit. */
const lastAtMost = (numbers: readonly number[], limit: number): number => {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** What a key says, as it would be written in a path. */
export const keyText = (key: unknown): string =>
  isScalar(key) ? String(key.value ?? '') : String(key ?? '');

/** Looks up keys and values of a document by path. Aliases are followed. */
export interface Places {
  locate(path: Path, part?: 'key' | 'value'): Span | undefined;
  written(path: Path): string | undefined;
}

export const placesOf = (document: Document.Parsed, mark: Marker): Places => ({
  locate(path, part = 'value') {
    const found = find(document, path);
    if (found === undefined) return undefined;
    const shown = part === 'value' && hasText(found.node) ? found.node : (found.key ?? headOf(found.node));
    return shown?.range ? mark(shown.range[0], shown.range[1]) : mark(0, 0);
  },
  written(path) {
    const node = find(document, path)?.node;
    return isScalar(node) ? node.source : undefined;
  },
});

const hasText = (node: Node | null): node is Scalar =>
  isScalar(node) && node.range != null && node.range[1] > node.range[0];

/** What stands for a map that no key holds (the document, an entry of a list): its first key, not all of its lines. */
const headOf = (node: Node | null): Node | null => (isMap<Node>(node) ? (node.items[0]?.key ?? node) : node);

interface Found {
  readonly node: Node | null;
  /** The key that holds the node, where a map holds it. */
  readonly key?: Node;
}

const find = (document: Document.Parsed, path: Path): Found | undefined => {
  let found: Found = { node: document.contents };
  for (const step of path) {
    const child = childOf(resolve(document, found.node), step);
    if (child === undefined) return undefined;
    found = child;
  }
  return found;
};

const resolve = (document: Document.Parsed, node: Node | null): Node | null =>
  isAlias(node) ? (node.resolve(document) ?? null) : node;

const childOf = (node: Node | null, step: string | number): Found | undefined => {
  if (isSeq<Node>(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = pairsOf(node).get(String(step));
  return pair && { node: pair.value, key: pair.key };
};

type Pairs = ReadonlyMap<string, Pair<Node, Node | null>>;

/** The pairs of the maps that were looked into, by what their keys say. A page asks for thousands of places of a few files. */
const pairsIn = new WeakMap<YAMLMap<Node, Node | null>, Pairs>();

const pairsOf = (map: YAMLMap<Node, Node | null>): Pairs => {
  // Of two pairs with one key, which is an error, the first one counts.
  const pairs = pairsIn.get(map) ?? new Map([...map.items].reverse().map(pair => [keyText(pair.key), pair]));
  pairsIn.set(map, pairs);
  return pairs;
};
