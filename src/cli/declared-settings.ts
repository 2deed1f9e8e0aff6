import type { z } from 'zod';
import type { Files } from '../effects.ts';
import { type PeriodId, periodSchema } from '../model/period.ts';
import { localesSchema } from '../model/workspace-settings.ts';
import { workspaceFile } from '../platform/root.ts';

type Tree = Pick<Files, 'read'>;

// One line of the settings is enough for these: whether the rest of them is sound is not asked.

/** The quarter under review. */
export const declaredPeriod = (files: Tree): Promise<PeriodId | undefined> =>
  declared(files, 'period', periodSchema);

/** The languages of the documents. */
export const declaredLocales = (files: Tree): Promise<readonly string[] | undefined> =>
  declared(files, 'locales', localesSchema);

const declared = async <T>(files: Tree, key: string, schema: z.ZodType<T>): Promise<T | undefined> => {
  const { isScalar, isSeq, parseDocument } = await import('yaml');
  const settings = parseDocument((await files.read(workspaceFile)) ?? '', { logLevel: 'silent' });
  const found: unknown = settings.get(key);
  const plain = isSeq(found) ? found.items.map(item => (isScalar(item) ? item.value : item)) : found;
  return schema.safeParse(plain).data;
};
