import { analyze } from '../../../src/analysis/analyze.ts';
import type { TableCellOptions } from '../../../src/document/cells.ts';
import { emptyCollection } from '../../../src/document/composer.ts';
import type { BlockContext } from '../../../src/document/context.ts';
import type { Table } from '../../../src/document/model.ts';
import { buildTable } from '../../../src/document/table.ts';
import { createBasis } from '../../../src/explain/basis.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import type { Column, Row } from '../../../src/model/series.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { workspaceOf } from '../analysis/support.ts';

const messages = (await loadMessages(createFiles(packageRoot), 'es')).value;
if (messages === undefined) throw new Error('no Spanish texts');
const workspace = workspaceOf({
  accounts: Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`c${index}`, {}])),
});
const plain = (text: unknown): string => String(text);
export const context: BlockContext = {
  analysis: analyze(workspace, workspace.settings.period),
  locale: createLocale('es-ES', messages),
  names: createNames(workspace),
  documents: [],
  archive: () => [],
  basis: createBasis(new Map(), () => ({})),
  locate: () => ({}),
  collected: emptyCollection(),
  at: {},
  markup: plain,
  plain,
};

export const columns: readonly Column[] = [
  { id: 'account', kind: 'account' },
  { id: 'revenue', kind: 'measure', unit: 'money:EUR', precision: 0 },
  { id: 'prior', kind: 'measure', unit: 'money:EUR', precision: 0 },
  { id: 'share', kind: 'measure', unit: 'share', precision: 1 },
];

export const rowsOf = (revenues: readonly (number | null)[], prior: number | null = 1): Row[] =>
  revenues.map((revenue, index) => ({ account: `c${index}`, revenue, prior, share: 1 / revenues.length }));

export const tableOf = (rows: readonly Row[], options: Partial<TableCellOptions>): Table =>
  buildTable(
    { id: 'portfolio.customers', columns, rows, inputs: [] },
    { scale: 1, footnotes: [], wide: false, total: ['revenue', 'prior', 'share'], ...options },
    context,
  );

export const texts = ({ rows }: Table): string[][] => rows.map(({ cells }) => cells.map(({ text }) => text));
export const column = (table: Table, index: number): number[] =>
  texts(table).map(row => Number(row[index]?.replace(',', '.')));
