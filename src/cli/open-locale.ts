import type { Files } from '../effects.ts';
import { createLocale, type Locale } from '../locale/locale.ts';
import { type Diagnostic, distinct, hasErrors } from '../model/diagnostic.ts';
import type { Workspace } from '../model/workspace.ts';
import { createFiles } from '../platform/files.ts';
import { loadMessages } from '../platform/locales.ts';
import { packageRoot } from '../platform/package-root.ts';
import type { Sources } from './diagnostics-text.ts';
import { InvalidInput } from './invalid-input.ts';
import { printDiagnostics } from './print-diagnostics.ts';

/** Locales of a workspace, and what is wrong with their texts. */
export interface ReadLocales {
  /** Those whose texts could be read. */
  readonly locales: readonly Locale[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/**
 * @param tags BCP 47 tags of the form es or es-ES
 * @param own the workspace, whose texts come over those of the product
 * @throws InvalidInput where one is not of that form
 */
export const readLocales = async (
  tags: readonly string[],
  own: Pick<Files, 'read' | 'list'> | undefined,
): Promise<ReadLocales> => {
  for (const tag of tags)
    if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(tag))
      throw new InvalidInput(`"${tag}" is not a locale.`, ['A locale is written like es or es-ES.']);
  const product = createFiles(packageRoot);
  const read = await Promise.all(
    tags.map(async tag => [tag, await loadMessages(product, tag, own)] as const),
  );
  return {
    locales: read.flatMap(([tag, { value }]) => (value === undefined ? [] : [createLocale(tag, value)])),
    diagnostics: distinct(read.flatMap(([, { diagnostics }]) => diagnostics)),
    sources: new Map(read.flatMap(([, { sources }]) => [...sources])),
  };
};

/** @throws InvalidInput where there are no sound texts for a language, after printing why */
export const openLocales = async (...args: Parameters<typeof readLocales>): Promise<readonly Locale[]> => {
  const [tags] = args;
  const { locales, diagnostics, sources } = await readLocales(...args);
  if (diagnostics.length > 0) printDiagnostics(diagnostics, sources);
  if (!hasErrors(diagnostics)) return locales;
  throw new InvalidInput(
    tags.length === 1 ? `The locale "${tags[0]}" cannot be used.` : 'These locales cannot be used.',
  );
};

/** The asked locale, or the main one of the workspace. @throws InvalidInput as openLocales does */
export const openReadersLocale = async (
  asked: string | undefined,
  { settings }: Workspace,
  own: Pick<Files, 'read' | 'list'>,
): Promise<Locale> => {
  const [locale] = await openLocales([asked ?? settings.locales[0] ?? 'es'], own);
  if (locale === undefined) throw new Error('A locale was opened and is not there');
  return locale;
};
