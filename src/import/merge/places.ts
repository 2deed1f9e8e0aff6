import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

export type YamlNode = Node | null | undefined;
export type YamlPair = Pair<YamlNode, YamlNode>;

/** Offset of the colon of a pair, where it has one. */
export const colonOf = (pair: YamlPair): number | undefined => {
  const source = pair.srcToken;
  return source?.sep?.find(({ type }) => type === 'map-value-ind')?.offset;
};

/** Whether nothing is written where a value would stand; with an anchor something is. */
export const isEmpty = (node: YamlNode): boolean =>
  node === null ||
  node === undefined ||
  (isScalar(node) &&
    node.range !== null &&
    node.range !== undefined &&
    node.range[0] === node.range[1] &&
    node.anchor === undefined);

/** Offset behind the last character that belongs to a pair or an item, its comments left out. */
export const contentEnd = (item: YamlNode | YamlPair): number => {
  if (isPair<YamlNode, YamlNode>(item)) {
    if (!isEmpty(item.value)) return contentEnd(item.value);
    return (colonOf(item) ?? item.key?.range?.[1] ?? 0) + (colonOf(item) === undefined ? 0 : 1);
  }
  if (item === null || item === undefined) return 0;
  if (isCollection(item) && item.flow !== true) {
    const last = item.items.at(-1) as YamlNode | YamlPair;
    if (last !== undefined && last !== null && contentEnd(last) > 0) return contentEnd(last);
  }
  return item.range?.[1] ?? 0;
};

const isBlockScalar = (node: YamlNode): boolean =>
  isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);

/** The innermost value with which a pair or an item ends. */
const lastValue = (item: YamlNode | YamlPair): YamlNode => {
  if (isPair<YamlNode, YamlNode>(item)) return lastValue(item.value);
  if (isCollection(item) && item.flow !== true && item.items.length > 0)
    return lastValue(item.items.at(-1) as YamlNode | YamlPair);
  return item;
};

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

export const column = (text: string, offset: number): number => offset - lineStart(text, offset);

/** Offset of the line break behind a place, or of the end of the text. */
export const lineEnd = (text: string, offset: number): number => {
  const found = text.indexOf('\n', offset);
  if (found < 0) return text.length;
  return text[found - 1] === '\r' ? found - 1 : found;
};

/** Where new lines go that follow a pair or an item of block style, and whether they begin with a line break or end in one. */
export const placeAfter = (
  text: string,
  item: YamlNode | YamlPair,
): { readonly offset: number; readonly breaks: 'before' | 'after' } => {
  const end = contentEnd(item);
  if (isBlockScalar(lastValue(item)) && text[end - 1] === '\n') return { offset: end, breaks: 'after' };
  return { offset: lineEnd(text, end), breaks: 'before' };
};

/** Column at which the keys or dashes of a block collection stand. */
export const columnOf = (text: string, node: YAMLMap | YAMLSeq): number => {
  const first = node.items[0] as YamlNode | YamlPair;
  const start = isMap(node) && isPair<YamlNode, YamlNode>(first) ? first.key?.range?.[0] : node.range?.[0];
  return column(text, start ?? 0);
};
