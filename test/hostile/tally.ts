import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a whole run (`npm run test:hostile`) collects what its tests have tried; a slice (`npm test`) has none. */
    figures?: string;
  }
}

const folder = inject('figures');

/** @returns how many inputs, or which, to try in this run */
export const effort = <T>(slice: T, whole: T): T => (folder === undefined ? slice : whole);

/** `12345` as `12,345`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * Tells what a test has tried, once it has. A whole run writes it into docs/security.md, into the row with this name in a
 * comment.
 * @param row like `markup-pages`
 * @param figure like `1,712 payloads in 431 fields`
 */
export const tally = async (row: string, figure: string): Promise<void> => {
  if (folder !== undefined) await writeFile(join(folder, row), figure);
};
