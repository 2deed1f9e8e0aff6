import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { readLibrary } from '../../../src/document/library.ts';
import { placesIn } from '../../../src/explain/places.ts';
import { deckFormat } from '../../../src/export/deck/deck-format.ts';
import type { ExportEffects } from '../../../src/export/format.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';
import { analysis, loaded, rowsOf, workspace } from '../example/example.ts';

const run = promisify(execFile);
const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);

/** Stands for a painted logo; a deck needs nothing else from outside. */
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

const noEffects: ExportEffects = {
  fonts: () => Promise.reject(new Error('no type is needed')),
  painter: { png: async () => png },
  parquet: () => Promise.reject(new Error('no table is written')),
};

let file: Uint8Array = new Uint8Array();
let again: Uint8Array = new Uint8Array();
let parts: Readonly<Record<string, Uint8Array>> = {};

beforeAll(async () => {
  const product = createFiles(packageRoot);
  const { value } = await loadMessages(product, 'es');
  if (value === undefined) throw new Error('no Spanish texts');
  const locale = createLocale('es-ES', value);
  const grammar = createChartGrammar(readChartSchema);
  const library = await readLibrary(product, product, analysis, [locale], grammar);
  const notebooks = library.value?.notebooks ?? [];
  const sources = {
    analysis,
    locale,
    names: createNames(workspace),
    locate: placesIn(loaded),
    notebooks,
    confinement: createConfinement(),
  };
  const make = async (): Promise<Uint8Array> => {
    const [made] = await deckFormat.files(sources, new Set(['board-summary']), noEffects);
    if (typeof made?.content !== 'object') throw new Error('no deck was made');
    return made.content;
  };
  [file, again] = [await make(), await make()];
  parts = unzipSync(file);
});

const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
const slides = (): readonly string[] =>
  Object.keys(parts).filter(path => /^ppt\/slides\/[^/]+\.xml$/.test(path));
const wordsOf = (path: string): string =>
  [...text(path).matchAll(/<a:t>([^<]*)<\/a:t>/g)]
    .map(([, words]) => words)
    .join(' ')
    .replaceAll('\u00a0', ' ');

test('the same data give the same bytes', () => {
  expect(Buffer.from(file).equals(Buffer.from(again))).toBe(true);
  expect(text('docProps/core.xml')).toContain('2026-09-30T00:00:00Z');
});

test('every part is well-formed, named by its type and reached by relations that lead somewhere', () => {
  const types = text('[Content_Types].xml');
  const reached = new Set<string>();
  for (const path of Object.keys(parts)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    const parser = new SaxesParser();
    parser.on('error', error => {
      throw new Error(`${path}: ${error.message}`);
    });
    parser.write(text(path)).close();
    if (!path.endsWith('.rels')) continue;
    const from = posix.dirname(posix.dirname(path));
    for (const [, target = ''] of text(path).matchAll(/Target="([^"]+)"/g)) {
      const full = posix.join(from, target);
      expect(Object.keys(parts), `${path} leads to ${full}`).toContain(full);
      reached.add(full);
    }
  }
  for (const path of Object.keys(parts).filter(
    one => one.endsWith('.xml') && one !== '[Content_Types].xml',
  )) {
    expect(types).toContain(`PartName="/${path}"`);
    expect(reached).toContain(path);
  }
  const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path);
  expect(named.filter(path => parts[path ?? ''] === undefined)).toEqual([]);
});

test('the cover bears the logo of the brand, named for those who cannot see it', () => {
  const [path = ''] = slides();
  expect(text(path)).toContain('descr="Logotipo de Cales del Turia');
  const [, relation = ''] = /<a:blip r:embed="([^"]+)"/.exec(text(path)) ?? [];
  expect(text('ppt/slides/_rels/slide1.xml.rels')).toContain(
    `Id="${relation}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/picture1.png"`,
  );
  expect(parts['ppt/media/picture1.png']).toEqual(png);
});

test('no two shapes of a slide share a number', () => {
  for (const path of slides()) {
    const ids = [...text(path).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, path).toBe(ids.length);
  }
});

test('charts are native: two axes, series of numbers, and a workbook that holds the same numbers', async () => {
  const charts = Object.keys(parts).filter(path => /^ppt\/charts\/[^/]+\.xml$/.test(path));
  expect(charts).toHaveLength(3);
  for (const path of charts) {
    const chart = text(path);
    expect(chart.match(/<c:(bubble|scatter)Chart>.*<\/c:\1Chart>/s)?.[0].match(/<c:axId /g)).toHaveLength(2);
    expect(chart).not.toMatch(/NaN|undefined/);
  }
  const curve = await readXlsx(parts['ppt/embeddings/workbook1.xlsx'] ?? new Uint8Array());
  const [, ...rows] = curve.sheets[0]?.rows ?? [];
  const actual = rowsOf('portfolio.curve').filter(({ scenario }) => scenario === 'AC');
  expect(
    rows
      .map(row => row[6])
      .filter(value => value !== null)
      .slice(1),
  ).toEqual(actual.map(({ cumulative }) => cumulative));
});

test('a slide says what the data say in its title, and its notes tell the finding', () => {
  expect(slides()).toHaveLength(8);
  expect(wordsOf('ppt/slides/slide2.xml')).toContain('Se piden tres decisiones');
  expect(wordsOf('ppt/slides/slide4.xml')).toMatch(/^Cinco clientes aportan el 59,1 % de los ingresos/);
  expect(wordsOf('ppt/notesSlides/notesSlide4.xml')).toContain(
    'Con el 10 % o más: Palancia, Maestrat y Montgó.',
  );
  expect(wordsOf('ppt/slides/slide8.xml')).toContain('21.691');
  for (const path of slides()) expect(text(path)).not.toMatch(/&lt;|undefined/);
});

test.skipIf(!hasOffice)(
  'LibreOffice shows a page for each slide (skipped where there is no soffice)',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cuentas-office-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'deck.pptx'), file);
    const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf'];
    await run('soffice', [...options, '--outdir', folder, join(folder, 'deck.pptx')]);
    const pdf = await PDFDocument.load(await readFile(join(folder, 'deck.pdf')));
    expect(pdf.getPageCount()).toBe(slides().length);
  },
);

test('each slide has a message as its title, not the caption of what it shows', () => {
  const titles = slides().map(path => {
    const [, title = ''] = /type="(?:title|ctrTitle)".*?<a:t>([^<]*)<\/a:t>/s.exec(text(path)) ?? [];
    return title;
  });
  expect(titles).toHaveLength(slides().length);
  expect(titles.filter(title => title === '' || /^(?:Figura|Tabla) \d/.test(title))).toEqual([]);
});
