import { palettesOf } from '../../src/brand/palette.ts';
import type { Drawing } from '../../src/charts/chart.ts';
import type { DocumentModel, Section, Table } from '../../src/document/model.ts';
import { brandSchema } from '../../src/model/brand.ts';

const drawing: Drawing = {
  spec: { mark: 'bar', data: { values: [] } },
  alternative: 'Dos barras: 60 y 40',
  series: 'portfolio.quarters',
};

/** Stands for a chart: two bars and a label. */
export const drawnBars =
  '<svg class="chart" role="img" aria-label="Dos barras: 60 y 40" width="300" height="80" viewBox="0 0 300 80">' +
  '<rect width="180" height="30"/><rect y="40" width="120" height="30"/><text x="190" y="20">60 %</text></svg>';

/** @param count how many customers, so that a long table runs over several pages */
const customers = (count: number): Table => ({
  columns: [
    { id: 'account', title: 'Cliente', align: 'left', width: 45 },
    { id: 'revenue', title: 'Ingresos', align: 'right' },
    { id: 'note', title: '', align: 'left' },
  ],
  rows: Array.from({ length: count }, (_, index) => ({
    kind: 'data' as const,
    strong: index < 8,
    cells: [
      { text: `Cliente ${index + 1} <b>& Cía.</b>`, head: true },
      { text: `${(count - index) * 10}`, head: false },
      { text: '', head: false },
    ],
  })),
  footnotes: ['Seminegrita: cuenta clave.'],
});

const portfolio: Section = {
  id: 'portfolio',
  number: 1,
  name: 'Cartera',
  headline: 'Diez clientes suman el 81,4 %',
  title: ['Cales del Turia', '<strong>Ingresos</strong> en miles de EUR', 'T3 2026 AC'],
  landscape: false,
  appendix: false,
  flow: false,
  blocks: [
    {
      kind: 'figure',
      anchor: 'fig-bars',
      label: 'Figura 1',
      caption: 'Ingresos',
      note: 'Véase la <a href="#tab-customers">tabla 1</a>.',
      span: 9,
      drawing,
    },
    {
      kind: 'table',
      anchor: 'tab-customers',
      label: 'Tabla 1',
      caption: 'Clientes',
      span: 12,
      table: customers(70),
    },
  ],
};

const resources: Section = {
  id: 'resources',
  number: 2,
  name: 'Recursos',
  headline: 'Dos cuentas absorben el 23,9 % de los recursos',
  title: [],
  landscape: true,
  appendix: false,
  flow: false,
  blocks: [
    {
      kind: 'findings',
      title: 'Resumen',
      note: 'Un hallazgo.',
      behind: [],
      items: [{ strong: 'Crece un 3,9 %', reference: '<a href="#fig-bars">Figura 1</a>' }],
    },
    { kind: 'prose', place: 'main', html: '<p>Véase <a href="https://example.org/">la web</a>.</p>' },
  ],
};

/** Cover, contents, a section over several pages, a landscape one. */
export const smallDocument: DocumentModel = {
  id: 'small',
  notebook: 'reports/small.md',
  locale: 'es-ES',
  title: 'Revisión de «cuentas clave»',
  running: {
    company: 'Cales & Cía.',
    name: 'Cales & Cía.',
    period: 'T3 2026',
    classification: 'Confidencial',
    status: 'Borrador',
  },
  cover: { period: ['T3', '2026'], rows: [{ label: 'Periodo', value: 'Tercer trimestre de 2026' }], drawing },
  contents: true,
  sections: [portfolio, resources],
  figures: [],
  rows: [],
  brand: { palettes: palettesOf(brandSchema.parse({})) },
};
