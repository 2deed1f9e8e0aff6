import { Command, InvalidArgumentError } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CommandEntry, commands } from '../../../src/cli/commands.ts';
import { InvalidInput } from '../../../src/cli/invalid-input.ts';
import { run } from '../../../src/cli/run.ts';

const soundFolder = 'test/cases/workspace-minimal/input';

let stdout: string;
let stderr: string;

beforeEach(() => {
  stdout = '';
  stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    stdout += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    stderr += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('the help lists every command', async () => {
  expect(await run(['--help'])).toBe(0);
  const help = stdout.replaceAll(/\s+/g, ' ');
  for (const { name, summary } of commands) {
    expect(help).toContain(` ${name} [options]`);
    expect(help).toContain(summary);
  }
  expect(help).toContain('Examples:');
});

test.each([[], ...commands.map(({ name }) => [name]), ['new', 'account'], ['new', 'report']])(
  'the help of %s %s fits in 80 columns and has examples',
  async (...names) => {
    expect(await run([...names, '--help'])).toBe(0);
    expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([]);
    expect(stdout).toContain('Examples:');
  },
);

test.each(commands.map(({ name }) => name))('the help of %s has examples', async name => {
  expect(await run([name, '--help'])).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toContain(`Usage: cuentas ${name}`);
  expect(stdout).toContain(`$ cuentas ${name}`);
  const direct = stdout;
  stdout = '';
  expect(await run(['help', name])).toBe(0);
  expect(stdout).toBe(direct);
});

test.each([
  [['chekc'], 'Did you mean check?'],
  [['check', '--rot', 'x'], 'Did you mean --root?'],
  [['analyze', '--period', '2026'], 'A quarter is written like 2026-Q3.'],
  [['analyze', '--list', '--json'], "'--list' cannot be used with option '--json'"],
  [['build', '--format', 'docx'], 'Known formats are html and pdf.'],
  [['build', '--jobs', '0'], 'A number from 1 to 99'],
  [['build', '--only', 'a,,b'], 'One of the names is empty.'],
  [['explain'], "missing required argument 'figure'"],
  [['help', 'biuld'], 'There is no command "biuld".\n  Did you mean build?'],
  [['check', '--period', '2027-Q1'], 'Leave --period away, or add --fresh.'],
  [['check', '--out', 'x'], 'Leave --out away, or add --fresh.'],
  [['new', 'report', 'Mi_Informe', '--root', soundFolder], 'like mi-informe'],
  [['init', 'new', '--company', 'X', '--account', 'A=1.234'], '"1.234" is not an amount'],
])('%j is told to be wrong, and what would be right', async (args, answer) => {
  expect(await run(args)).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(answer);
});

const failing = (error: unknown): CommandEntry => ({
  name: 'fail',
  summary: 'Fail',
  load: async () =>
    new Command('fail').action(() => {
      throw error;
    }),
});

test('an unforeseen exception is a bug: exit code 2, a plea to report it, the stack only with --debug', async () => {
  const entries = [failing(new Error('it broke'))];
  expect(await run(['fail'], entries)).toBe(2);
  expect(stderr).toContain('bug: it broke');
  expect(stderr).toContain('Please report it');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(await run(['fail', '--debug'], entries)).toBe(2);
  expect(stderr).toMatch(/^\s+at .*usage\.test\.ts/m);
});

test('what a parser of ours says against a value that a command looks at itself is told, as of any option', async () => {
  expect(await run(['fail'], [failing(new InvalidArgumentError('Write 5.'))])).toBe(1);
  expect(stderr).toBe('error: Write 5.\n');
});

test('what the user got wrong ends with 1 and says how to mend it', async () => {
  expect(await run(['fail'], [failing(new InvalidInput('No such thing.', ['Try another.']))])).toBe(1);
  expect(stderr).toBe('error: No such thing.\n  Try another.\n');
});
