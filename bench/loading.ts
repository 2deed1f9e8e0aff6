/**
 * What it costs to read a workspace of many accounts from its YAML files: parsing, validating and cross-checking. The files are
 * those of the example, its accounts as often as needed, held in memory: what a disk takes is not measured.
 *
 *     npm run bench                            100, 1,000 and 5,000 accounts
 *     node bench/compiled/bench/loading.js 500 one size, after the compilation that npm run bench begins with
 *     … 500 --parser                           the YAML parser alone on the same files
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { compareIds } from '../src/model/order.ts';
import { loadWorkspace } from '../src/workspace/load.ts';
import { measured } from './cost.ts';

const example = (readdirSync('data', { recursive: true }) as string[])
  .filter(path => /\.(yaml|csv|svg)$/.test(path))
  .map(path => ({ path: `data/${path}`, text: readFileSync(`data/${path}`, 'utf8') }));
const isAccount = ({ path }: { readonly path: string }): boolean => path.startsWith('data/accounts/');
const exampleAccounts = example.filter(isAccount);

/** All files of the example, and copies of its accounts until there are as many as asked for. */
const filesOf = (accounts: number): ReadonlyMap<string, string> => {
  const files = new Map(example.map(({ path, text }) => [path, text]));
  for (let index = exampleAccounts.length; index < accounts; index += 1) {
    const { path, text } = exampleAccounts[index % exampleAccounts.length] ?? { path: '', text: '' };
    files.set(`data/accounts/${basename(path, '.yaml')}-${index}.yaml`, text);
  }
  return files;
};

const count = Math.max(exampleAccounts.length, Number(process.argv[2] ?? 100));
const files = filesOf(count);

const parseAlone = (): void => {
  for (const [path, text] of files)
    if (path.endsWith('.yaml')) parseDocument(text, { lineCounter: new LineCounter() }).toJS();
};

const load = async (): Promise<void> => {
  const { value, diagnostics } = await loadWorkspace({
    read: async path => files.get(path),
    readBytes: async path => readFileSync(path),
    list: async folder => [...files.keys()].filter(path => path.startsWith(`${folder}/`)).sort(compareIds),
  });
  if (value?.accounts.length !== count)
    throw new Error(
      `Not loaded: ${JSON.stringify(diagnostics.find(({ severity }) => severity === 'error'))}`,
    );
};

const { cost } = await measured(process.argv.includes('--parser') ? parseAlone : load);
const megabytes = [...files.values()].reduce((total, text) => total + text.length, 0) / 1e6;
console.log(JSON.stringify({ accounts: count, megabytes, ...cost }));
