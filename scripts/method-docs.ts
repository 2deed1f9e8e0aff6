/**
 * Writes docs/methods.md: what each method computes and how, from what the method says of itself. A test fails when the
 * page is out of date.
 *
 *     npm run docs
 */
import { writeFile } from 'node:fs/promises';
import { analyze } from '../src/analysis/analyze.ts';
import { createLocale } from '../src/locale/locale.ts';
import { createFiles } from '../src/platform/files.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { loadWorkspace } from '../src/workspace/load.ts';
import { methodPage } from './method-page.ts';

const { value: workspace } = await loadWorkspace(createFiles(packageRoot));
if (workspace === undefined)
  throw new Error('The example workspace does not load; run "cuentas check" to see why.');
const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
if (messages === undefined) throw new Error('The English texts cannot be read.');
const page = methodPage(analyze(workspace, workspace.settings.period), createLocale('en-GB', messages));
await writeFile(new URL('../docs/methods.md', import.meta.url), page);
