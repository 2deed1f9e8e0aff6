import { missingGlyphs } from '../src/build.ts';
import { helperFailure } from '../src/document/own-helpers/call.ts';
import { readOwnHelpers } from '../src/document/own-helpers/read.ts';
import type { Files } from '../src/effects.ts';
import * as say from '../src/import/diagnostics.ts';
import type { Section } from '../src/import/section.ts';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import type { Span } from '../src/model/source.ts';
import { loadMessages } from '../src/platform/locales.ts';
import { vegaSays } from '../src/render/renderer.ts';
import { checkTemplates, missingName } from '../src/render/template-check.ts';

const section: Section = { into: 'accounts', file: 'crm.sql', line: 12, sql: '' };
const header: Span = { file: 'crm.sql', line: 12, column: 1, length: 0 };

/** Made by the constructors of the import. */
export const importExamples: readonly Diagnostic[] = [
  say.unknownTarget(header, 'acounts', ['accounts', 'accounts.history', 'orders']),
  say.statementCount(section, 2),
  say.statementRefused(section, 'COPY'),
  say.sqlFailed(
    section,
    'Binder Error: Referenced column "turnover" not found in FROM clause!\n\nLINE 14: SELECT turnover\n               ^',
  ),
  say.unknownColumn(section, 'citty', ['name', 'country', 'region']),
  say.missingColumn(section, 'name'),
  say.sourceUnreadable(section, 'customers.csv: the file is not UTF-8.'),
  say.conflictFound('data/accounts/aceros-norte.yaml', 'name: Aceros Norte\nindustry: Steelworks\n', {
    path: ['industry'],
    offset: 29,
    kept: 'Steelworks',
    imported: 'Metals',
    reason: 'by-hand',
  }),
  say.notMergeable('data/accounts/aceros-norte.yaml'),
  say.ordersDiffer('data/orders.csv', 12),
];

const tree = (files: Readonly<Record<string, string>>): Pick<Files, 'read' | 'list'> => ({
  read: async path => files[path],
  list: async () => Object.keys(files),
});
const texts = 'formats: { region: GB }\n';

const product =
  'formats: { region: GB, decimal: ".", group: "," }\npage: { contents: Contents, shown: "{n} of {count}" }\n';

/** Texts of a workspace with a mistake each. */
const ownTexts: readonly (readonly [tag: string, text: string])[] = [
  ['en', 'page: { contens: What is inside }\n'],
  ['en', 'page:\n  shown: "{n} of {cuont}"\n'],
  ['en', 'own:\n  greeting: "Dear {name"\n'],
  ['fr', 'page: { contents: Sommaire }\n'],
];

/** What the readers of texts and templates say of small mistakes, and what a build says of what it draws. */
export const productionExamples = async (): Promise<readonly Diagnostic[]> => {
  const locales: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['en', { 'templates/locales/en.yaml': 'contents: "Contents\n' }],
    ['en', { 'templates/locales/en.yaml': 'contents: [Contents]\n' }],
    ['fr', { 'templates/locales/en.yaml': texts, 'templates/locales/es.yaml': texts }],
    ['en-ZA', { 'templates/locales/en.yaml': texts, 'templates/locales/en-US.yaml': texts }],
  ];
  const read = await Promise.all([
    ...locales.map(([tag, files]) => loadMessages(tree(files), tag)),
    ...ownTexts.map(([tag, text]) =>
      loadMessages(
        tree({ 'templates/locales/en.yaml': product }),
        tag,
        tree({ [`templates/locales/${tag}.yaml`]: text }),
      ),
    ),
  ]);
  const layout = 'templates/layouts/document.hbs';
  const cover = 'templates/partials/cover.hbs';
  const { diagnostics } = await checkTemplates(
    tree({
      [cover]: '<header>\n{{#if title}}\n</header>\n',
      [layout]: '',
      'templates/styles/ours.css': '.cover::after { content: "</p>"; }\n',
    }),
    [{ file: 'reports/notes.md', head: { layout: 'documnt' } }],
  );
  const unknown = missingName(
    new Error('"titel" not defined in [object Object] - 2:2'),
    new Map([[cover, '<header>\n{{titel}}\n</header>\n']]),
  );
  return [
    ...read.flatMap(one => one.diagnostics),
    ...diagnostics,
    ...(unknown === undefined ? [] : [unknown]),
    ...helperProblems(),
    vegaSays('warning', 'Infinite extent for field "revenue": [Infinity, -Infinity]', 'en-GB', {
      file: 'reports/notes.md',
      line: 12,
      column: 1,
      length: 3,
    }),
    ...missingGlyphs([{ path: 'reports/2026-Q3/strategic-review.en-GB.pdf', missing: ['株'] }]),
  ];
};

/** Helpers of a workspace that are none, and one that fails while a document is made. */
const helperProblems = (): readonly Diagnostic[] => {
  const file = 'templates/helpers/per-head.js';
  const texts = [
    ['templates/helpers/PerHead.js', 'export default () => 1;'],
    [file, 'export default (amount, heads => amount / heads;'],
    [file, "import { readFileSync } from 'node:fs';"],
  ] as const;
  return [
    ...readOwnHelpers(
      texts.map(([name, text]) => ({ file: name, text })),
      [],
    ).diagnostics,
    helperFailure(file, 'The helper "per-head" failed: RangeError: too many.', { line: 2, column: 24 }),
  ];
};
