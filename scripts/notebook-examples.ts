import { analyze } from '../src/analysis/analyze.ts';
import { languagesOf } from '../src/document/analyst/texts.ts';
import { checkNotebook, readNotebook } from '../src/document/check.ts';
import { checkQuadrants } from '../src/document/check-quadrants.ts';
import { checkVegaLite } from '../src/document/check-vega-lite.ts';
import { checkWhere } from '../src/document/check-where.ts';
import { helperNames } from '../src/document/helpers.ts';
import { includePartials } from '../src/document/include.ts';
import { seriesColumns, vocabularyOf } from '../src/document/vocabulary.ts';
import { createLocale } from '../src/locale/locale.ts';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import { readChartSchema } from '../src/platform/chart-schema.ts';
import { createFiles } from '../src/platform/files.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { packageRoot } from '../src/platform/package-root.ts';
import { createChartGrammar } from '../src/render/chart-grammar.ts';
import { loadWorkspace } from '../src/workspace/load.ts';

const head = '---\ntitle: Notes\n---\n';
const section = '```section notes\nname: Notes\nheadline: Notes\n```\n\n';
const chart = (lines: string): string => `${head}${section}\`\`\`vega-lite\n${lines}\n\`\`\`\n`;
const about = 'description: Bars.\n';

/** Notebooks with a mistake each. */
const mistakes: readonly string[] = [
  'title: Notes\n',
  `${head}${section}\`\`\`graph kaism\n\`\`\`\n`,
  `${head}${section}\`\`\`table portfolio.customers\n`,
  `${head}${section}::: note Please note\n\nText.\n`,
  `${head}${section}::: box\n\nText.\n\n:::\n`,
  `${head}${section}\`\`\`chart kaysm\n\`\`\`\n`,
  chart(`${about}data: { name: portfolio.customers }\nmark: { type: bar, colour: red }`),
  chart(`${about}data: { url: "sales.csv" }\nmark: bar`),
  chart('data: { name: portfolio.customers }\nmark: bar'),
  `${head}${section}\`\`\`table portfolio.customer\n\`\`\`\n`,
  `${head}${section}\`\`\`table portfolio.customers\ncolumns: [account, revenu]\n\`\`\`\n`,
  `${head}${section}\`\`\`quadrants portfolio.kaism\nby: quadrant\norder: [development, key, opportunistic, maintenence]\nitem: account\n\`\`\`\n`,
  `${head}${section}The index is {{figure "portfolio.concentration.hh"}}.\n`,
  `${head}${section}\`\`\`finding portfolo\n\`\`\`\n`,
  `${head}${section}{{acount.name}}\n`,
  `${head}${section}{{figure "account.*.score.total"}}\n`,
  `${head}${section}{{figur "portfolio.concentration.hhi"}}\n`,
  `${head}${section}{{measure 3 unit="eggs"}}\n`,
  `${head}${section}{{> contact}}\n`,
  `${head}${section}See {{ref "fig:kaism"}}.\n`,
  `${head}${section}{{t "document.contens"}}\n`,
  `${head}${section}{{t "interface.footnote"}}\n`,
  `${head}${section}\`\`\`chart kaism\nlabel: fig:map\n\`\`\`\n\n\`\`\`chart ranking\nlabel: fig:map\n\`\`\`\n`,
  `${head}Text.\n\n\`\`\`chart kaism\n\`\`\`\n`,
  `${head}${section}A claim[^source].\n`,
  `${head}${section}{{#if (has "portfolio.kaism")}}Text.\n`,
  `${head}${section}{{{figure "portfolio.concentration.hhi"}}}\n`,
  `---\ntitle: Notes\neach: account\nwhere:\n  - { field: revenu, atLeast: 1 }\n---\n${section}`,
];

/** What `check` says of each of them, with the example workspace. */
export const notebookExamples = async (): Promise<readonly Diagnostic[]> => {
  const product = createFiles(packageRoot);
  const { value: workspace } = await loadWorkspace(product);
  const { value: messages } = await loadMessages(product, 'en');
  if (workspace === undefined || messages === undefined)
    throw new Error('The example workspace or the English texts do not load.');
  const analysis = analyze(workspace, workspace.settings.period);
  const columns = seriesColumns(analysis);
  const vocabulary = vocabularyOf(analysis, createLocale('en-GB', messages), helperNames);
  const rules = {
    grammar: createChartGrammar(readChartSchema),
    series: vocabulary.series,
    columns,
    languages: languagesOf(['es', 'en-GB']),
  };
  const found: Diagnostic[] = [];
  for (const text of mistakes) {
    const source = includePartials({ file: 'reports/notes.md', text }, new Map());
    const { value, diagnostics } = checkNotebook(readNotebook(source.file, source.text), vocabulary, columns);
    found.push(...source.problems, ...diagnostics);
    if (value !== undefined)
      found.push(
        ...(await checkVegaLite(value, rules)),
        ...checkWhere(value, analysis.scope),
        ...checkQuadrants(value, analysis, vocabulary.texts),
      );
  }
  return found;
};
