import { isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Fields } from '../rows.ts';
import { type Edit, edited } from './edits.ts';
import { entryKey, isMergedList } from './entry-keys.ts';
import { addEntries, addPairs, indentStep, replaceValue } from './place-edits.ts';
import { isEmpty, type YamlNode, type YamlPair } from './places.ts';
import { isFields, isSame } from './values.ts';

export type Path = readonly (string | number)[];

/** A value of the file that the import would change and that somebody wrote by hand. */
export interface Conflict {
  readonly path: Path;
  /** Offset in the text of the file. */
  readonly offset: number;
  /** Undefined where the value was taken out by hand. */
  readonly kept: unknown;
  readonly imported: unknown;
  /** Why the import's value can't be taken even where it is preferred. */
  readonly reason: 'by-hand' | 'shared' | 'shape';
}

export interface Merged {
  readonly text: string;
  readonly added: readonly Path[];
  readonly changed: readonly Path[];
  readonly conflicts: readonly Conflict[];
  /** Values that were changed by hand since the last import, which brings the same as then. */
  readonly kept: readonly Path[];
}

export interface MergeRequest {
  /** The file as it is, without byte order mark; YAML that the workspace accepts. */
  readonly text: string;
  readonly imported: Fields;
  /** What the import before brought to this file; empty where there was none. */
  readonly base: Fields;
  /** Whether the import's value is taken where somebody wrote another one by hand. */
  readonly force: boolean;
  /** Keys of the map at a path in their order; unknown ones go last. Empty: by name. Undefined: new ones go last. */
  readonly order: (path: Path) => readonly string[] | undefined;
  /** Keys whose entries take one line each. */
  readonly tables: readonly string[];
}

/**
 * Brings what was imported into a file that people write in, by editing its text: only the values that differ and the
 * lines that are new are touched; all else stays to the byte, with its comments, anchors, quotes and order. Three texts
 * meet: the file, the import, and the import before. What only the import changed is taken, what only a hand changed stays,
 * and what both changed is a conflict, in which the hand prevails unless `force`.
 */
export const merge = (request: MergeRequest): Merged => new Merge(request).run();

class Merge {
  readonly #request: MergeRequest;
  readonly #edits: Edit[] = [];
  readonly #added: Path[] = [];
  readonly #changed: Path[] = [];
  readonly #conflicts: Conflict[] = [];
  readonly #kept: Path[] = [];
  readonly #document;
  readonly #step: number;

  constructor(request: MergeRequest) {
    this.#request = request;
    this.#document = parseDocument(request.text, { keepSourceTokens: true, uniqueKeys: false });
    this.#step = indentStep(request.text, this.#document.contents);
  }

  run(): Merged {
    const { text, imported, base } = this.#request;
    const root = this.#document.contents as YamlNode;
    if (isMap<YamlNode, YamlNode>(root)) this.#map(root, imported, base, [], root.anchor !== undefined);
    else if (root === null || isEmpty(root)) this.#fill(imported);
    else this.#conflict([], root, imported, 'shape');
    return {
      text: edited(text, this.#edits),
      added: this.#added,
      changed: this.#changed,
      conflicts: this.#conflicts,
      kept: this.#kept,
    };
  }

  /** A file with nothing but comments. */
  #fill(imported: Fields): void {
    const { text } = this.#request;
    const lines = addPairs(this.#style([]), undefined, Object.entries(imported));
    this.#edits.push({ start: text.length, end: text.length, text: lines });
    this.#added.push(...Object.keys(imported).map(key => [key]));
  }

  #style(path: Path) {
    const { text, order, tables } = this.#request;
    return {
      text,
      order: order(path),
      step: this.#step,
      isTable: (key: string): boolean => path.length === 0 && tables.includes(key),
    };
  }

  #map(map: YAMLMap<YamlNode, YamlNode>, imported: Fields, base: Fields, path: Path, shared: boolean): void {
    const fresh: [string, unknown][] = [];
    for (const [key, value] of Object.entries(imported)) {
      const pair = map.items.find(item => isScalar(item.key) && String(item.key.value) === key);
      const inner = [...path, key];
      if (pair === undefined) {
        if (this.#mayAdd(inner, value, base[key], map, shared)) fresh.push([key, value]);
      } else this.#value(map, pair, value, base[key], inner, shared);
    }
    if (fresh.length > 0) this.#edits.push(...addPairs(this.#style(path), map, fresh));
  }

  #value(
    map: YAMLMap<YamlNode, YamlNode>,
    pair: YamlPair,
    imported: unknown,
    base: unknown,
    path: Path,
    around: boolean,
  ): void {
    const node = pair.value;
    const shared = around || isAlias(node) || hasAnchor(node);
    if (isMap<YamlNode, YamlNode>(node) && isFields(imported) && node.items.length > 0)
      this.#map(node, imported, isFields(base) ? base : {}, path, shared);
    else if (isSeq<YamlNode>(node) && Array.isArray(imported) && isMergedList(path) && node.items.length > 0)
      this.#list(node, imported, Array.isArray(base) ? base : [], path, shared);
    else if (this.#mayReplace(node, imported, base, path, shared)) {
      const place = map.flow === true ? 'flow' : 'block';
      this.#edits.push(...replaceValue(this.#style(path.slice(0, -1)), pair, imported, place));
    }
  }

  #mayReplace(node: YamlNode, imported: unknown, base: unknown, path: Path, shared: boolean): boolean {
    const existing = this.#plain(node);
    if (isSame(existing, imported)) return false;
    if (isVacant(existing)) return this.#mayAdd(path, imported, base, node, shared);
    if (!this.#mayChange(path, node, existing, imported, base, shared)) return false;
    if (!isScalar(node) && !isFlow(node)) return this.#conflict(path, node, imported, 'shape');
    this.#changed.push(path);
    return true;
  }

  #list(
    list: YAMLSeq<YamlNode>,
    imported: readonly unknown[],
    base: readonly unknown[],
    path: Path,
    shared: boolean,
  ): void {
    const name = String(path[0]);
    const keyOf = (entry: unknown): string =>
      isFields(entry) ? entryKey(name, entry) : JSON.stringify(entry);
    const byKey = grouped(list.items, item => keyOf(this.#plain(item)));
    const before = grouped(base, keyOf);
    const fresh: unknown[] = [];
    for (const entry of imported) {
      const key = keyOf(entry);
      const item = byKey.get(key)?.shift();
      const previous = before.get(key)?.shift();
      if (item === undefined) {
        if (this.#mayAdd([...path, label(entry)], entry, previous, list, shared)) fresh.push(entry);
      } else if (isMap<YamlNode, YamlNode>(item) && isFields(entry)) {
        const own = shared || item.anchor !== undefined;
        this.#map(item, entry, isFields(previous) ? previous : {}, [...path, label(entry)], own);
      } else if (isAlias(item) && !isSame(this.#plain(item), entry))
        this.#conflict([...path, label(entry)], item, entry, 'shared');
    }
    if (fresh.length > 0) this.#edits.push(...addEntries(this.#style(path), list, fresh));
  }

  /** What is missing is added, unless it was brought before: then somebody took it out. */
  #mayAdd(path: Path, imported: unknown, base: unknown, near: YamlNode, shared: boolean): boolean {
    if (shared) return this.#conflict(path, near, imported, 'shared', undefined);
    if (base !== undefined && !this.#request.force) {
      if (!isSame(imported, base)) return this.#conflict(path, near, imported, 'by-hand', undefined);
      this.#kept.push(path);
      return false;
    }
    this.#added.push(path);
    return true;
  }

  #mayChange(
    path: Path,
    node: YamlNode,
    existing: unknown,
    imported: unknown,
    base: unknown,
    shared: boolean,
  ): boolean {
    const isOurs = base !== undefined && isSame(existing, base);
    if (!isOurs && !this.#request.force) {
      if (base === undefined || !isSame(imported, base))
        return this.#conflict(path, node, imported, 'by-hand');
      this.#kept.push(path);
      return false;
    }
    return shared ? this.#conflict(path, node, imported, 'shared') : true;
  }

  #conflict(
    path: Path,
    node: YamlNode,
    imported: unknown,
    reason: Conflict['reason'],
    kept: unknown = this.#plain(node),
  ): false {
    this.#conflicts.push({ path, offset: node?.range?.[0] ?? 0, kept, imported, reason });
    return false;
  }

  #plain(node: YamlNode): unknown {
    return node === null || node === undefined ? null : node.toJS(this.#document);
  }
}

const isVacant = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && Object.keys(value).length === 0);

const isFlow = (node: YamlNode): boolean =>
  isAlias(node) || ((isMap(node) || isSeq(node)) && node.flow === true);

const hasAnchor = (node: YamlNode): boolean =>
  node !== null && node !== undefined && 'anchor' in node && node.anchor !== undefined;

/** How a path names an entry of a list. */
const label = (entry: unknown): string => {
  if (!isFields(entry)) return JSON.stringify(entry);
  const { id, name, title, period, date, from, text } = entry;
  const found = id ?? name ?? title ?? date ?? period ?? from ?? text;
  return typeof found === 'string' || typeof found === 'number' ? `[${found}]` : '[…]';
};

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
