import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { charts } from '../../src/charts/index.ts';
import { createFiles } from '../../src/platform/files.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { cuentas, folderWith, servingCuentas, soundWorkspace } from './command-line.ts';
import { blocksOf, commandsOf, wordsOf } from './document-commands.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

/** Pages of the guide: the English one, and its counterpart in Spanish. */
const pages: readonly (readonly [english: string, spanish: string])[] = [
  ['README', 'README'],
  ['first-review', 'primera-revision'],
  ['notebook', 'cuaderno'],
  ['charts', 'graficos'],
  ['brand', 'marca'],
  ['languages', 'idiomas'],
  ['import', 'importar'],
  ['export', 'exportar'],
  ['audiences', 'audiencias'],
  ['ci', 'ci'],
  ['troubleshooting', 'problemas'],
  ['diagnostics', 'diagnosticos'],
];
const english = (page: string): string => read(`docs/guide/${page}.md`);
const spanish = (page: string): string => read(`docs/guia/${page}.md`);

const written = async (folder: string): Promise<string[]> =>
  (await createFiles(packageRoot).list(folder))
    .filter(path => path.endsWith('.md'))
    .map(path => basename(path, '.md'));

test('the guide has the same pages in both languages', async () => {
  expect((await written('docs/guide')).sort()).toEqual(pages.map(([page]) => page).sort());
  expect((await written('docs/guia')).sort()).toEqual(pages.map(([, page]) => page).sort());
});

/** Titles are written in the language of the page, and so is the order of locales. */
const neutral = (command: string): string =>
  command
    .replace(/--title "[^"]*"/, '--title T')
    .replace(/--locale (\S+)/, (_, tags: string) => `--locale ${tags.split(',').sort().join(',')}`);

test.each(pages)(
  '%s and %s have the same commands and as many headings, tables and blocks',
  (page, pagina) => {
    const [here, there] = [english(page), spanish(pagina)];
    expect(commandsOf(there).map(neutral)).toEqual(commandsOf(here).map(neutral));
    const shape = (text: string): readonly number[] =>
      [/^#+ /gm, /^\| /gm, /^````?\w/gm].map(each => text.match(each)?.length ?? 0);
    expect(shape(there)).toEqual(shape(here));
  },
);

test('the pages on charts name every chart', () => {
  for (const text of [english('charts'), spanish('graficos')])
    expect(Array.from(text.matchAll(/^\| `([a-z-]+)` +\|/gm), ([, name]) => name).sort()).toEqual(
      charts.map(({ name }) => name).sort(),
    );
  const series = Array.from(english('charts').matchAll(/\| `([a-z.-]+)` +\|$/gm), ([, id]) => id);
  const methods = read('docs/methods.md');
  expect(series.length).toBeGreaterThan(20);
  expect(series.filter(id => !methods.includes(`| \`${id}\` |`))).toEqual([]);
});

test('the first review goes as it is told', async () => {
  const text = english('first-review');
  const folder = await folderWith({ keep: '' });
  for (const command of commandsOf(text).filter(one => one.startsWith('npx cuentas '))) {
    const args = wordsOf(command).slice(2);
    if (args[0] === 'preview') {
      const { child, address } = await servingCuentas({ folder }, ['preview', '--port', '4970']);
      expect((await fetch(address)).status).toBe(200);
      child.kill('SIGTERM');
      continue;
    }
    const { code, stderr } = await cuentas([...args, ...lighter(args)], folder);
    expect({ command, code, stderr: code === 0 ? '' : stderr }).toEqual({ command, code: 0, stderr: '' });
  }
  for (const locale of ['en-GB', 'es-ES'])
    expect(existsSync(join(folder, `reports/2026-Q3/board-summary.${locale}.html`))).toBe(true);

  const account = join(folder, 'data/accounts/vidrios-sur-sl.yaml');
  const asWritten = await readFile(account, 'utf8');
  await writeFile(account, asWritten.replace(/^name:/m, 'nmae:'));
  const { code, stdout } = await cuentas(['check'], folder);
  expect(code).toBe(1);
  for (const page of [text, spanish('primera-revision')]) {
    const [told = ''] = blocksOf(page, 'text');
    for (const line of told.trim().split('\n')) expect(stdout).toContain(line);
  }

  // The ten lines of YAML are an account, in both languages.
  await writeFile(account, blocksOf(text, 'yaml')[0] ?? '');
  const other = blocksOf(spanish('primera-revision'), 'yaml')[0] ?? '';
  await writeFile(join(folder, 'data/accounts/cristales.yaml'), other.replace('Vidrios', 'Cristales'));
  expect((await cuentas(['check'], folder)).stdout).toBe('no problems\n');
}, 240_000);

/** What a page needs to be there before. */
const before: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  import: {
    'data/workspace.yaml': soundWorkspace['data/workspace.yaml'] ?? '',
    'crm.sql': blocksOf(english('import'), 'sql')[0] ?? '',
    'crm-export/customers.csv': 'name,sector,country\nAceros Norte,Steel,ES\nVidrios Sur,Glass,ES\n',
    'crm-export/sales.csv':
      'name,quarter,amount\nAceros Norte,2026-Q3,500\nAceros Norte,2026-Q3,20.5\nVidrios Sur,2026-Q3,300\n',
  },
};

test('amounts with a decimal comma are summed, and a cell that is none costs its row alone', async () => {
  const [usual = '', withComma = ''] = blocksOf(english('import'), 'sql');
  const [customers = ''] = usual.split('-- into: accounts.history');
  const folder = await folderWith({
    ...before.import,
    'crm.sql': customers + withComma,
    'crm-export/sales.csv':
      'name;quarter;amount\nAceros Norte;2026-Q3;1.500,25\nAceros Norte;2026-Q3;pending\nVidrios Sur;2026-Q3;300\n',
  });
  const { code, stdout } = await cuentas(['import', 'crm.sql', '--data', 'crm-export'], folder);
  expect(code).toBe(0);
  expect(stdout).toContain('sales.csv row 2: pending is no number with a decimal comma');
  expect(await readFile(join(folder, 'data/accounts/aceros-norte.yaml'), 'utf8')).toContain('1500.25');
  expect(blocksOf(spanish('importar'), 'sql')[1]).toBe(withComma);
});

/** Without a browser, and one document where the page makes all: what is printed is held elsewhere. */
const lighter = (args: readonly string[]): readonly string[] =>
  args[0] !== 'build'
    ? []
    : [
        ...(args.includes('--format') ? [] : ['--format', 'html']),
        ...(args.length > 1 ? [] : ['board-summary']),
      ];

/** What runs in the test of the README, or above, need not run again; pictures need a browser, recipes an export. */
const isNew = (command: string): boolean =>
  command.startsWith('npx cuentas ') &&
  !/ (doctor|analyze|export charts|import salesforce|import hubspot|check$)\b/.test(command);

test.each(['notebook', 'import', 'export'])(
  'the commands of %s run, in their order',
  async page => {
    const folder = await folderWith(before[page] ?? soundWorkspace);
    const commands = commandsOf(english(page)).filter(isNew);
    expect(commands).not.toEqual([]);
    for (const command of commands) {
      const args = wordsOf(command).slice(2);
      const { code, stdout, stderr } = await cuentas([...args, ...lighter(args)], folder);
      expect({ command, code, stderr: code === 0 ? '' : stderr }).toEqual({ command, code: 0, stderr: '' });
      expect(stdout).not.toBe('');
    }
    if (page === 'notebook' || page === 'import') expect((await cuentas(['check'], folder)).code).toBe(0);
  },
  240_000,
);

test('the notebooks and charts that the guide shows are sound', async () => {
  const notebooks = [english('notebook'), spanish('cuaderno')].map(
    text => blocksOf(text, 'markdown')[0] ?? '',
  );
  const cells = [english('charts'), spanish('graficos')].map(text => blocksOf(text, 'markdown').join('\n'));
  const folder = await folderWith(soundWorkspace);
  await mkdir(join(folder, 'reports'));
  for (const [index, text] of notebooks.entries()) {
    expect(text).toMatch(/^---\n/);
    const path = join(folder, `reports/shown-${index}.md`);
    await writeFile(path, text);
    await appendFile(path, `\n${cells[index]}`);
  }
  const { stdout } = await cuentas(['check', '--json'], folder);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; span: { file: string } }[] };
  expect(diagnostics.filter(({ span }) => span.file.startsWith('reports/'))).toEqual([]);
}, 60_000);

test('every piece of YAML in the guide can be read', () => {
  const blocks = pages
    .flatMap(([page, pagina]) => [english(page), spanish(pagina)])
    .flatMap(text => blocksOf(text, 'yaml'));
  expect(blocks.length).toBeGreaterThan(8);
  for (const block of blocks)
    expect(
      parseAllDocuments(block).flatMap(document => ('errors' in document ? document.errors : [])),
    ).toEqual([]);
  expect(parse(blocksOf(english('languages'), 'yaml')[0] ?? '')).toEqual({ locales: ['es-ES', 'en-GB'] });
});

test('texts of a workspace, as the page on languages shows them, are taken in', async () => {
  const textsOf = (page: string): string =>
    blocksOf(page, 'yaml').find(block => block.includes('own:')) ?? '';
  const folder = await folderWith({
    ...soundWorkspace,
    'templates/locales/en.yaml': textsOf(english('languages')),
    'templates/locales/es.yaml': textsOf(spanish('idiomas')),
    'reports/notes.md':
      '---\ntitle: Notes\n---\n\n```section one\nname: One\nheadline: One\n```\n\n{{t "own.confidential" company="Acme"}}\n',
  });
  const { code, stdout } = await cuentas(['build', 'notes', '--format', 'html'], folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('2 written') });
  const built = (tag: string) => readFile(join(folder, `reports/2026-Q3/notes.${tag}.html`), 'utf8');
  expect(await built('en')).toContain('For Acme only');
  expect(await built('es')).toContain('Solo para Acme');
});
