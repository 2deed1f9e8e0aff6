import type { Span } from '../model/source.ts';
import type { YamlSource } from './yaml.ts';
import type { Path } from './yaml-places.ts';

/** A number that a comma has torn in two: `{ revenue: 85.000,50 }` is the number 85.000 and the key 50, which holds nothing. */
export interface TornNumber {
  /** Of both parts and the comma. */
  readonly span: Span;
  readonly written: string;
  /** As it should be written. */
  readonly meant: string;
}

/**
 * The number that a refused key is the end of; undefined where it is none.
 * @param path of the map in which the key stands, `holder` the map itself
 */
export const tornNumber = (
  source: YamlSource,
  path: Path,
  holder: object,
  key: string,
): TornNumber | undefined => {
  if (!/^\d+$/.test(key) || Reflect.get(holder, key) !== null) return undefined;
  const end = source.locate([...path, key], 'key');
  for (const [sibling, value] of Object.entries(holder)) {
    const start = typeof value === 'number' ? source.locate([...path, sibling]) : undefined;
    if (end === undefined || start === undefined || !touches(start, end)) continue;
    const whole = source.written([...path, sibling]) ?? '';
    const decimals = key.padStart(end.length, '0');
    return {
      span: { ...start, length: start.length + 1 + end.length },
      written: `${whole},${decimals}`,
      meant: `${whole.replaceAll('.', '')}.${decimals}`,
    };
  }
  return undefined;
};

/** Nothing but the comma stands between them. */
const touches = (start: Span, end: Span): boolean =>
  start.line === end.line && start.column + start.length + 1 === end.column;
