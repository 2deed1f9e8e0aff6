import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { compareIds } from '../../model/order.ts';
import type { Edit } from './edits.ts';
import {
  colonOf,
  column,
  columnOf,
  contentEnd,
  isEmpty,
  lineEnd,
  lineStart,
  placeAfter,
  type YamlNode,
  type YamlPair,
} from './places.ts';
import { block, indented, inline, keyText } from './render.ts';
import { isFields } from './values.ts';

/** How a file is written at the place of an edit. */
export interface Style {
  readonly text: string;
  /** Keys of the map in their order. Empty: by name. Undefined: new ones go last. */
  readonly order: readonly string[] | undefined;
  /** Columns by which a level is indented. */
  readonly step: number;
  /** Whether the entries of the value of a key take one line each. */
  readonly isTable: (key: string) => boolean;
}

const lineBreak = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');

const withBreaks = (style: Style, text: string): string => text.replaceAll('\n', lineBreak(style.text));

/** Columns by which the file indents, by its first nested map; two where it has none. */
export const indentStep = (text: string, root: YamlNode): number => {
  if (!isMap<YamlNode, YamlNode>(root)) return 2;
  for (const { value } of root.items) {
    if (!isMap(value) || value.flow === true || value.items.length === 0) continue;
    const step = columnOf(text, value) - columnOf(text, root);
    if (step > 0 && step < 9) return step;
  }
  return 2;
};

/** The edits that put new keys into a map, each behind the key that goes before it. Without a map: the lines themselves. */
export function addPairs(
  style: Style,
  map: undefined,
  pairs: readonly (readonly [string, unknown])[],
): string;
export function addPairs(
  style: Style,
  map: YAMLMap<YamlNode, YamlNode>,
  pairs: readonly (readonly [string, unknown])[],
): Edit[];
export function addPairs(
  style: Style,
  map: YAMLMap<YamlNode, YamlNode> | undefined,
  pairs: readonly (readonly [string, unknown])[],
): Edit[] | string {
  const ordered = inOrder(style.order, pairs);
  if (map === undefined) {
    const lines = ordered.map(([key, value]) => pairLines(style, key, value, 0, false));
    const start = style.text === '' || style.text.endsWith('\n') ? '' : '\n';
    return withBreaks(style, `${start}${lines.join('\n')}\n`);
  }
  return ordered.map(([key, value]) => addPair(style, map, key, value));
}

const addPair = (style: Style, map: YAMLMap<YamlNode, YamlNode>, key: string, value: unknown): Edit => {
  const before = map.items.findLast(
    item => isScalar(item.key) && precedes(style.order, String(item.key.value), key),
  );
  if (map.flow === true) return addToFlow(map, before, `${keyText(key)}: ${inline(value, 'flow')}`);
  const columns = columnOf(style.text, map);
  const lines = pairLines(style, key, value, columns, map.items.length > 0 && map.items.every(hasFlow));
  const first = map.items[0];
  if (before === undefined && first !== undefined && beginsLine(style.text, first)) {
    const start = first.key?.range?.[0] ?? 0;
    return at(start, withBreaks(style, `${lines.trimStart()}\n${' '.repeat(columns)}`));
  }
  return addLines(style, before ?? first ?? null, lines);
};

const rankOf = (order: readonly string[], key: string): number =>
  order.includes(key) ? order.indexOf(key) : order.length;

/** Whether a key that is there goes before a new one. */
const precedes = (order: Style['order'], there: string, key: string): boolean => {
  if (order === undefined) return true;
  if (order.length === 0) return there < key;
  return rankOf(order, there) < rankOf(order, key) || !order.includes(key);
};

const inOrder = <T>(
  order: Style['order'],
  pairs: readonly (readonly [string, T])[],
): (readonly [string, T])[] => {
  if (order === undefined) return [...pairs];
  return [...pairs].sort(([a], [b]) =>
    order.length === 0 ? compareIds(a, b) : rankOf(order, a) - rankOf(order, b),
  );
};

const hasFlow = ({ value }: YamlPair): boolean => (isMap(value) || isSeq(value)) && value.flow === true;

const isOneLine = (node: YamlNode): boolean => !(isMap(node) || isSeq(node)) || node.flow === true;

const beginsLine = (text: string, pair: YamlPair): boolean => {
  const start = pair.key?.range?.[0] ?? 0;
  return (
    start > 0 &&
    pair.srcToken?.start.every(({ type }) => type !== 'explicit-key-ind') === true &&
    text.slice(lineStart(text, start), start).trim() === ''
  );
};

const at = (offset: number, text: string): Edit => ({ start: offset, end: offset, text });

const addToFlow = (
  collection: YAMLMap<YamlNode, YamlNode> | YAMLSeq<YamlNode>,
  before: YamlPair | YamlNode | undefined,
  text: string,
): Edit => {
  const [start = 0] = collection.range ?? [];
  const first = collection.items[0];
  if (first === undefined || first === null) return at(start + 1, ` ${text} `);
  if (before !== undefined && before !== null) return at(contentEnd(before), `, ${text}`);
  const key = 'key' in first ? first.key : first;
  return at(key?.range?.[0] ?? start + 1, `${text}, `);
};

const addLines = (style: Style, before: YamlPair | YamlNode, lines: string): Edit => {
  const { offset, breaks } = placeAfter(style.text, before);
  return at(offset, withBreaks(style, breaks === 'before' ? `\n${lines}` : `${lines}\n`));
};

/** A key and its value as lines of block style. */
const pairLines = (style: Style, key: string, value: unknown, columns: number, oneLine: boolean): string => {
  if (oneLine && isFields(value)) return indented(`${keyText(key)}: ${inline(value, 'block')}`, columns);
  return indented(block({ [key]: value }, { tables: style.isTable(key), indent: style.step }), columns);
};

/** The edits that put new entries at the end of a list. */
export const addEntries = (style: Style, list: YAMLSeq<YamlNode>, entries: readonly unknown[]): Edit[] => {
  const last = list.items.at(-1) ?? null;
  if (list.flow === true) return entries.map(entry => addToFlow(list, last, inline(entry, 'flow')));
  const columns = columnOf(style.text, list);
  const oneLine = isOneLine(last);
  return entries.map(entry => {
    const text = oneLine
      ? `- ${inline(entry, 'block')}`
      : block([entry], { tables: false, indent: style.step });
    return addLines(style, last, indented(text, columns));
  });
};

/** The edits that put another value behind a key that is there. */
export const replaceValue = (
  style: Style,
  pair: YamlPair,
  value: unknown,
  place: 'flow' | 'block',
): Edit[] => {
  const node = pair.value;
  if (place === 'block' && typeof value === 'object' && isVacant(node)) return fillBlock(style, pair, value);
  if (isEmpty(node)) return fillEmpty(pair, inline(value, place));
  const [start = 0, end = 0] = node?.range ?? [];
  const old = style.text.slice(start, end);
  const text = inline(value, place, isScalar(node) ? node.type : undefined);
  const isBlockText = isScalar(node) && String(node.type).startsWith('BLOCK_');
  const comment = isBlockText ? (/^[^\r\n]*?(\s#[^\r\n]*)/.exec(old)?.[1] ?? '') : '';
  const breaks = isBlockText ? (/(\r?\n)+$/.exec(old)?.[0] ?? '') : '';
  return [{ start, end, text: `${text}${comment}${breaks}` }];
};

const isVacant = (node: YamlNode): boolean =>
  isEmpty(node) || ((isMap(node) || isSeq(node)) && node.items.length === 0);

const fillEmpty = (pair: YamlPair, text: string): Edit[] => {
  const colon = colonOf(pair);
  return colon === undefined ? [at(pair.key?.range?.[1] ?? 0, `: ${text}`)] : [at(colon + 1, ` ${text}`)];
};

/** A map or list takes the place of nothing, of `{}` or of `[]`: on lines of its own below its key. */
const fillBlock = (style: Style, pair: YamlPair, value: unknown): Edit[] => {
  const { text } = style;
  const behind = (colonOf(pair) ?? 0) + 1;
  const [start = 0, end = 0] = isEmpty(pair.value) ? [behind, behind] : (pair.value?.range ?? []);
  if (text.slice(behind, start).trim() !== '') return [{ start, end, text: inline(value, 'block') }];
  const key = isScalar(pair.key) ? String(pair.key.value) : '';
  const written = block({ [key]: value }, { tables: style.isTable(key), indent: style.step });
  const [, ...lines] = indented(written, column(text, pair.key?.range?.[0] ?? 0)).split('\n');
  const removed = start === end ? [] : [{ start: behind, end, text: '' }];
  return [...removed, at(lineEnd(text, end), withBreaks(style, `\n${lines.join('\n')}`))];
};
