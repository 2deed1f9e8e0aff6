import { readFileSync } from 'node:fs';
import { createFiles } from '../src/platform/files.ts';
import { packageRoot } from '../src/platform/package-root.ts';

export interface SourceFile {
  /** Path below the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** All TypeScript files below some folders of the repository. */
export const sourceFiles = async (...folders: readonly string[]): Promise<readonly SourceFile[]> => {
  const files = createFiles(packageRoot);
  const paths = (await Promise.all(folders.map(folder => files.list(folder)))).flat();
  return paths
    .filter(path => path.endsWith('.ts'))
    .map(path => ({ path, text: readFileSync(`${packageRoot}/${path}`, 'utf8') }));
};

/** The code alone: without comments, and with the content of quoted strings taken out. */
export const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/(^|[^:])\/\/.*$/gm, '$1');

/** What a file imports: the names between quotes, of static and late imports. */
export const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|(?:^|\n)import '([^']+)'/g,
    ),
  ].flatMap(([, from, late, bare]) => from ?? late ?? bare ?? []);
