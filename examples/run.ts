import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes the workspace of an example from real data and builds its documents, with the command line that a user has:
 *
 *     tsx examples/run.ts crm [data folder]
 *
 * The workspace is made anew in `.examples/<name>/`; the data stay where they are.
 */
const repository = fileURLToPath(new URL('../', import.meta.url));

const cuentas = (...args: readonly string[]): void => {
  const program = [join(repository, 'node_modules/tsx/dist/cli.mjs'), join(repository, 'src/cli/main.ts')];
  const { status } = spawnSync(process.execPath, [...program, ...args], {
    cwd: repository,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 2);
};

const run = (name: string | undefined, dataFolder: string | undefined): void => {
  const example = `examples/${name}`;
  if (name === undefined || !existsSync(join(repository, example, 'import.sql'))) {
    console.error('Usage: tsx examples/run.ts crm|northwind [data folder]');
    process.exit(1);
  }
  const data = resolve(dataFolder ?? join(repository, '..', 'shared', 'data', name));
  if (!existsSync(data)) {
    console.error(
      `The data of this example are not here: ${data}. Name their folder as the second argument.`,
    );
    process.exit(1);
  }
  const root = `.examples/${name}`;
  for (const folder of ['data', 'reports'])
    rmSync(join(repository, root, folder), { recursive: true, force: true });
  mkdirSync(join(repository, root), { recursive: true });
  cpSync(join(repository, example, 'data'), join(repository, root, 'data'), { recursive: true });
  cuentas('import', `${example}/import.sql`, '--data', data, '--root', root);
  cuentas('check', '--root', root);
  cuentas('build', '--root', root);
};

run(process.argv[2], process.argv[3]);
