import { beforeAll, expect, test } from 'vitest';
import { readLibrary } from '../../../src/document/library.ts';
import { placesIn } from '../../../src/explain/places.ts';
import { emailFormat } from '../../../src/export/email/email-format.ts';
import type { ExportEffects } from '../../../src/export/format.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';
import { analysis, loaded, workspace } from '../example/example.ts';

const product = createFiles(packageRoot);
const grammar = createChartGrammar(readChartSchema);
const noEffects: ExportEffects = {
  fonts: () => Promise.reject(new Error('no type is needed')),
  painter: { png: () => Promise.reject(new Error('nothing is painted')) },
  parquet: () => Promise.reject(new Error('no table is written')),
};

const made = new Map<string, string>();

beforeAll(async () => {
  for (const tag of ['es-ES', 'en-GB']) {
    const { value } = await loadMessages(product, tag.slice(0, 2));
    if (value === undefined) throw new Error(`no texts for ${tag}`);
    const locale = createLocale(tag, value);
    const library = await readLibrary(product, product, analysis, [locale], grammar);
    const sources = {
      analysis,
      locale,
      names: createNames(workspace),
      locate: placesIn(loaded),
      confinement: createConfinement(),
      notebooks: library.value?.notebooks ?? [],
    };
    for (const { path, content } of await emailFormat.files(
      sources,
      new Set(['board-summary', 'strategic-review']),
      noEffects,
    ))
      made.set(path, String(content));
  }
});

const text = (path: string): string => made.get(`email/board-summary.${path}`) ?? '';

test('a message comes as HTML and as text, in each language', () => {
  expect([...made.keys()]).toHaveLength(8);
  expect(text('es-ES.html')).toContain('<html lang="es-ES">');
  expect(text('es-ES.txt')).toContain('RESUMEN PARA EL CONSEJO');
  expect(text('en-GB.txt')).toContain('BOARD SUMMARY');
});

test('both say what is asked, what was found and the figures behind it', () => {
  for (const path of ['es-ES.html', 'es-ES.txt']) {
    const plain = text(path)
      .replaceAll(/<[^>]+>|&nbsp;/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(plain).toContain('D1');
    expect(plain).toContain('Los ingresos crecen un 3,9 %, pero solo por las cuentas clave');
    expect(plain).toContain('60,3 M€');
    expect(plain).toContain('21.691');
  }
});

test('the HTML is what mail programs take: light, styles in their elements, nothing that runs or is fetched', () => {
  for (const path of ['es-ES.html', 'en-GB.html']) {
    expect(Buffer.byteLength(text(path))).toBeLessThan(90_000);
    expect(text(path)).not.toMatch(/<(style|script|link|img|svg|a)\b|url\(|https?:|\bclass=|\bdata-/);
    expect(text(path)).not.toMatch(/\b(flex|grid|position|var\()/);
  }
});

test('a document that is too long for a message comes as an extract that says so', () => {
  const html = made.get('email/strategic-review.es-ES.html') ?? '';
  expect(Buffer.byteLength(html)).toBeLessThan(90_000);
  expect(html).toContain('Extracto: ');
  expect(html).toContain('Se piden tres decisiones');
  expect(text('es-ES.html')).not.toContain('Extracto: ');
});

test('lines of the text are no longer than mail programs quote them', () => {
  for (const path of ['es-ES.txt', 'en-GB.txt']) {
    expect(
      Math.max(
        ...text(path)
          .split('\n')
          .map(line => line.length),
      ),
    ).toBeLessThanOrEqual(72);
    expect(text(path)).not.toMatch(/<|&[a-z]+;|\u00ad/);
  }
});
