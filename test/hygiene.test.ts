import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/platform/package-root.ts';

/** What git keeps; undefined outside a checkout, and where git is not installed. */
const listCommitted = (): readonly string[] | undefined => {
  if (!existsSync(join(packageRoot, '.git'))) return undefined;
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: packageRoot, encoding: 'utf8' });
  return status === 0 ? stdout.split('\0').filter(Boolean) : undefined;
};
const committed = listCommitted();
if (committed === undefined)
  console.warn('Skipped: what is committed is known only to git, which is not at hand.');
const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

test.runIf(committed !== undefined)(
  'nothing that is committed names a registry host or a folder of one machine',
  () => {
    const binary = /\.(pdf|png|jpe?g|woff2?|ttf|parquet)$/;
    const places = /registry\.(npmjs|yarnpkg)|(^|[\s"'`(=:])\/(work|root|home)\/\w/m;
    expect(places.test(`see ${['', 'root', 'file'].join('/')}`)).toBe(true);
    const found = (committed ?? [])
      .filter(path => !binary.test(path) && existsSync(join(packageRoot, path)))
      .filter(path => places.test(read(path)));
    expect(found).toEqual([]);
  },
);

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test('the lock file knows the packages of every platform, so that npm ci takes it from any registry', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockEntry> };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      name => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing, 'run "npm run complete-lock"').toEqual([]);
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('installing downloads nothing but packages: no install script runs, no browser is fetched', () => {
  const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>;
  };
  const scripted = Object.entries(packages)
    .filter(([path, entry]) => path !== '' && entry.hasInstallScript === true && entry.optional !== true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(scripted.sort()).toEqual(Object.keys(allowScripts).sort());
  expect(Object.values(allowScripts).every(allowed => !allowed)).toBe(true);
  expect(read('.puppeteerrc.cjs')).toContain('skipDownload: true');
});

test('what is packed for others is the command, what it reads and the guide to it, not the work on it', () => {
  const { status, stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  const needed = [
    'bin/cuentas.js',
    'dist/cli/main.js',
    'templates/locales/es.yaml',
    'reports/strategic-review.md',
    'docs/guide/first-review.md',
    'docs/data.md',
  ];
  expect(needed.filter(path => !paths.includes(path))).toEqual([]);
  expect(
    paths.filter(path => /^(src|test|data|docs\/(decisions|pictures)|bench|reports\/\d)/.test(path)),
  ).toEqual([]);
});
