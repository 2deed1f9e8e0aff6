import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadFonts } from '../platform/fonts.ts';
import { packageManifest, packageRoot } from '../platform/package-root.ts';
import type { Checkup } from './doctor-text.ts';

const mend = 'Run "npm ci" in the folder of cuentas.';

/** Results depend on the exact libraries, so another version than the pinned one is worth a warning. */
export const checkLibraries = (): Checkup => {
  const subject = 'Libraries';
  const pinned = Object.entries(packageManifest().dependencies);
  const installed = pinned.map(([name, version]) => ({ name, version, found: installedVersion(name) }));
  const missing = installed.filter(({ found }) => found === undefined).map(({ name }) => name);
  if (missing.length > 0) return { subject, state: 'fail', found: `missing: ${missing.join(', ')}`, mend };
  const others = installed.filter(({ version, found }) => found !== version);
  if (others.length === 0)
    return { subject, state: 'ok', found: `${pinned.length} at their pinned versions` };
  const names = others.map(({ name, version, found }) => `${name} ${found} (pinned: ${version})`);
  return { subject, state: 'warn', found: names.join(', '), mend };
};

export const checkFonts = async (): Promise<Checkup> => {
  const subject = 'Fonts';
  try {
    const { faces } = await loadFonts();
    const families = [...new Set(faces.map(({ family }) => family))].join(', ');
    return { subject, state: 'ok', found: `${families}, ${faces.length} files` };
  } catch (error) {
    return { subject, state: 'fail', found: error instanceof Error ? error.message : String(error), mend };
  }
};

const installedVersion = (name: string): string | undefined => {
  const folder = installedFolder(name);
  if (folder === undefined) return undefined;
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
};

/** Looks where Node would: in node_modules of the package and of the folders above it. */
const installedFolder = (name: string, above: string = packageRoot): string | undefined => {
  const folder = join(above, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(above);
  return parent === above ? undefined : installedFolder(name, parent);
};
