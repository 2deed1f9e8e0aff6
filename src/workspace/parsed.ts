import type { YamlSource } from './yaml.ts';
import { markerOf, placesOf } from './yaml-places.ts';

/** What parsing made of a text, as JSON. */
interface Parsed {
  readonly value: unknown;
  readonly nodes: readonly number[];
  readonly keys: readonly (string | null)[];
  readonly sources: readonly (string | null)[];
}

/** Undefined where there is something to tell of the text, or something in it that JSON does not have. */
export const parsedText = ({ value, diagnostics, nodes: flat }: YamlSource): string | undefined => {
  if (flat === undefined || diagnostics.length > 0 || !isJson(value)) return undefined;
  const { nodes, keys, sources } = flat;
  const orNull = (texts: readonly (string | undefined)[]) => texts.map(text => text ?? null);
  const parsed: Parsed = { value, nodes: [...nodes], keys: orNull(keys), sources: orNull(sources) };
  return JSON.stringify(parsed);
};

/** The same as parsing the text once more. @param text the very one that was parsed */
export const sourceFrom = (file: string, text: string, parsed: string): YamlSource => {
  const { value, nodes, keys, sources } = JSON.parse(parsed) as Parsed;
  const orAbsent = (texts: readonly (string | null)[]) => texts.map(one => one ?? undefined);
  const flat = { nodes: Int32Array.from(nodes), keys: orAbsent(keys), sources: orAbsent(sources) };
  return { file, value, diagnostics: [], nodes: flat, ...placesOf(flat, markerOf(file, text)) };
};

const isJson = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' || typeof value === 'boolean' || value === null;
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
};
