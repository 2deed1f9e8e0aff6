import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
} from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import * as catalogue from './catalogue.ts';
import { foreignCharacterIn } from './yaml-limits.ts';
import { keyText, type Marker } from './yaml-places.ts';

/** Keys that mean something to the JavaScript engine. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Value = Node | null;

interface Visit {
  readonly spanOf: (node: Value) => Span;
  readonly aliases: Alias[];
  /** Where amounts of money are written, `1.234` is a slip for thousands; elsewhere it may be a weight or a rate. */
  readonly isAccount: boolean;
}

/**
 * What YAML allows and a workspace does not: duplicate keys, tags, merge keys, keys that are no plain text, directives,
 * aliases that contain themselves, numbers that would lose digits, escapes of what may not stand in a text; and warnings of
 * numbers that may be none. Depth has been capped before, so recursion is safe.
 */
export function* refuseFeatures(
  document: Document.Parsed,
  mark: Marker,
  mostAliases: number,
): Generator<Diagnostic> {
  if (document.directives?.yaml.explicit) yield catalogue.unsupportedYaml(mark(0, 5), 'a %YAML directive');
  const visit: Visit = {
    spanOf: node => mark(node?.range?.[0] ?? 0, node?.range?.[1] ?? 0),
    aliases: [],
    isAccount: mark(0, 0).file.startsWith('data/accounts/'),
  };
  yield* refuseIn(document.contents, [], visit);
  const excess = visit.aliases[mostAliases];
  if (excess) yield catalogue.tooManyAliases(visit.spanOf(excess), mostAliases);
}

/** @param above anchors of the maps and lists around the node */
function* refuseIn(node: Value, above: readonly string[], visit: Visit): Generator<Diagnostic> {
  if (node === null) return;
  if (isAlias(node)) {
    visit.aliases.push(node);
    if (above.includes(node.source))
      yield catalogue.unsupportedYaml(visit.spanOf(node), 'an alias inside its own anchor');
    return;
  }
  if (node.tag !== undefined)
    yield catalogue.unsupportedYaml(visit.spanOf(node), `a tag (${node.tag.slice(0, 40)})`);
  if (isScalar(node)) yield* refuseScalar(node, visit);
  const around = 'anchor' in node && node.anchor !== undefined ? [...above, node.anchor] : above;
  if (isSeq<Value>(node)) for (const item of node.items) yield* refuseIn(item, around, visit);
  if (isMap<Value, Value>(node)) yield* refuseInMap(node.items, around, visit);
}

function* refuseScalar(node: Scalar, { spanOf, isAccount }: Visit): Generator<Diagnostic> {
  const { type, value, source = '' } = node;
  const escaped = typeof value === 'string' ? foreignCharacterIn(value) : undefined;
  if (escaped !== undefined) yield catalogue.controlCharacter(spanOf(node), escaped.character);
  if (type !== Scalar.PLAIN || typeof value !== 'number') return;
  if (losesDigits(source)) yield catalogue.impreciseNumber(spanOf(node), source);
  else if (/^[-+]?0\d+$/.test(source)) yield catalogue.leadingZeros(spanOf(node), source, value);
  else if (isAccount && /^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(source))
    yield catalogue.thousandsSeparator(spanOf(node), source);
}

function* refuseInMap(
  pairs: readonly Pair<Value, Value>[],
  above: readonly string[],
  visit: Visit,
): Generator<Diagnostic> {
  const seen = new Set<string>();
  for (const { key, value } of pairs) {
    yield* refuseIn(key, above, visit);
    yield* refuseKey(key, seen, visit);
    yield* refuseIn(value, above, visit);
  }
}

function* refuseKey(key: Value, seen: Set<string>, visit: Visit): Generator<Diagnostic> {
  if (!isScalar(key)) {
    yield catalogue.unsupportedYaml(visit.spanOf(key), 'a key that is not plain text');
    return;
  }
  const text = keyText(key);
  if (text === '<<') yield catalogue.unsupportedYaml(visit.spanOf(key), 'a merge key (<<)');
  else if (forbiddenKeys.has(text)) yield catalogue.forbiddenKey(visit.spanOf(key), text);
  else if (seen.has(text)) yield catalogue.duplicateKey(visit.spanOf(key), text);
  seen.add(text);
}

/** A binary double holds fifteen significant decimal digits; money with more would change in silence. */
const losesDigits = (source: string): boolean =>
  /^[-+]?[\d.]+$/.test(source) && source.replace(/[-+.]/g, '').replace(/^0+|0+$/g, '').length > 15;
