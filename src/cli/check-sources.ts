import { analyze } from '../analysis/analyze.ts';
import { type Checked, rememberCheck } from '../cache/whole-check.ts';
import type { Cache, Files } from '../effects.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { Workspace } from '../model/workspace.ts';
import { readChartSchema } from '../platform/chart-schema.ts';
import { createFiles } from '../platform/files.ts';
import { packageRoot } from '../platform/package-root.ts';
import { checkAudiences } from '../redaction/check.ts';
import { readLocales } from './open-locale.ts';
import { openWorkspace } from './open-workspace.ts';

/** Holds data, notebooks and templates against all rules, and remembers what it found. */
export const checkSources = async (root: string, cache: Cache | undefined): Promise<Checked> => {
  const { files, loaded } = await openWorkspace(root, cache);
  const notebooks = loaded.value === undefined ? nothing : await checkNotebooks(files, loaded.value);
  const audiences = loaded.value === undefined ? [] : checkAudiences(loaded.value, loaded.locate);
  const checked: Checked = {
    diagnostics: [...loaded.diagnostics, ...audiences, ...notebooks.diagnostics],
    texts: new Map([...loaded.sources, ...notebooks.texts]),
  };
  if (cache !== undefined) await rememberCheck(cache, files, checked);
  return checked;
};

const nothing: Checked = { diagnostics: [], texts: new Map() };

/** What notebooks may name depends on the data, so they can only be checked when those are sound. */
const checkNotebooks = async (files: Files, workspace: Workspace): Promise<Checked> => {
  const [{ readLibrary }, { createChartGrammar }, { withOwnTemplates }, { checkTemplates }] =
    await Promise.all([
      import('../document/library.ts'),
      import('../render/chart-grammar.ts'),
      import('../edition/templates.ts'),
      import('../render/template-check.ts'),
    ]);
  const analysis = analyze(workspace, workspace.settings.period);
  const { locales, ...read } = await readLocales(workspace.settings.locales, files);
  if (hasErrors(read.diagnostics)) return { diagnostics: read.diagnostics, texts: read.sources };
  const product = createFiles(packageRoot);
  const { value, diagnostics } = await readLibrary(
    files,
    product,
    analysis,
    locales,
    createChartGrammar(readChartSchema),
  );
  const templates = await checkTemplates(withOwnTemplates(files, product), value?.notebooks ?? []);
  return {
    diagnostics: [...read.diagnostics, ...diagnostics, ...templates.diagnostics],
    texts: new Map([...read.sources, ...(value?.texts ?? []), ...templates.texts]),
  };
};
