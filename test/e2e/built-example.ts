import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { packageRoot } from '../../src/platform/package-root.ts';
import { cuentasIn, type Run, type Surroundings } from './command-line.ts';

/**
 * Builds documents of the example in both languages into a folder; all of them where none is named. One of the quarter
 * before is built first, so that the index has an archive.
 */
export const buildExample = async (
  out: string,
  documents: readonly string[],
  jobs: number,
  surroundings: Surroundings = {},
): Promise<Run> => {
  const into = ['--root', packageRoot, '--out', out, '--jobs', String(jobs), '--no-cache'];
  const earlier = ['board-summary', '--period', '2026-Q2', '--locale', 'es-ES', '--format', 'html'];
  const first = await cuentasIn(surroundings, ['build', ...earlier, ...into]);
  return first.code === 0 ? cuentasIn(surroundings, ['build', ...documents, ...into]) : first;
};

/**
 * The folder with the whole example, HTML and PDF in both languages. The first file of tests that asks for it builds it,
 * and the others of the same run wait: nobody may change it.
 */
export const exampleFolder = async (): Promise<string> => {
  const shared = inject('sharedFolder');
  const [out, report] = [join(shared, 'example'), join(shared, 'example.json')];
  if (await isFirst(join(shared, 'example.begun'))) {
    const run = await buildExample(out, [], 2, { folder: shared });
    await writeFile(`${report}.part`, JSON.stringify(run));
    await rename(`${report}.part`, report);
  }
  const { code, stderr } = JSON.parse(await whenThere(report)) as Run;
  if (code !== 0) throw new Error(`The example could not be built:\n${stderr}`);
  return out;
};

const isFirst = async (mark: string): Promise<boolean> => {
  try {
    await writeFile(mark, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

const whenThere = async (path: string): Promise<string> => {
  for (;;) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    await setTimeout(200);
  }
};

/** The files of the example, those of the quarter under review. */
export const exampleFiles = async (): Promise<readonly BuiltFile[]> => {
  const files = await builtFiles(await exampleFolder());
  return files.filter(({ path }) => !path.includes('2026-Q2'));
};

export interface BuiltFile {
  /** Below the folder of the period, like account-plan/hidrogestion-cabriel.es-ES.pdf */
  readonly name: string;
  readonly path: string;
  readonly content: Buffer;
  readonly language: 'es' | 'en';
}

/** The documents that a build wrote, by name. */
export const builtFiles = async (out: string): Promise<readonly BuiltFile[]> => {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(({ name }) => /\.(html|pdf)$/.test(name))
    .map(entry => join(entry.parentPath, entry.name));
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
