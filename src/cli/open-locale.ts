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
 * The asked locale, or the main one of the workspace.
 * @throws InvalidInput where there are no sound texts for its language, after printing why
 */
export const openLocale = async (asked: string | undefined, workspace: Workspace): Promise<Locale> => {
  const tag = asked ?? workspace.settings.locales[0] ?? 'es';
  const { value, diagnostics } = await loadMessages(createFiles(packageRoot), tag.slice(0, 2));
  if (value !== undefined && !hasErrors(diagnostics)) return createLocale(tag, value);
  printError(diagnosticsText(diagnostics, new Map(), coloursFor(process.stderr)));
  throw new InvalidInput(`The locale "${tag}" cannot be used.`);
};
