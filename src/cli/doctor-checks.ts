import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFiles } from '../platform/files.ts';
import { availableLanguages } from '../platform/locales.ts';
import { packageManifest, packageRoot } from '../platform/package-root.ts';
import { findWorkspaceRoot, isWorkspaceRoot, workspaceFile } from '../platform/root.ts';

/** What one check found. */
export interface Checkup {
  readonly subject: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly found: string;
  /** What to do about it; present unless all is well. */
  readonly mend?: string;
}

/** All checks, the most basic one first. */
export const checkups = (root: string | undefined): readonly (() => Checkup | Promise<Checkup>)[] => [
  checkNode,
  checkLibraries,
  checkLocaleData,
  checkTexts,
  () => checkWorkspace(root),
];

const checkNode = (): Checkup => {
  const needed = packageManifest().engines.node.replace(/^>=/, '');
  const found = process.versions.node;
  return isAtLeast(found, needed)
    ? { subject: 'Node.js', state: 'ok', found }
    : { subject: 'Node.js', state: 'fail', found, mend: `Install Node.js ${needed} or later.` };
};

/** Compares versions of three numbers. */
export const isAtLeast = (version: string, least: string): boolean => {
  const [a, b] = [version, least].map(text => text.split('.').map(Number));
  const difference = [0, 1, 2].map(i => (a?.[i] ?? 0) - (b?.[i] ?? 0)).find(step => step !== 0);
  return difference === undefined || difference > 0;
};

/** Results depend on the exact libraries, so another version than the pinned one is worth a warning. */
const checkLibraries = (): Checkup => {
  const pinned = Object.entries(packageManifest().dependencies);
  const installed = pinned.map(([name, version]) => ({ name, version, found: installedVersion(name) }));
  const missing = installed.filter(({ found }) => found === undefined).map(({ name }) => name);
  const other = installed.filter(({ version, found }) => found !== undefined && found !== version);
  const subject = 'Libraries';
  const mend = 'Run "npm ci" in the folder of cuentas.';
  if (missing.length > 0) return { subject, state: 'fail', found: `missing: ${missing.join(', ')}`, mend };
  if (other.length > 0) {
    const names = other.map(({ name, version, found }) => `${name} ${found} (pinned: ${version})`);
    return { subject, state: 'warn', found: names.join(', '), mend };
  }
  return { subject, state: 'ok', found: `${pinned.length} at their pinned versions` };
};

/** Looks where Node would: in node_modules of the package and of the folders above it. */
const installedVersion = (name: string, folder: string = packageRoot): string | undefined => {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  if (existsSync(manifest))
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  const parent = dirname(folder);
  return parent === folder ? undefined : installedVersion(name, parent);
};

/** A Node built with small ICU prints Spanish numbers as English ones. */
const checkLocaleData = (): Checkup => {
  const subject = 'Locale data';
  const spanish = new Intl.NumberFormat('es').format(12345.6);
  const found = `ICU ${process.versions.icu ?? 'absent'}, CLDR ${process.versions.cldr ?? 'absent'}`;
  return spanish === '12.345,6'
    ? { subject, state: 'ok', found }
    : { subject, state: 'fail', found: `${found}, without Spanish`, mend: 'Use a Node.js with full ICU.' };
};

const checkTexts = async (): Promise<Checkup> => {
  const languages = await availableLanguages(createFiles(packageRoot));
  const subject = 'Languages';
  return languages.length > 0
    ? { subject, state: 'ok', found: languages.join(', ') }
    : {
        subject,
        state: 'fail',
        found: 'no texts',
        mend: 'Install cuentas again: its templates are missing.',
      };
};

const checkWorkspace = (asked: string | undefined): Checkup => {
  const subject = 'Workspace';
  const found = asked === undefined ? findWorkspaceRoot(process.cwd()) : asked;
  return found !== undefined && isWorkspaceRoot(found)
    ? { subject, state: 'ok', found }
    : {
        subject,
        state: 'warn',
        found: `none at ${asked ?? process.cwd()} or above`,
        mend: `Run cuentas in a folder with ${workspaceFile}, or name one with --root.`,
      };
};
