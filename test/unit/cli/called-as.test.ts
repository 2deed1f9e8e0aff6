import { afterEach, expect, it, vi } from 'vitest';
import { asCalled } from '../../../src/cli/called-as.ts';

afterEach(() => vi.unstubAllEnvs());

const hint =
  'Make a workspace with "cuentas init", or run cuentas in another folder; npx cuentas build does both.';

it('names commands as they can be typed where npm ran this one', () => {
  vi.stubEnv('npm_execpath', '/usr/lib/npm-cli.js');
  expect(asCalled(hint)).toBe(
    'Make a workspace with "npx cuentas init", or run cuentas in another folder; npx cuentas build does both.',
  );
});

it('leaves them as they are where cuentas was typed by itself', () => {
  vi.stubEnv('npm_execpath', undefined);
  expect(asCalled(hint)).toBe(hint);
});
