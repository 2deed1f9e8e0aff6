import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { languagesOf } from '../../../src/document/analyst/texts.ts';
import { checkNotebook, readNotebook } from '../../../src/document/check.ts';
import { checkVegaLite } from '../../../src/document/check-vega-lite.ts';
import { compile } from '../../../src/document/compile.ts';
import { compose } from '../../../src/document/compose.ts';
import { helperNames } from '../../../src/document/helpers.ts';
import type { FigureBlock } from '../../../src/document/model.ts';
import { cellRunner } from '../../../src/document/run-cell.ts';
import { type Subject, subjectsOf } from '../../../src/document/subject.ts';
import { seriesColumns, vocabularyOf } from '../../../src/document/vocabulary.ts';
import { createBasis } from '../../../src/explain/basis.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';
import { drawChart } from '../../../src/render/vega.ts';
import { workspaceOf } from '../analysis/support.ts';

const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
if (messages === undefined) throw new Error('The English texts do not load');
const locale = createLocale('en-GB', messages);
const analysis = analyze(
  workspaceOf({
    accounts: {
      north: {
        name: "North' || true || '",
        key: [{ from: '2026-Q1' }],
        history: { '2026-Q3': { revenue: 600 }, '2025-Q3': { revenue: 500 } },
      },
      south: { name: 'South', key: [{ from: '2026-Q1' }], history: { '2026-Q3': { revenue: 400 } } },
    },
  }),
  '2026-Q3',
);
const columns = seriesColumns(analysis);
const vocabulary = vocabularyOf(analysis, locale, helperNames);
const rules = {
  grammar: createChartGrammar(readChartSchema),
  series: vocabulary.series,
  columns,
  languages: languagesOf(['es', 'en-GB']),
};

const notebookOf = (cell: string, each: string): string =>
  [
    '---',
    'title: Own',
    `each: ${each}`,
    'cover: false',
    'contents: false',
    '---',
    '```section own',
    'name: Own',
    'headline: Own',
    '```',
    '```vega-lite',
    cell,
    '```',
  ].join('\n'); // prettier-ignore

const checked = (cell: string, each = 'none') =>
  checkNotebook(readNotebook('reports/own.md', notebookOf(cell, each)), vocabulary, columns);

const problems = async (cell: string): Promise<string[]> => {
  const { value, diagnostics } = checked(cell);
  const found = value === undefined ? diagnostics : [...diagnostics, ...(await checkVegaLite(value, rules))];
  return found.map(
    ({ severity, code, span, message }: Diagnostic) =>
      `${span?.line}:${span?.column} ${severity} ${code} ${message}`,
  );
};

const figure = (cell: string, subject?: Subject): FigureBlock => {
  const { value, diagnostics } = checked(cell, subject?.kind);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const program = compile(value.nodes, locale, value.cells, cellRunner);
  const model = compose(
    { name: 'own', frontMatter: value.head, program },
    {
      analysis,
      locale,
      names: createNames(analysis.scope.workspace),
      documents: [],
      archive: () => [],
      basis: createBasis(analysis.figures, () => ({})),
      locate: () => ({}),
      ...(subject === undefined ? {} : { subject }),
    }, // prettier-ignore
  );
  const [block] = model.sections[0]?.blocks ?? [];
  if (block?.kind !== 'figure') throw new Error('No figure was made');
  return block;
};

const bars = [
  'title: { es: Ingresos, en: Revenue }',
  'description: "{{figure \'portfolio.revenue.total\'}} in all."',
  'data: { name: portfolio.customers }',
  'mark: bar',
  'encoding:',
  '  y: { field: accountText, type: nominal }',
  '  x: { field: revenue, type: quantitative }',
].join('\n');

describe('a chart that an analyst wrote', () => {
  it('draws the rows of a series, with its title as caption and its description for those who do not see it', async () => {
    expect(await problems(bars)).toEqual([]);
    const { caption, drawing, data } = figure(bars);
    expect(caption).toBe('Revenue');
    expect(drawing?.alternative).toContain('1,000');
    expect(data?.rows).toHaveLength(2);
    if (drawing === undefined) throw new Error('nothing is drawn');
    const { svg, complaints } = await drawChart(drawing, { locale, idPrefix: 'c0' });
    expect(complaints).toEqual([]);
    expect(svg).toContain('>South<');
    // A row can be pointed at, as in our own charts.
    expect(svg).toMatch(/data-marks="0 /);
  });

  it('titles its axes as a table titles its columns, in the language of the reader', async () => {
    const { drawing } = figure(bars);
    expect(JSON.stringify(drawing?.spec)).toContain(`"title":"${locale.t('columns.revenue')}"`);
  });

  it('takes JSON as well as YAML', async () => {
    const json =
      '{\n"description": "x",\n"data": {"name": "portfolio.customers"},\n"mark": "bar",\n"encoding": {"x": {"field": "revenu"}}\n}';
    expect(await problems(json)).toEqual([
      '16:29 error notebook/unknown-column There is no column "revenu" in portfolio.customers.',
    ]);
  });

  it('says at its place what Vega-Lite does not know', async () => {
    expect(await problems(bars.replace('mark: bar', 'mark: { type: bar, colour: red }'))).toEqual([
      '15:20 error notebook/vega-lite Vega-Lite knows no property "colour" here.',
    ]);
  });

  it.each([
    ['a series that does not exist', 'data: { name: portfolio.custmers }', 'notebook/unknown-series'],
    ['data from an address', 'data: { url: "https://example.org/x.csv" }', 'notebook/chart-data'],
  ])('refuses %s', async (_, written, code) => {
    const found = await problems(bars.replace('data: { name: portfolio.customers }', written));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^14:\\d+ error ${code} `));
  });

  it('refuses a picture for which there is no memory', async () => {
    const found = await problems(`${bars}\nheight: 5000000`);
    expect(found).toEqual([
      expect.stringMatching(/^19:\d+ error notebook\/vega-lite A picture is at most 2000 pixels/),
    ]);
  });

  it('lets no text of the data become a part of a program', async () => {
    const found = await problems(`${bars}\ntransform: [{ filter: "datum.account === '{{company}}'" }]`);
    expect(found).toEqual([expect.stringMatching(/^19:\d+ error notebook\/expression Vega would evaluate/)]);
  });

  it('knows by parameters whom the document is about', async () => {
    const [subject] = subjectsOf({ each: 'account', where: undefined }, analysis.scope);
    const { drawing } = figure(`${bars}\ntransform: [{ filter: datum.account === account }]`, subject);
    if (drawing === undefined) throw new Error('nothing is drawn');
    const { svg } = await drawChart(drawing, { locale, idPrefix: 'c0' });
    expect(svg).toMatch(/North/);
    expect(svg).not.toContain('>South<');
  });

  it('prints what a row lacks as tables do, on an axis, in a legend and beside a mark', async () => {
    const { drawing } = figure(
      [
        'description: x',
        'data: { name: portfolio.customers }',
        'mark: text',
        'encoding:',
        '  y: { field: accountText, type: nominal }',
        '  x: { field: margin, type: nominal }',
        '  color: { field: margin, type: ordinal }',
        '  text: { field: margin, type: quantitative }',
      ].join('\n'),
    );
    if (drawing === undefined) throw new Error('nothing is drawn');
    const { svg, complaints } = await drawChart(drawing, { locale, idPrefix: 'c0' });
    expect(complaints).toEqual([]);
    expect(svg).not.toMatch(/undefined|null|NaN/);
    expect(svg.match(/>–</g)).toHaveLength(4); // an axis, a legend, two marks;
  });

  it('warns where it has no description', async () => {
    const found = await problems(bars.replace(/description.*\n/, ''));
    expect(found).toEqual([expect.stringContaining('warning notebook/chart-description')]);
  });
});
