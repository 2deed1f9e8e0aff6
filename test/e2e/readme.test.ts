import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createFiles } from '../../src/platform/files.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { cuentas, folderWith } from './command-line.ts';
import { commandsOf, wordsOf } from './document-commands.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');
const readme = read('README.md');
const documents = [
  'README.md',
  'README.es.md',
  ...(await createFiles(packageRoot).list('docs')).filter(path => path.endsWith('.md')),
];

const shellCommands = [...commandsOf(readme)];
const commands = shellCommands.filter(command => command.startsWith('npx cuentas '));

test('the README shows commands of two kinds only: npm and cuentas', () => {
  expect(commands.length).toBeGreaterThan(4);
  expect(shellCommands.filter(command => !/^(npm|npx cuentas) /.test(command))).toEqual([]);
});

test('every npm script that the documents name exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = documents.flatMap(path =>
    [...read(path).matchAll(/\bnpm (?:run ([a-z][a-z:-]*)|(test)\b)/g)].map(
      ([, run, test]) => run ?? test ?? '',
    ),
  );
  expect([...new Set(named)].filter(name => !(name in scripts))).toEqual([]);
  expect(named).toContain('verify');
});

test('the Spanish README shows no command that the English one does not, and the two know of each other', () => {
  const spanish = read('README.es.md');
  expect(commandsOf(spanish).filter(command => !shellCommands.includes(command))).toEqual([]);
  expect(spanish).toContain('(README.md)');
  expect(readme).toContain('(README.es.md)');
});

test.each(commands)(
  '%s',
  async command => {
    const args = wordsOf(command).slice(2);
    const out = args[0] === 'build' ? ['--out', await folderWith({ keep: '' })] : [];
    const { code, stdout, stderr } = await cuentas([...args, ...out]);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toBe('');
  },
  120_000,
);

test('no document has a broken link', () => {
  const broken = documents.flatMap(path =>
    [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter(target => !existsSync(join(packageRoot, dirname(path), target)))
      .map(target => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});
