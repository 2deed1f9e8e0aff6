import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFresh, type FreshOptions } from '../../src/cli/check-fresh.ts';
import { ignoredByGit } from '../../src/platform/git.ts';
import { packageManifest } from '../../src/platform/package-root.ts';
import { cuentas, folderWith, soundWorkspace } from './command-line.ts';
import { buildHere, type Contents, memoryEffects } from './memory-build.ts';

const product = packageManifest().version;
const pages = { only: ['index', 'board-summary'], formats: ['html'], product } as const;

/** A workspace with what was built of it, on disk. */
const folderOf = async (contents: Contents): Promise<string> => {
  const folder = await folderWith({});
  for (const [path, content] of contents) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
};

const codes = async (contents: Contents, more: Partial<FreshOptions> = {}): Promise<readonly string[]> => {
  const { diagnostics } = await checkFresh(await folderOf(contents), { jobs: 1, ...more });
  return diagnostics.map(({ code }) => code);
};

describe('a build leaves a manifest', () => {
  const built: Contents = new Map(Object.entries(soundWorkspace));
  const changed = (...changes: readonly (readonly [string, string])[]): Contents =>
    new Map([...built, ...changes]);
  const file = (name: string): string => `reports/2026-Q3/${name}`;
  const text = (contents: Contents, path: string): string => String(contents.get(path));

  test('by which the check finds everything fresh, and proves the bytes', async () => {
    expect(await codes(built)).toEqual(['fresh/no-manifest']);
    await buildHere(memoryEffects(built), pages);
    expect(await codes(built, { rebuild: true })).toEqual([]);
  });

  test('that is the same when nothing changed, and where documents were built one by one', async () => {
    const again = changed();
    await buildHere(memoryEffects(again), pages);
    expect(text(again, file('manifest.json'))).toBe(text(built, file('manifest.json')));
    const parts: Contents = new Map(Object.entries(soundWorkspace));
    for (const only of pages.only) await buildHere(memoryEffects(parts), { ...pages, only: [only] });
    expect(text(parts, file('manifest.json'))).toBe(text(built, file('manifest.json')));
  });

  test('by which it tells what is stale, changed, missing, left over, or unreadable', async () => {
    const account = text(built, 'data/accounts/uno.yaml');
    const edited = changed(['data/accounts/uno.yaml', account.replace('500.25', '900')]);
    expect(await codes(edited)).toEqual(['fresh/stale']);
    await buildHere(memoryEffects(edited), { ...pages, only: ['index'] });
    const { diagnostics } = await checkFresh(await folderOf(edited), { jobs: 1 });
    expect(diagnostics).toMatchObject([
      {
        code: 'fresh/stale',
        span: { file: 'data/accounts/uno.yaml' },
        message: expect.stringContaining('board-summary.en.html'),
      },
    ]);
    expect(await codes(changed([file('index.es.html'), 'better']))).toEqual(['fresh/changed-by-hand']);
    expect(await codes(changed([file('account-plan/gone.es.pdf'), '']))).toEqual(['fresh/unexpected']);
    expect(await codes(changed([file('manifest.json'), '<<<<<<< HEAD']))).toEqual([
      'fresh/unreadable-manifest',
    ]);
    const without = changed();
    without.delete(file('index.es.html'));
    expect(await codes(without)).toEqual(['fresh/missing']);
  });

  test('that a rebuild holds against what comes out', async () => {
    const manifest = text(built, file('manifest.json'));
    const wrong = manifest.replace(/("index\.es\.html": \{"sha256":")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`);
    const gone = wrong.replace('"index.en.html"', '"account-plan/gone.en.html"');
    expect(await codes(changed([file('manifest.json'), gone]), { rebuild: true })).toEqual([
      'fresh/missing',
      'fresh/changed-by-hand',
      'fresh/unexpected',
      'fresh/not-planned',
      'fresh/not-reproduced',
    ]);
  });

  test('of which the command tells with its exit code and its reporters', async () => {
    const folder = await folderOf(
      changed(['data/accounts/vier.yaml', text(built, 'data/accounts/uno.yaml')]),
    );
    const run = await cuentas(['check', '--fresh', '--reporter', 'github'], folder);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.stdout).toMatch(/^::error file=data\/accounts\/vier\.yaml,.*title=fresh\/stale::4 documents/);
  });
});

test('git says what it ignores, and nothing where there is no repository', async () => {
  const folder = await folderWith({ '.gitignore': 'a/*\n!a/ñ b.txt\n' });
  const paths = ['a/x.txt', 'a/ñ b.txt', 'b.txt'];
  expect(await ignoredByGit(folder, paths)).toEqual(new Set());
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  expect(await ignoredByGit(folder, paths)).toEqual(new Set(['a/x.txt']));
  expect(await ignoredByGit(join(folder, 'nowhere'), paths)).toEqual(new Set());
});
