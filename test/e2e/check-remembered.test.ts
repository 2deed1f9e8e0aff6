import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Checked, rememberedCheck } from '../../src/cache/whole-check.ts';
import { checkSources } from '../../src/cli/check-sources.ts';
import { createCacheStore } from '../../src/platform/cache-store.ts';
import { createFiles } from '../../src/platform/files.ts';
import { makeFolder, soundWorkspace } from './command-line.ts';

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>';
const account = soundWorkspace['data/accounts/uno.yaml'] ?? '';
const settings = `${soundWorkspace['data/workspace.yaml']}brand: { logo: brand/logo.svg }\n`;

const own = (text: string): string =>
  `---\ntitle: Own\n---\n\n\`\`\`section one\nname: One\nheadline: One\n\`\`\`\n\n${text}\n`;

/** One after the other, each an edit of what the one before left; undefined removes the file. */
const edits: readonly (readonly [what: string, path: string, text: string | undefined])[] = [
  ['an account that is wrong', 'data/accounts/uno.yaml', account.replace('name:', 'nmae:')],
  ['another mistake in it', 'data/accounts/uno.yaml', account.replace('name:', 'nmea:')],
  ['mended', 'data/accounts/uno.yaml', account],
  ['a notebook that is wrong', 'reports/own.md', own('{{figure "portfolio.nonsense"}}')],
  ['a notebook that is right', 'reports/own.md', own('{{company}}')],
  ['a helper that is wrong', 'templates/helpers/aloud.js', 'export default 5 +;\n'],
  ['a helper under a name that is taken', 'templates/helpers/figure.js', 'export default x => x;\n'],
  ['both gone', 'templates/helpers/aloud.js', undefined],
  ['the second, too', 'templates/helpers/figure.js', undefined],
  ['a layout that is wrong', 'templates/layouts/report.hbs', '{{#if}}'],
  ['no layout', 'templates/layouts/report.hbs', undefined],
  ['words that are wrong', 'templates/locales/es.yaml', 'nonsense: text\n'],
  ['no words', 'templates/locales/es.yaml', undefined],
  ['a file that has no business there', 'data/accounts/Uno Dos.yaml', account],
  ['gone', 'data/accounts/Uno Dos.yaml', undefined],
  ['a logo that is none', 'brand/logo.svg', 'no picture'],
  ['no logo', 'brand/logo.svg', undefined],
  ['the logo again', 'brand/logo.svg', logo],
];

test('a check that is remembered says what one says that is made anew, whatever was edited', async () => {
  const root = await makeFolder({
    ...soundWorkspace,
    'data/workspace.yaml': settings,
    'brand/logo.svg': logo,
  });
  const cache = createCacheStore(join(root, '.cuentas/cache'), 'engine', 1e9);
  const said = ({ diagnostics }: Checked): string => JSON.stringify(diagnostics);
  const remembered = () => rememberedCheck(cache, createFiles(root));
  expect(await remembered()).toBeUndefined();
  const sound = said(await checkSources(root, cache));
  let found = 0;
  for (const [what, path, text] of edits) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    if (text === undefined) await rm(join(root, path));
    else await writeFile(join(root, path), text);
    const anew = await checkSources(root, undefined);
    const before = await remembered();
    if (before !== undefined) expect(said(before), what).toBe(said(anew));
    await checkSources(root, cache);
    const after = await remembered();
    expect(after && said(after), what).toBe(said(anew));
    for (const { span } of anew.diagnostics)
      if (span !== undefined) expect(after?.texts.get(span.file), what).toBe(anew.texts.get(span.file));
    if (said(anew) !== sound) found += 1;
  }
  expect(found).toBeGreaterThan(8);
  expect(said(await checkSources(root, undefined))).toBe(sound);
  await rm(root, { recursive: true });
});
