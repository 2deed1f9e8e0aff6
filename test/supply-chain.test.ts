import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/platform/package-root.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Manifest;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly optional?: boolean;
}
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };

test('every dependency has its reason among the decisions', () => {
  const decisions = readdirSync(join(packageRoot, 'docs/decisions'))
    .map(name => read(`docs/decisions/${name}`))
    .join('\n');
  const wanted = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter(
    name => !name.startsWith('@types/'),
  );
  expect(wanted.filter(name => !decisions.includes(`\`${name}\``))).toEqual([]);
});

test('every version is exact', () => {
  const all = Object.entries({ ...dependencies, ...devDependencies });
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

// What is optional for another system may come from a registry that does not serve it here: see decision 11.
test('every package of the lock file that everyone installs is pinned by a hash', () => {
  const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true);
  expect(installed.length).toBeGreaterThan(100);
  const loose = installed.filter(
    ([, { integrity, inBundle, optional }]) =>
      optional !== true && inBundle !== true && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});
