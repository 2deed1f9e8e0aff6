import { type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import type { Span } from '../model/source.ts';

export type Path = readonly (string | number)[];
/** The place of the text between two offsets; what runs over the end of its line is marked up to there. */
export type Marker = (start: number, end: number) => Span;

/** Lines are counted here: the counter of the yaml library misses some of a text that is torn. */
export const markerOf = (file: string, text: string): Marker => {
  let starts: readonly number[] | undefined;
  return (start, end) => {
    starts ??= lineStarts(text);
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

/**
 * The places of a document, without its tree: that takes fifty times the room of its text, and a workspace has thousands of
 * files. Beside the text a node takes as much as six numbers and two pointers.
 */
export const placesOf = ({ nodes, keys, sources }: FlatNodes, mark: Marker): Places => {
  const read = (node: number, what: Column): number => nodes[node * width + what] ?? none;

  const childOf = (parent: number, step: string | number): number | undefined => {
    const wanted = String(step);
    const end = read(parent, column.next);
    let index = 0;
    // Of two pairs with one key, which is an error, the first one counts.
    for (let child = parent + 1; child < end; child = read(child, column.next)) {
      const key = keys[child];
      if (key === undefined ? index === Number(step) : key === wanted) return child;
      index += 1;
    }
    return undefined;
  };
  const find = (path: Path): number | undefined => {
    let node = 0;
    for (const step of path) {
      const target = read(node, column.target);
      const child = childOf(target === none ? node : target, step);
      if (child === undefined) return undefined;
      node = child;
    }
    return node;
  };
  const isText = (node: number): boolean =>
    sources[node] !== undefined && read(node, column.end) > read(node, column.start);
  const spanOf = (start: number, end: number): Span => (start === none ? mark(0, 0) : mark(start, end));
  const keySpan = (node: number): Span => spanOf(read(node, column.keyStart), read(node, column.keyEnd));
  const valueSpan = (node: number): Span => spanOf(read(node, column.start), read(node, column.end));
  /** What stands for a map that no key holds (the document, an entry of a list): its first key, not all of its lines. */
  const headSpan = (node: number): Span => {
    const first = node + 1;
    const isFilled = read(node, column.next) > first;
    return isFilled && read(first, column.keyStart) !== none ? keySpan(first) : valueSpan(node);
  };
  return {
    locate(path, part = 'value') {
      const node = find(path);
      if (node === undefined) return undefined;
      if (part === 'value' && isText(node)) return valueSpan(node);
      return read(node, column.keyStart) === none ? headSpan(node) : keySpan(node);
    },
    written(path) {
      const node = find(path);
      return node === undefined ? undefined : sources[node];
    },
  };
};

/** What is known of a node: offsets in the text, the node after all below it, and for an alias the node that it stands for. */
const column = { keyStart: 0, keyEnd: 1, start: 2, end: 3, next: 4, target: 5 } as const;
type Column = (typeof column)[keyof typeof column];
const width = 6;
const none = -1;

export interface FlatNodes {
  /** A row of columns for each node, in the order of the text: what is below a node stands right after it. */
  readonly nodes: Int32Array;
  /** What the key of a node says; undefined for entries of lists and for the document. */
  readonly keys: readonly (string | undefined)[];
  /** What is written, of single values. */
  readonly sources: readonly (string | undefined)[];
}

export const flattened = (document: Document.Parsed): FlatNodes => {
  const nodes: number[] = [];
  const keys: (string | undefined)[] = [];
  const sources: (string | undefined)[] = [];
  const anchors = new Map<Node, number>();
  const add = (node: Node | null, key?: { readonly node: unknown }): void => {
    const row = keys.length;
    nodes.push(...rangeOf(key?.node), ...rangeOf(node), none, targetOf(node));
    keys.push(key && shared(keyText(key.node)));
    sources.push(isScalar(node) ? node.source : undefined);
    if (isCollection(node) && node.anchor !== undefined) anchors.set(node, row);
    if (isMap<Node, Node | null>(node)) for (const pair of node.items) add(pair.value, { node: pair.key });
    if (isSeq<Node>(node)) for (const item of node.items) add(item);
    nodes[row * width + column.next] = keys.length;
  };
  const targetOf = (node: Node | null): number => {
    const target = isAlias(node) ? node.resolve(document) : undefined;
    return (target && anchors.get(target)) ?? none;
  };
  add(document.contents);
  return { nodes: Int32Array.from(nodes), keys, sources };
};

const rangeOf = (node: unknown): readonly [number, number] => {
  const [start = none, end = none] = (isNode(node) && node.range) || [];
  return [start, end];
};

/** One text for all keys that say the same: files of one kind have the same ones. */
const shared = (key: string): string => {
  const known = keysSeen.get(key);
  if (known !== undefined) return known;
  if (keysSeen.size < mostKeys) keysSeen.set(key, key);
  return key;
};
const keysSeen = new Map<string, string>();
const mostKeys = 10_000;
