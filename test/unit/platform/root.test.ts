import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageManifest, packageRoot } from '../../../src/platform/package-root.ts';
import { findWorkspaceRoot, isWorkspaceRoot } from '../../../src/platform/root.ts';

test('the root is the nearest folder above that has data/workspace.yaml', async () => {
  const base = await mkdtemp(join(tmpdir(), 'cuentas-root-'));
  try {
    const inner = join(base, 'group/north');
    await mkdir(join(inner, 'data/accounts'), { recursive: true });
    await mkdir(join(base, 'data/workspace.yaml'), { recursive: true });
    expect(findWorkspaceRoot(join(inner, 'data/accounts'))).toBeUndefined();
    await writeFile(join(inner, 'data/workspace.yaml'), '');
    expect(findWorkspaceRoot(join(inner, 'data/accounts'))).toBe(inner);
    expect(isWorkspaceRoot(base), 'a folder of that name is no file').toBe(false);
  } finally {
    await rm(base, { recursive: true });
  }
});

test('the package finds itself', () => {
  expect(packageManifest().version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(isWorkspaceRoot(packageRoot)).toBe(true);
});
