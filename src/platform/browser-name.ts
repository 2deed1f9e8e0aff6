import { pinnedVersion } from './browser-archive.ts';
import type { BrowserWishes } from './browser-choice.ts';

/** What the pinned browser is called, without starting it; undefined for any other one, which must say so itself. */
export const browserName = async ({ path, url }: BrowserWishes): Promise<string | undefined> => {
  if (url !== undefined || path !== undefined || process.env.CUENTAS_BROWSER) return undefined;
  const version = await pinnedVersion();
  return version === undefined ? undefined : `@sparticuz/chromium ${version}`;
};
