import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, importsOf, sourceFiles } from './source-files.ts';

/** From the bottom up. A layer may use those in rows below its own, and itself; layers of one row do not know each other. */
const layers = [
  ['model', 'effects'],
  ['brand'],
  ['workspace'],
  ['import', 'analysis', 'locale'],
  ['charts', 'explain'],
  ['redaction'],
  ['document'],
  ['render'],
  ['edition'],
  ['manifest'],
  ['cache'],
  ['build', 'export', 'preview'],
  ['platform'],
  ['cli'],
];

const longestFile = 300;
const effectful = new Set(['platform', 'cli']);
const src = await sourceFiles('src');
const all = [...src, ...(await sourceFiles('test', 'bench', 'scripts'))];

const layerOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
const heightOf = (layer: string): number => layers.findIndex(row => row.includes(layer));
const isCore = (path: string): boolean => !effectful.has(layerOf(path));

test('the way imports and code are read from a file is sound', () => {
  expect(
    importsOf("import { a } from './a.ts';\nexport * from './b.ts';\nawait import('./c.ts');\n"),
  ).toEqual(['./a.ts', './b.ts', './c.ts']);
  expect(importsOf("import {\n  a,\n  type B,\n} from './a.ts';")).toEqual(['./a.ts']);
  expect(codeOf("const a = 'new Date'; // process\n/* console */")).toBe("const a = ''; \n");
  expect(src.length).toBeGreaterThan(50);
});

test('every folder of src has its place among the layers', () => {
  const unknown = src.map(({ path }) => path).filter(path => heightOf(layerOf(path)) < 0);
  expect(unknown).toEqual([]);
});

test('imports go downward only', () => {
  const upward = src.flatMap(({ path, text }) =>
    importsOf(text)
      .filter(name => name.startsWith('.'))
      .map(name => posix.join(posix.dirname(path), name))
      .filter(target => layerOf(target) !== layerOf(path))
      .filter(target => heightOf(layerOf(target)) >= heightOf(layerOf(path)))
      .map(target => `${path} imports ${target}`),
  );
  expect(upward).toEqual([]);
});

test('relative imports name the file with its ending', () => {
  const vague = all.flatMap(({ path, text }) =>
    importsOf(text)
      .filter(name => name.startsWith('.') && !/\.(ts|json)$/.test(name))
      .map(name => `${path} imports ${name}`),
  );
  expect(vague).toEqual([]);
});

test('the core has no effects: no file system, process, clock, chance, timer or console', () => {
  const effects =
    /\bprocess\.|\bconsole\.|\bnew Date\b|\bDate\.(?!UTC\b)|\bMath\.random\b|\bperformance\.|\bset(Timeout|Interval|Immediate)\b|\bfetch\(/g;
  const found = src
    .filter(({ path }) => isCore(path))
    .flatMap(({ path, text }) => [
      ...importsOf(text)
        .filter(name => /^node:|^(puppeteer|@duckdb|@sparticuz|commander|cli-progress)\b/.test(name))
        .map(name => `${path} imports ${name}`),
      ...[...codeOf(text).matchAll(effects)].map(([word]) => `${path} uses ${word}`),
    ]);
  expect(found).toEqual([]);
});

test('what the command line says goes through one place, where control characters are masked', () => {
  const around = src
    .filter(({ path }) => path.startsWith('src/cli/') && path !== 'src/cli/terminal.ts')
    .filter(({ text }) => /\bstd(out|err)\.write\b|\bconsole\./.test(codeOf(text)));
  expect(around.map(({ path }) => path)).toEqual([]);
});

test('nothing is ordered by the locale of the machine', () => {
  const found = src.filter(({ text }) => /\blocaleCompare\b|\bIntl\.Collator\b/.test(codeOf(text)));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test(`no file that people write is longer than ${longestFile} lines`, () => {
  const long = all
    .filter(({ text }) => !text.startsWith('// Written by scripts/'))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => `${path}: ${lines}`);
  expect(long).toEqual([]);
});

test('no type is given up, no check silenced, nothing left to do', () => {
  const given = /(?::|\bas|<|\|)\s*any\b|\bany\[\]/;
  const silenced = new RegExp(
    [
      'ts-(ignore|nocheck|expect-error)',
      'biome-(ignore)',
      'eslint-(disable)',
      '(v8|c8|istanbul) ignore',
      '\\b(TODO|FIXME)\\b',
    ].join('|'),
  );
  const found = all
    .filter(({ path }) => path !== 'test/architecture.test.ts')
    .filter(({ text }) => given.test(codeOf(text)) || silenced.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});
