import type { CodeText } from './code-text.ts';
import { formCodes } from './form.ts';
import { freshCodes } from './fresh.ts';
import { notebookCodes } from './notebook.ts';
import { importCodes, productionCodes } from './others.ts';
import { redactionCodes } from './redaction.ts';
import { senseCodes } from './sense.ts';

/** Every code that a command can print, by where it comes from, in the order of the guide. */
export const codeGroups = {
  form: formCodes,
  sense: senseCodes,
  notebook: notebookCodes,
  import: importCodes,
  production: productionCodes,
  redaction: redactionCodes,
  fresh: freshCodes,
} as const satisfies Readonly<Record<string, Readonly<Record<string, CodeText>>>>;

const texts: ReadonlyMap<string, CodeText> = new Map(
  Object.values(codeGroups).flatMap(codes => Object.entries<CodeText>(codes)),
);

/** What a code means; undefined where the guide does not know it, which a test rules out. */
export const codeText = (code: string): CodeText | undefined => texts.get(code);

export const allCodes: readonly string[] = [...texts.keys()];
