import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadWorkspace } from '../../../src/workspace/load.ts';
import { filesOf, minimalSettings } from './memory.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h1"/></svg>';
const latin = readFileSync(
  'node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2',
);

const withBrand = (brand: string, files: Readonly<Record<string, string>> = {}, bytes?: Uint8Array) =>
  loadWorkspace({
    ...filesOf({
      'data/workspace.yaml': `${minimalSettings}brand:\n${brand}`,
      'data/accounts/a.yaml': 'name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n',
      ...files,
    }),
    readBytes: async () => bytes,
  });
const told = async (...asked: Parameters<typeof withBrand>): Promise<readonly string[]> =>
  (await withBrand(...asked)).diagnostics.map(
    ({ code, span, message }) => `${span?.file}:${span?.line}:${span?.column} ${code} ${message}`,
  );

test('a colour that nobody could read is refused at its place, with what it has and needs', async () => {
  const { diagnostics } = await withBrand("  accent: '#FFB000'\n");
  expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
    ['error', 'workspace/unreadable-colour'],
  ]);
  expect(diagnostics[0]?.span).toMatchObject({ file: 'data/workspace.yaml', line: 5, column: 11 });
  expect(diagnostics[0]?.message).toMatch(/contrast of 1\.8\d to light paper; it needs 4\.5/);
  expect(diagnostics[0]?.hints[0]).toMatch(/nearest colour of this hue that does is #[0-9a-f]{6}/);
});

test('so is one for dark pages, at its own place', async () => {
  const [line] = await told("  accent: { light: '#1C3FAA', dark: '#202A50' }\n");
  expect(line).toMatch(/^data\/workspace\.yaml:5:37 workspace\/unreadable-colour .* to dark paper/);
});

test('a logo that is fit is read, and what is wrong with one stands in its own file', async () => {
  const { value, diagnostics } = await withBrand('  logo: data/brand/logo.svg\n', {
    'data/brand/logo.svg': svg,
  });
  expect(diagnostics).toEqual([]);
  expect(value?.brand?.logo).toEqual({ light: svg, ratio: 2 });
  const bad = svg.replace('<path', '\n<script/><path');
  expect(await told('  logo: data/brand/logo.svg\n', { 'data/brand/logo.svg': bad })).toEqual([
    'data/brand/logo.svg:2:1 workspace/unfit-logo A logo may not hold "script", only shapes.',
  ]);
});

test('a logo that is missing or a photograph is told at its name', async () => {
  const missing = await withBrand('  logo: data/brand/logo.svg\n', { 'data/brand/logos.svg': svg });
  expect(missing.diagnostics[0]).toMatchObject({
    code: 'workspace/missing-brand-file',
    span: { file: 'data/workspace.yaml', line: 5 },
    hints: ['Did you mean "data/brand/logos.svg"?'],
  });
  const [raster] = await told('  logo: data/logo.png\n', { 'data/logo.png': '\u0089PNG' });
  expect(raster).toMatch(/^data\/workspace\.yaml:5:9 workspace\/unfit-logo This is not an SVG file/);
});

test('a family is read from its files; one without a regular face, or that is no font, is refused', async () => {
  const type = (weight: number): string =>
    `  type: { family: Own, faces: [{ file: data/brand/own.woff2, weight: ${weight} }] }\n`;
  const { value, diagnostics } = await withBrand(type(400), {}, latin);
  expect(diagnostics).toEqual([]);
  expect(value?.brand?.faces?.map(({ family, weight }) => [family, weight])).toEqual([['Own', 400]]);
  expect((await told(type(600), {}, latin))[0]).toContain('has no regular face');
  expect((await told(type(400)))[0]).toContain(
    'workspace/missing-brand-file There is no file data/brand/own.woff2.',
  );
  expect((await told(type(400), {}, new Uint8Array([1, 2, 3])))[0]).toContain('This file is not a font.');
});
