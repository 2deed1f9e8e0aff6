import { createLocale, type Locale } from '../locale/locale.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { Workspace } from '../model/workspace.ts';
import { createFiles } from '../platform/files.ts';
import { loadMessages } from '../platform/locales.ts';
import { packageRoot } from '../platform/package-root.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { InvalidInput } from './invalid-input.ts';
import { coloursFor, printError } from './terminal.ts';

/**
 * @param tags BCP 47 tags of the form es or es-ES
 * @throws InvalidInput where there are no sound texts for a language, after printing why
 */
export const openLocales = (tags: readonly string[]): Promise<readonly Locale[]> =>
  Promise.all(tags.map(openLocale));

/** The asked locale, or the main one of the workspace. @throws InvalidInput as openLocales does */
export const openReadersLocale = (asked: string | undefined, workspace: Workspace): Promise<Locale> =>
  openLocale(asked ?? workspace.settings.locales[0] ?? 'es');

const openLocale = async (tag: string): Promise<Locale> => {
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(tag))
    throw new InvalidInput(`"${tag}" is not a locale.`, ['A locale is written like es or es-ES.']);
  const { value, diagnostics } = await loadMessages(createFiles(packageRoot), tag);
  if (diagnostics.length > 0) printError(diagnosticsText(diagnostics, new Map(), coloursFor(process.stderr)));
  if (value !== undefined && !hasErrors(diagnostics)) return createLocale(tag, value);
  throw new InvalidInput(`The locale "${tag}" cannot be used.`);
};
