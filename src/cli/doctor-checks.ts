import { createFiles } from '../platform/files.ts';
import { availableLanguages } from '../platform/locales.ts';
import { packageManifest, packageRoot } from '../platform/package-root.ts';
import { findWorkspaceRoot, isWorkspaceRoot, workspaceFile } from '../platform/root.ts';
import { checkBrowser } from './doctor-browser.ts';
import { checkFonts, checkLibraries } from './doctor-packages.ts';
import type { Checkup } from './doctor-text.ts';

/** All checks, the most basic one first. */
export const checkups = (root: string | undefined): readonly (() => Checkup | Promise<Checkup>)[] => [
  checkNode,
  checkLibraries,
  checkLocaleData,
  checkTexts,
  checkFonts,
  checkBrowser,
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
        mend: `Begin one with "cuentas init", run cuentas in a folder with ${workspaceFile}, or name one with --root.`,
      };
};
