import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.ts';
import { cuentasIn, type Run, type Surroundings } from './command-line.ts';

/** Documents of the example that have all there is: cover, contents, charts, tables, links to other documents. */
const documents = ['strategic-review', 'programme-review', 'account-plan/hidrogestion-cabriel', 'index'];

/** Builds these documents of the example workspace, in both languages, into a folder. */
export const buildExample = (out: string, jobs: number, surroundings: Surroundings = {}): Promise<Run> =>
  cuentasIn(surroundings, [
    'build',
    ...documents,
    '--root',
    packageRoot,
    '--out',
    out,
    '--jobs',
    String(jobs),
  ]);

export interface BuiltFile {
  /** Below the folder of the period, like account-plan/hidrogestion-cabriel.es-ES.pdf */
  readonly name: string;
  readonly path: string;
  readonly content: Buffer;
  readonly language: 'es' | 'en';
}

/** What a build wrote, by name. */
export const builtFiles = async (out: string): Promise<readonly BuiltFile[]> => {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async path => ({
      name: path.slice(out.length + 1).replace(/^[^/]*\//, ''),
      path,
      content: await readFile(path),
      language: /\.es-ES\.\w+$/.test(path) ? ('es' as const) : ('en' as const),
    })),
  );
};

/** The first document of each kind in a language. */
export const firstOfEachKind = (files: readonly BuiltFile[], language: 'es' | 'en'): readonly BuiltFile[] => {
  const kindOf = ({ name }: BuiltFile): string => name.split(/[./]/)[0] ?? '';
  const own = files.filter(file => file.language === language);
  return own.filter((file, index) => own.findIndex(other => kindOf(other) === kindOf(file)) === index);
};
