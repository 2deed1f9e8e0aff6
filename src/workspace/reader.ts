import type { z } from 'zod';
import { checkFace } from '../brand/type.ts';
import { checkShape, type Shape } from './check.ts';
import { type OrderFile, readOrders } from './orders/read.ts';
import { parseYaml, type YamlSource } from './yaml.ts';

/** How single files are read, before anything is held against anything else. */
export interface Reader {
  /** Is told all texts that will be parsed, before the first one is. */
  readonly prepare?: (texts: ReadonlyMap<string, string>) => Promise<void>;
  /** All were parsed, and the workspace is sound. */
  readonly done?: () => Promise<void>;
  readonly parse: (file: string, text: string) => YamlSource;
  readonly check: <T>(schema: z.ZodType<T>, source: YamlSource) => Shape<T>;
  readonly orders: (file: string, text: string) => OrderFile;
  readonly face: typeof checkFace;
}

export const plainReader: Reader = {
  parse: parseYaml,
  check: checkShape,
  orders: readOrders,
  face: checkFace,
};

/**
 * A reader that reads a file again only when its text has changed; for the preview, which loads at every edit. What did not
 * change is the very same object again.
 */
export const createReader = (): Reader => {
  const faces = new WeakMap<Uint8Array, Map<string, ReturnType<typeof checkFace>>>();
  const shapes = new WeakMap<YamlSource, Map<z.ZodType, Shape<unknown>>>();
  return {
    parse: whenChanged(parseYaml),
    check: <T>(schema: z.ZodType<T>, source: YamlSource): Shape<T> => {
      const known = shapes.get(source) ?? new Map<z.ZodType, Shape<unknown>>();
      shapes.set(source, known);
      const shape = known.get(schema) ?? checkShape(schema, source);
      known.set(schema, shape);
      return shape as Shape<T>;
    },
    orders: whenChanged(readOrders),
    face: (family, face, bytes) => {
      const known = faces.get(bytes) ?? new Map<string, ReturnType<typeof checkFace>>();
      faces.set(bytes, known);
      const key = JSON.stringify([family, face]);
      const checked = known.get(key) ?? checkFace(family, face, bytes);
      known.set(key, checked);
      return checked;
    },
  };
};

const whenChanged = <T>(read: (file: string, text: string) => T): ((file: string, text: string) => T) => {
  const known = new Map<string, { readonly text: string; readonly result: T }>();
  return (file, text) => {
    const last = known.get(file);
    if (last?.text === text) return last.result;
    const result = read(file, text);
    known.set(file, { text, result });
    return result;
  };
};
