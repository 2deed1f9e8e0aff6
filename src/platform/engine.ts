import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackageManifest, packageRoot } from './package-root.ts';

/** What runs: dist/ of an installed package, src/ in development. */
const codeFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * A hash over everything that is the same for all workspaces and may change a document: the code that runs, the templates, texts and
 * notebooks that come with it, the packages as they are installed, and Node with its tables of languages. Not the version alone:
 * whoever works on the product changes it without a new one.
 * @param root of the package
 * @param code what runs, in it
 */
export const engineFingerprint = async (root = packageRoot, code = codeFolder): Promise<string> => {
  const hash = createHash('sha256');
  const { node, v8, icu, unicode, cldr, tz } = process.versions;
  hash.update(JSON.stringify([node, v8, icu, unicode, cldr, tz, process.platform, process.arch]));
  const files = [
    join(root, 'package.json'),
    ...(await filesBelow(code)),
    ...(await filesBelow(join(root, 'templates'))),
    ...(await filesBelow(join(root, 'reports'), false)).filter(path => path.endsWith('.md')),
  ];
  const contents = await Promise.all(files.map(path => readFile(path)));
  for (const [index, path] of files.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`\0${relative(root, path).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  for (const text of await installed(root)) hash.update(`\0${text}`);
  return hash.digest('hex');
};

const filesBelow = async (folder: string, recursive = true): Promise<readonly string[]> =>
  (await readdir(folder, { recursive, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();

/** What the packages that we name say of themselves, and what npm says that it installed for them, down to the last one. */
const installed = async (root: string): Promise<readonly string[]> => {
  const from = createRequire(join(root, 'package.json'));
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as PackageManifest;
  const folders = from.resolve.paths('a-package') ?? [];
  const found = Object.keys(dependencies)
    .sort()
    .map(name => folders.map(folder => join(folder, name, 'package.json')).find(path => existsSync(path)));
  const locks = folders.map(folder => join(folder, '.package-lock.json')).filter(path => existsSync(path));
  const files = [...found.filter(path => path !== undefined), ...locks.slice(0, 1)];
  return Promise.all(files.map(path => readFile(path, 'utf8')));
};
