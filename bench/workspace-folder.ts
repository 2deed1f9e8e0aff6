/**
 * Writes a workspace to a folder: the files of the example, and copies of its key accounts, each with a plan of its own,
 * until there are as many plans as asked for; then copies of all others, until there are as many accounts.
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const accountsFolder = 'data/accounts';

/** The files of the accounts of the example: those with a plan, and the others. */
const exampleAccounts = async () => {
  const names = (await readdir(accountsFolder)).filter(name => name.endsWith('.yaml')).sort();
  const files = await Promise.all(
    names.map(async name => ({
      id: basename(name, '.yaml'),
      text: await readFile(join(accountsFolder, name), 'utf8'),
    })),
  );
  const hasPlan = ({ text }: { readonly text: string }): boolean => /^key:/m.test(text);
  return { key: files.filter(hasPlan), others: files.filter(file => !hasPlan(file)) };
};

/** @param accounts how many in all; with none more than the plans ask for where fewer */
export const writeWorkspace = async (folder: string, plans: number, accounts = 0): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await cp('data', join(folder, 'data'), { recursive: true });
  const { key, others } = await exampleAccounts();
  const copies = [
    ...Array.from({ length: Math.max(0, plans - key.length) }, (_, index) => [key, index] as const),
    ...Array.from(
      { length: Math.max(0, accounts - Math.max(plans, key.length) - others.length) },
      (_, index) => [others, index] as const,
    ),
  ];
  for (const [from, index] of copies) {
    const { id, text } = from[index % from.length] ?? { id: '', text: '' };
    // Each with a name of its own: what is alike in two documents must not be drawn once for both.
    const number = index + 1;
    const named = text
      .replace(/^name: (.*)$/m, (_, name: string) => `name: ${name.replace(/(["']?)$/, ` ${number}$1`)}`)
      .replace(
        /^shortName: (.*)$/m,
        (_, name: string) => `shortName: ${name.replace(/(["']?)$/, ` ${number}$1`)}`,
      )
      .replace(
        /^(\s+revenue: )(\d+)/gm,
        (_, before: string, amount: string) => `${before}${Number(amount) + number}`,
      );
    await writeFile(join(folder, accountsFolder, `${id}-${number}.yaml`), named);
  }
};
