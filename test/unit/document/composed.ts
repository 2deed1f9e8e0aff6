import { analyze } from '../../../src/analysis/analyze.ts';
import { checkNotebook, readNotebook } from '../../../src/document/check.ts';
import { compile } from '../../../src/document/compile.ts';
import { compose } from '../../../src/document/compose.ts';
import { helperNames } from '../../../src/document/helpers.ts';
import type { DocumentModel } from '../../../src/document/model.ts';
import { ownHelpers } from '../../../src/document/own-helpers/call.ts';
import { noOwnHelpers, type OwnHelpers } from '../../../src/document/own-helpers/read.ts';
import { cellRunner } from '../../../src/document/run-cell.ts';
import type { Subject } from '../../../src/document/subject.ts';
import { seriesColumns, vocabularyOf } from '../../../src/document/vocabulary.ts';
import { createBasis } from '../../../src/explain/basis.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { workspaceOf } from '../analysis/support.ts';

const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
if (messages === undefined) throw new Error('The English texts do not load');
export const locale = createLocale('en-GB', messages);

export const hostile = '<img src=x onerror=alert(1)> {{company}} **bold** <!--block:0-->';
export const workspace = workspaceOf({
  settings: { company: { name: hostile } },
  people: { ana: { name: 'Ana', role: 'kam', since: '2020-01-15', title: { en: 'Steel', es: 'Acero' } } },
  accounts: {
    north: {
      name: 'North',
      manager: 'ana',
      key: [{ from: '2026-Q1' }],
      history: { '2026-Q3': { revenue: 600 }, '2025-Q3': { revenue: 500 } },
    },
    south: {
      name: hostile,
      shortName: 'South',
      key: [{ from: '2026-Q1' }],
      history: { '2026-Q3': { revenue: 400 } },
    },
  },
});
export const analysis = analyze(workspace, '2026-Q3');

export const notebookOf = (body: string, each: 'none' | 'account' | 'kam' = 'none'): string =>
  ['---', 'title: Review', `each: ${each}`, 'cover: false', 'contents: false', '---', body].join('\n');

export const composed = (
  body: string,
  subject?: Subject,
  helpers: OwnHelpers = noOwnHelpers,
): DocumentModel => {
  const text = notebookOf(body, subject?.kind);
  const checked = checkNotebook(
    readNotebook('reports/review.md', text),
    vocabularyOf(analysis, locale, [...helperNames, ...helpers.scripts.map(({ name }) => name)]),
    seriesColumns(analysis),
  );
  if (checked.value === undefined)
    throw new Error(checked.diagnostics.map(({ message }) => message).join('\n'));
  const { name, head, nodes, cells } = checked.value;
  const program = compile(nodes, locale, cells, cellRunner, ownHelpers(helpers, createConfinement()));
  return compose(
    { name, frontMatter: head, program },
    {
      analysis,
      locale,
      names: createNames(workspace),
      documents: [],
      archive: () => [],
      basis: createBasis(analysis.figures, () => ({})),
      locate: () => ({}),
      ...(subject === undefined ? {} : { subject }),
    },
  );
};

export const section = (id: string, rest = ''): string =>
  `\`\`\`section ${id}\nname: ${id}\nheadline: Headline\n${rest}\`\`\`\n`;
export const prose = (document: DocumentModel): string =>
  document.sections
    .flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'prose' ? [block.html] : [])))
    .join('')
    .trim();
