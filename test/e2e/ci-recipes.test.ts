import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { packageRoot } from '../../src/platform/package-root.ts';
import { folderWith } from './command-line.ts';
import { commandsOf, wordsOf } from './document-commands.ts';
import { objectionTo } from './understood.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

/** The YAML, which must be without fault. */
const yamlOf = (path: string): unknown => {
  const document = parseDocument(read(path));
  expect(document.errors).toEqual([]);
  return document.toJS();
};

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly 'runs-on': string;
        readonly needs?: string;
        readonly permissions?: object;
        readonly steps: readonly Step[];
      }
    >
  >;
}
interface Pipeline {
  readonly stages: readonly string[];
  readonly [job: string]: unknown;
}
interface Job {
  readonly stage: string;
  readonly script: readonly string[];
}

const github = yamlOf('docs/guide/ci/github.yml') as Workflow;
const gitlab = yamlOf('docs/guide/ci/gitlab.yml') as Pipeline;
const gitlabJobs = Object.entries(gitlab)
  .filter(([name]) => !['stages', 'default'].includes(name))
  .map(([name, job]) => [name, job as Job] as const);

const steps = Object.values(github.jobs).flatMap(job => job.steps);
const scripts = [
  ...steps.flatMap(({ run }) => run ?? []),
  ...gitlabJobs.flatMap(([, { script }]) => script),
].flatMap(text => text.split('\n'));

test('the workflow of GitHub has the form that Actions take, and no more rights than it needs', () => {
  expect(Object.keys(github.on).sort()).toEqual(['push', 'schedule']);
  expect(github.permissions).toEqual({ contents: 'read' });
  const names = Object.keys(github.jobs);
  for (const { 'runs-on': machine, needs } of Object.values(github.jobs)) {
    expect(machine).toBe('ubuntu-latest');
    if (needs !== undefined) expect(names).toContain(needs);
  }
  expect(names.filter(name => github.jobs[name]?.permissions !== undefined)).toEqual(['build']);
  for (const step of steps) expect([step.uses, step.run].filter(Boolean)).toHaveLength(1);
  for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
});

test('the pipeline of GitLab has jobs whose stages exist', () => {
  expect(gitlabJobs.map(([name]) => name)).toEqual(['check', 'build', 'audit']);
  for (const [, { stage, script }] of gitlabJobs) {
    expect(gitlab.stages).toContain(stage);
    expect(script.every(line => typeof line === 'string')).toBe(true);
  }
});

test('both check with the reporter of their own, build, and look for holes', () => {
  const said = scripts.join('\n');
  for (const command of ['check --reporter github', 'check --reporter gitlab', 'npm audit --omit=dev'])
    expect(said).toContain(command);
  expect(said.match(/npx cuentas build$/gm)).toHaveLength(2);
  expect(said.match(/npm ci --ignore-scripts/g)).toHaveLength(4);
});

const ofRecipes = scripts.flatMap(line => line.match(/npx cuentas [^>|;&}]*/g) ?? []);
/** The same of the recipes for several machines, with the numbers that the CI fills in. */
const ofShards = ['github-shards', 'gitlab-shards'].flatMap(name => {
  yamlOf(`docs/guide/ci/${name}.yml`);
  const text = read(`docs/guide/ci/${name}.yml`)
    .replaceAll(/\$\{\{ matrix.shard \}\}\/4/g, '2/4')
    .replaceAll('$CI_NODE_INDEX/$CI_NODE_TOTAL', '2/4');
  return text.match(/npx cuentas [^>|;&}\n]*/g) ?? [];
});
const ofGuide = [
  'first-review',
  'notebook',
  'charts',
  'languages',
  'import',
  'export',
  'ci',
  'troubleshooting',
]
  .flatMap(page => commandsOf(read(`docs/guide/${page}.md`)))
  .filter(command => command.startsWith('npx cuentas '));

test.each([...new Set([...ofRecipes, ...ofShards, ...ofGuide].map(command => command.trim()))])(
  'the command line takes: %s',
  async command => {
    expect(await objectionTo(wordsOf(command).slice(2))).toBeUndefined();
  },
);

test('several machines build a part each, and one makes a build of the parts', () => {
  expect(ofShards.filter(command => command.includes('--shard 2/4'))).toHaveLength(2);
  expect(ofShards.filter(command => /--merge parts\//.test(command))).toHaveLength(2);
});

test('what does not exist is not taken', async () => {
  expect(await objectionTo(['check', '--reporter', 'teamcity'])).toMatch(/Allowed choices/);
  expect(await objectionTo(['chek'])).toBeDefined();
});

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const hasGit = (() => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

test.runIf(hasGit)('the documents are committed by a bot when they changed, and only then', async () => {
  const script = steps.find(({ name }) => name === 'Commit what changed')?.run ?? '';
  const folder = await folderWith({ keep: '' });
  const [server, work] = [join(folder, 'server.git'), join(folder, 'work')];
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', server);
  git(folder, 'init', '--quiet', '--initial-branch=main', work);
  git(work, 'remote', 'add', 'origin', server);
  await mkdir(join(work, 'reports'));
  const commit = (): string =>
    execFileSync('bash', ['-e', '-c', script], {
      cwd: work,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  await writeFile(join(work, 'reports/review.html'), 'one');
  commit();
  expect(git(server, 'log', '--format=%an %s', 'main').trim()).toBe(
    'github-actions[bot] Build the reviews [skip ci]',
  );
  expect(commit()).toContain('Nothing changed.');
  await writeFile(join(work, 'reports/review.html'), 'two');
  commit();
  expect(git(server, 'log', '--format=%s', 'main').trim().split('\n')).toHaveLength(2);
});
