import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageManifest, packageRoot } from './package-root.ts';

/** What runs: dist/ of an installed package, src/ in development. */
const codeFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * A hash over everything that is the same for all workspaces and may change a document: the code that runs, the templates, texts and
 * notebooks that come with it, the packages as they are installed, and Node with its tables of languages. Not the version alone:
 * whoever works on the product changes it without a new one.
 */
export const engineFingerprint = async (): Promise<string> => {
  const hash = createHash('sha256');
  const { node, v8, icu, unicode, cldr, tz } = process.versions;
  hash.update(JSON.stringify([node, v8, icu, unicode, cldr, tz, process.platform, process.arch]));
  const files = [
    join(packageRoot, 'package.json'),
    ...(await filesBelow(codeFolder)),
    ...(await filesBelow(join(packageRoot, 'templates'))),
    ...(await filesBelow(join(packageRoot, 'reports'), false)).filter(path => path.endsWith('.md')),
  ];
  const contents = await Promise.all(files.map(path => readFile(path)));
  for (const [index, path] of files.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`\0${relative(packageRoot, path).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  for (const text of await installed()) hash.update(`\0${text}`);
  return hash.digest('hex');
};

const filesBelow = async (folder: string, recursive = true): Promise<readonly string[]> =>
  (await readdir(folder, { recursive, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();

/** What npm says that it installed, down to packages of packages; else what the packages that we name say of themselves. */
const installed = async (): Promise<readonly string[]> => {
  const names = Object.keys(packageManifest().dependencies).sort();
  const own = await Promise.all(names.map(name => readFile(packageFile(name), 'utf8').catch(() => name)));
  const folder = nodeModulesOf(packageFile('yaml'));
  const lock = await readFile(join(folder, '.package-lock.json'), 'utf8').catch(() => '');
  return [...own, lock];
};

const packageFile = (name: string): string => {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return places.map(place => join(place, name, 'package.json')).find(path => existsSync(path)) ?? '';
};

const nodeModulesOf = (path: string): string =>
  path.slice(0, path.lastIndexOf('node_modules') + 'node_modules'.length);
