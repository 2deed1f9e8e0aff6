import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Analysis } from '../../../src/analysis/analyze.ts';
import { createScope } from '../../../src/analysis/scope.ts';
import type { ChartInput } from '../../../src/charts/chart.ts';
import { createLocale, type Locale } from '../../../src/locale/locale.ts';
import { createMessages } from '../../../src/locale/messages.ts';
import { commitmentSchema } from '../../../src/model/commitment.ts';
import { scoringSchema } from '../../../src/model/scoring.ts';
import type { Column, Row, Series } from '../../../src/model/series.ts';
import type { Workspace } from '../../../src/model/workspace.ts';
import { workspaceSettingsSchema } from '../../../src/model/workspace-settings.ts';

const texts = (language: string): unknown =>
  parse(readFileSync(new URL(`../../../templates/locales/${language}.yaml`, import.meta.url), 'utf8'));

export const localeFor = (language: 'es' | 'en'): Locale =>
  createLocale(language === 'es' ? 'es-ES' : 'en-GB', createMessages(language, texts(language)));

const source = { file: 'data/workspace.yaml', path: [] };

export const workspace: Workspace = {
  settings: {
    ...workspaceSettingsSchema.parse({
      company: { name: 'Cales del Turia, S.A.' },
      currency: 'EUR',
      period: '2026-Q3',
    }),
    source,
  },
  accounts: [],
  people: [],
  products: [],
  program: {
    scoring: {
      ...scoringSchema.parse({
        criteria: [{ id: 'revenue', name: 'Ingresos', weight: 1 }],
        keySet: { threshold: 6 },
      }),
      source,
    },
    commitment: { ...commitmentSchema.parse({}), source },
    decisions: [],
  },
};

export const seriesOf = (id: string, columns: readonly Column[], rows: readonly Row[]): Series => ({
  id,
  columns,
  rows,
  inputs: [],
});

const partOf = (series: readonly Series[]): Analysis['portfolio'] => ({
  figures: new Map(),
  series: new Map(series.map(one => [one.id, one])),
  makers: new Map(),
});

export const analysisOf = (...series: readonly Series[]): Analysis => ({
  scope: createScope(workspace, '2026-Q3'),
  ...partOf(series),
  portfolio: partOf(series),
  account: () => partOf([]),
  findings: [],
  settle: () => undefined,
  findingsOn: () => [],
  findingsAbout: () => [],
  madeBy: { series: new Map(), findings: new Map() },
});

export const euros = (id: string): Column => ({ id, kind: 'measure', unit: 'money:EUR', precision: 0 });

export const inputOf = (
  analysis: Analysis,
  {
    language = 'es' as 'es' | 'en',
    width = 495,
    account,
    kam,
  }: { language?: 'es' | 'en'; width?: number; account?: string; kam?: string } = {},
): ChartInput => ({
  analysis,
  locale: localeFor(language),
  names: {
    account: id => id,
    shortAccount: id => shortNames.get(id) ?? id,
    person: id => id,
    word: word => word,
    declared: path => path.at(-1) ?? '',
  },
  width,
  ...(account === undefined ? {} : { account }),
  ...(kam === undefined ? {} : { kam }),
});

/** Customers of the reference design: id, short name, industry, revenue, prior, key (thousands of euros). */
const customerList: readonly (readonly [string, string, number, number | null, boolean])[] = [
  ['siderurgica-palancia', 'Palancia', 12480, 11310, true],
  ['morteros-maestrat', 'Maestrat', 7960, 8415, true],
  ['aceros-montgo', 'Montgó', 6215, 5480, true],
  ['aguas-serpis', 'Serpis', 4870, 4325, true],
  ['papelera-clariano', 'Clariano', 4105, 4260, true],
  ['jucar-sur', 'Júcar Sur', 3515, 3015, true],
  ['cabriel', 'Cabriel', 2985, 2410, true],
  ['alto-magro', 'Alto Magro', 2640, 2495, true],
  ['irati', 'Irati', 2310, 2890, false],
  ['requena', 'Requena', 1985, 2120, false],
  ['delta-ebro', 'Delta Ebro', 1745, 1385, false],
  ['mijares', 'Mijares', 1465, 1390, false],
  ['mancha-este', 'Mancha Este', 1240, 1095, false],
  ['penagolosa', 'Peñagolosa', 1120, 1460, false],
  ['vinalopo', 'Vinalopó', 965, 910, false],
  ['safor', 'Safor', 880, 845, false],
  ['albaida', 'Cítricola Albaida', 745, 690, false],
  ['bajo-cinca', 'Bajo Cinca', 690, null, false],
  ['turolenses', 'Turolenses', 610, 1240, false],
  ['utiel', 'Utiel', 540, 495, false],
  ['rambla-honda', 'Rambla Honda', 455, 470, false],
  ['calderona', 'Calderona', 390, 365, false],
  ['turia-alto', 'Turia Alto', 280, 305, false],
  ['alcalaten', 'Alcalatén', 85, 640, false],
];
const shortNames = new Map(customerList.map(([id, name]) => [id, name]));

export const customers = (list = customerList): Series => {
  const total = list.reduce((sum, [, , revenue]) => sum + revenue, 0);
  let cumulative = 0;
  return seriesOf(
    'portfolio.customers',
    [euros('revenue'), euros('prior')],
    list.map(([account, , revenue, prior, key], index) => {
      cumulative += revenue;
      return {
        rank: index + 1,
        account,
        industry: 'Acero',
        key,
        revenue: revenue * 1000,
        prior: prior === null ? null : prior * 1000,
        share: revenue / total,
        cumulative: cumulative / total,
      };
    }),
  );
};

/** A cumulative curve of the given revenues, largest first. */
export const curveRows = (scenario: 'AC' | 'PY', revenues: readonly (readonly [string, number])[]): Row[] => {
  const total = revenues.reduce((sum, [, revenue]) => sum + revenue, 0);
  let cumulative = 0;
  return [...revenues]
    .sort(([, a], [, b]) => b - a)
    .map(([account, revenue], index) => {
      cumulative += revenue / total;
      return { scenario, rank: index + 1, account, share: revenue / total, cumulative };
    });
};

export const curve = (): Series =>
  seriesOf(
    'portfolio.curve',
    [],
    [
      ...curveRows(
        'AC',
        customerList.map(([id, , revenue]) => [id, revenue]),
      ),
      ...curveRows(
        'PY',
        customerList.flatMap(([id, , , prior]) => (prior === null ? [] : [[id, prior] as const])),
      ),
    ],
  );

const quarterColumns: readonly Column[] = [
  { id: 'period', kind: 'period' },
  ...['actual', 'prior', 'plan', 'forecast'].map(euros),
];

export const quarterSeries = (id: string, rows: readonly Row[]): Series => seriesOf(id, quarterColumns, rows);

export const portfolioQuarters = (): Series =>
  quarterSeries('portfolio.quarters', [
    { period: '2026-Q1', prior: 18.9e6, plan: 19.0e6, actual: 19.3e6, forecast: null },
    { period: '2026-Q2', prior: 19.6e6, plan: 20.2e6, actual: 20.5e6, forecast: null },
    { period: '2026-Q3', prior: 19.5e6, plan: 20.9e6, actual: 20.5e6, forecast: null },
    { period: '2026-Q4', prior: 19.1e6, plan: 20.1e6, actual: null, forecast: 20.3e6 },
  ]);

/** Positions of the reference design: account, attractiveness, strength, and the same a quarter before. */
const positions: readonly (readonly [string, number, number, number | null, number | null])[] = [
  ['siderurgica-palancia', 8.1, 7.6, 8.2, 7.4],
  ['morteros-maestrat', 5.9, 7.7, 6.6, 7.9],
  ['aceros-montgo', 9.0, 6.6, 8.7, 5.9],
  ['aguas-serpis', 7.4, 6.9, 7.3, 6.8],
  ['jucar-sur', 6.8, 5.8, 6.5, 5.1],
  ['cabriel', 8.0, 5.7, 7.5, 4.9],
  ['delta-ebro', 7.2, 4.4, 6.9, 3.7],
  ['mijares', 6.3, 4.6, 6.2, 4.4],
  ['bajo-cinca', 7.8, 3.1, null, null],
  ['papelera-clariano', 5.2, 6.1, 5.9, 6.4],
  ['alto-magro', 4.7, 7.6, 4.6, 7.7],
  ['requena', 3.8, 6.3, 3.9, 6.6],
  ['vinalopo', 3.1, 7.0, 3.1, 6.7],
  ['irati', 4.9, 3.8, 5.9, 4.6],
  ['mancha-este', 4.4, 4.7, 3.9, 4.2],
  ['penagolosa', 3.0, 4.8, 3.4, 5.3],
];

const quadrantOf = (attractiveness: number, strength: number): string => {
  if (attractiveness >= 5.5) return strength >= 5.5 ? 'key' : 'development';
  return strength >= 5.5 ? 'maintenance' : 'opportunistic';
};

export const kaismRow = (
  account: string,
  now: readonly [number, number],
  before: readonly [number, number] | undefined,
  rest: { readonly revenue: number; readonly key: boolean; readonly scoredBy?: string },
): Row => ({
  account,
  attractiveness: now[0],
  strength: now[1],
  attractivenessPrior: before?.[0] ?? null,
  strengthPrior: before?.[1] ?? null,
  quadrant: quadrantOf(...now),
  quadrantPrior: before === undefined ? null : quadrantOf(...before),
  revenue: rest.revenue,
  key: rest.key,
  scoredBy: rest.scoredBy ?? 'customer',
  scoredOn: '2026-09-22',
  moved: before !== undefined && quadrantOf(...now) !== quadrantOf(...before),
  near: Math.abs(now[0] - 5.5) < 0.5 || Math.abs(now[1] - 5.5) < 0.5,
});

export const kaismSeries = (rows: readonly Row[]): Series =>
  seriesOf('portfolio.kaism', [euros('revenue')], rows);

export const kaism = (): Series =>
  kaismSeries(
    positions.map(([account, a, s, priorA, priorS], index) => {
      const [, , revenue = 0, , key = false] = customerList.find(([id]) => id === account) ?? [];
      const before = priorA === null || priorS === null ? undefined : ([priorA, priorS] as const);
      return kaismRow(account, [a, s], before, {
        revenue: revenue * 1000,
        key,
        scoredBy: index % 7 === 6 ? 'own' : 'customer',
      });
    }),
  );
