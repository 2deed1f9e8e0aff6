import { beforeAll, expect, test } from 'vitest';
import { readLibrary } from '../../../src/document/library.ts';
import { placesIn } from '../../../src/explain/places.ts';
import { chartFormat } from '../../../src/export/charts/chart-format.ts';
import type { ExportFile, ExportSources } from '../../../src/export/format.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';
import { drawChart } from '../../../src/render/vega.ts';
import { analysis, loaded, workspace } from '../example/example.ts';

let sources: ExportSources;
let files: readonly ExportFile[] = [];
const painted: { readonly html: string; readonly width: number }[] = [];

beforeAll(async () => {
  const product = createFiles(packageRoot);
  const { value } = await loadMessages(product, 'es');
  if (value === undefined) throw new Error('no Spanish texts');
  const locale = createLocale('es-ES', value);
  const library = await readLibrary(
    product,
    product,
    analysis,
    [locale],
    createChartGrammar(readChartSchema),
  );
  sources = {
    analysis,
    locale,
    names: createNames(workspace),
    locate: placesIn(loaded),
    confinement: createConfinement(),
    notebooks: library.value?.notebooks ?? [],
  };
  files = await chartFormat.files(sources, new Set(['kaism', 'criteria/aceros-montgo']), {
    fonts: async () => ({ faces: [], cut: async () => '' }),
    parquet: () => Promise.reject(new Error('no table is written')),
    painter: {
      png: async (html, { width }) => {
        painted.push({ html, width });
        return new Uint8Array([1]);
      },
    },
  });
});

const content = (path: string): string => String(files.find(file => file.path === path)?.content);

test('charts are named as in notebooks, those about somebody with whom they are about', () => {
  const names = chartFormat.names(sources);
  expect(names).toContain('kaism');
  expect(names).toContain('criteria/aceros-montgo');
  expect(names).not.toContain('criteria');
  expect(new Set(names).size).toBe(names.length);
});

test('each comes as three files; the PNG is painted from the SVG', () => {
  const kinds = ['.svg', '.png', '.vl.json'];
  expect(files.map(({ path }) => path).sort()).toEqual(
    ['criteria/aceros-montgo', 'kaism']
      .flatMap(name => kinds.map(kind => `charts/${name}.es-ES${kind}`))
      .sort(),
  );
  expect(painted).toHaveLength(2);
  expect(painted.some(({ html }) => html.includes(content('charts/kaism.es-ES.svg')))).toBe(true);
});

test('the SVG stands alone: it says what it shows, in colours and on paper of its own', () => {
  const svg = content('charts/kaism.es-ES.svg');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-label="Matriz KAISM/);
  expect(svg).toContain('Matriz KAISM con movimientos');
  expect(svg).not.toMatch(/var\(|data-marks|href="http/);
  expect(content('charts/criteria/aceros-montgo.es-ES.svg')).toContain('Aceros Montgó, S.A.');
});

test('the specification is whole: it draws again with nothing but itself', async () => {
  const spec = JSON.parse(content('charts/kaism.es-ES.vl.json'));
  expect(JSON.stringify(spec)).not.toContain('"url"');
  expect(spec.description).toContain('Matriz KAISM de 16 cuentas');
  const { svg, complaints } = await drawChart(
    { spec, alternative: '' },
    { locale: sources.locale, idPrefix: 'again' },
  );
  expect(complaints).toEqual([]);
  expect(svg).toContain('Montgó');
});
