import { sha256 } from '../model/hash.ts';

/**
 * The hash of values, by all that they hold. What JSON would make the same of stays apart: no number, none that is finite, the
 * sign of a zero.
 * @throws Error where something in them cannot be told from another one, as a function
 */
export const keyOf = (...parts: readonly unknown[]): Promise<string> => sha256(JSON.stringify(parts, apart));

const apart = (_: string, value: unknown): unknown => {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number')
    return isPlain(value) ? value : { $: Object.is(value, -0) ? '-0' : String(value) };
  if (typeof value === 'bigint') return { $: `${value}n` };
  if (value instanceof Map) return { $map: [...value] };
  if (value instanceof Set) return { $set: [...value] };
  if (typeof value === 'function' || typeof value === 'symbol' || ArrayBuffer.isView(value))
    throw new Error(`A key cannot tell a ${typeof value} from another one`);
  return value;
};

const isPlain = (number: number): boolean => Number.isFinite(number) && !Object.is(number, -0);
