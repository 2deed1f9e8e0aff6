import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { soundWorkspace, writeFiles } from '../e2e/command-line.ts';
import { filesBelow, type Place, placeOf, runCompiled } from './machine.ts';

/** One of two that the input of a run has in turn. */
export type State = 'a' | 'b';

/** A run that is disturbed: what it is, where it writes, and what it reads. */
export interface Disturbed {
  readonly place: Place;
  readonly args: readonly string[];
  /** Folder; what is written there. */
  readonly written: string;
  /** Gives the input one of its states. */
  readonly set: (state: State) => Promise<void>;
}

/** The files that each state comes to where nobody disturbs. */
export type Whole = Readonly<Record<State, ReadonlyMap<string, string>>>;

/** What a run complains of, beside its progress and how it prints. */
export const problemsIn = (stderr: string): readonly string[] =>
  stderr
    .split('\n')
    .filter(line => line !== '' && !/^ *\d+\/\d+ |^The browser prints without its sandbox/.test(line));

/** @returns the files of a state, and how many milliseconds they took */
export const undisturbed = async (run: Disturbed, state: State) => {
  await run.set(state);
  const { code, stderr, milliseconds } = await runCompiled(run.place, run.args);
  expect([code, problemsIn(stderr)]).toEqual([0, []]);
  return { files: await filesBelow(run.written), milliseconds };
};

export const wholeOf = async (run: Disturbed): Promise<Whole> => ({
  a: (await undisturbed(run, 'a')).files,
  b: (await undisturbed(run, 'b')).files,
});

/** Each file that is there is one of the two, whole. @param isExempt of temporary files, where nobody could remove them */
export const expectWholeFiles = async (
  { written }: Disturbed,
  whole: Whole,
  isExempt: (path: string) => boolean = () => false,
): Promise<void> => {
  if (!existsSync(written)) return;
  for (const [path, content] of await filesBelow(written))
    if (!isExempt(path)) expect([whole.a.get(path), whole.b.get(path)], path).toContain(content);
};

/** Once nothing disturbs any more, a run mends what an earlier one left. */
export const expectMended = async ({ place, args, written }: Disturbed, whole: Whole, state: State) => {
  const { code, stderr } = await runCompiled(place, args);
  expect([code, problemsIn(stderr)]).toEqual([0, []]);
  expect(await filesBelow(written)).toEqual(whole[state]);
};

/** Documents that a build writes in a second. */
export const fewDocuments = [
  '--format',
  'html',
  '--locale',
  'es',
  'board-summary',
  'account-plan/*',
  'index',
] as const;

const account = 'data/accounts/uno.yaml';
const keyAccount = `${soundWorkspace[account]}key: [{ from: 2026-Q1 }]\n`;

/**
 * A build from data of which one number changes.
 * @param out folder to write into; that of the workspace where none is given
 */
export const smallBuild = async (wanted: readonly string[], out?: string): Promise<Disturbed> => {
  const place = await placeOf({ ...soundWorkspace, [account]: keyAccount });
  return {
    place,
    args: ['build', ...wanted, ...(out === undefined ? [] : ['--out', out])],
    written: out ?? join(place.folder, 'reports'),
    set: state =>
      writeFile(join(place.folder, account), keyAccount.replace('500.25', state === 'a' ? '510' : '520')),
  };
};

export const writtenByHand = 'data/accounts/k-1.yaml';

/**
 * An import of many accounts, one of which somebody has worked on by hand.
 * @param workspace folder to import into; one of its own where none is given
 */
export const smallImport = async (workspace?: string): Promise<Disturbed> => {
  const table = (factor: number): string =>
    [
      'id,name,quarter,revenue',
      ...Array.from({ length: 60 }, (_, id) => `k-${id},Kunde ${id},2026-Q3,${(id + 1) * factor}`),
    ].join('\n');
  const place = await placeOf({ 'import.sql': importSql, 'source/sales.csv': table(10) });
  const root = workspace ?? join(place.folder, 'workspace');
  await writeFiles(root, {
    'data/workspace.yaml': soundWorkspace['data/workspace.yaml'] ?? '',
    [writtenByHand]: 'name: Kunde 1\n# written by hand\nindustry: Steel\n',
  });
  return {
    place,
    args: ['import', 'import.sql', '--data', 'source', '--root', root],
    written: join(root, 'data'),
    set: state => writeFile(join(place.folder, 'source/sales.csv'), table(state === 'a' ? 11 : 12)),
  };
};

const importSql = `-- into: accounts
SELECT id, name FROM csv_rows('sales.csv');
-- into: accounts.history
SELECT id AS account, quarter AS period, revenue FROM csv_rows('sales.csv');
`;
