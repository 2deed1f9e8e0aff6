import { asOf } from '../../analysis/as-of.ts';
import { genericId } from '../../analysis/generic-id.ts';
import { palettesOf } from '../../brand/palette.ts';
import type { CellOptions } from '../../document/cells.ts';
import type { CheckedNotebook } from '../../document/check.ts';
import { valueColumn } from '../figure-table.ts';
import type { ExportFormat, ExportSources } from '../format.ts';
import type { ExportTable } from '../table.ts';
import { exportTables, tableId, tableIds } from '../tables.ts';
import { workbookFile } from './file.ts';
import { contentsSheet, figuresSheet, numbersSheet } from './frame-sheets.ts';
import { type LiveModel, liveModel } from './live-model.ts';
import { scoresSheet } from './scores.ts';
import { type Sheet, sheetNames } from './sheet.ts';
import { tableSheet } from './table-sheet.ts';

/**
 * One workbook: contents, scores, the figures, the numbers recorded in the data, and a sheet for each table that has rows. Figures follow
 * from those numbers by formulas, and tables from the figures, so that a changed number changes all that rests on it.
 */
export const workbookFormat: ExportFormat = {
  names: ({ analysis }) => tableIds(analysis),
  files: async (sources, chosen) => {
    const { locale, analysis } = sources;
    const { settings } = analysis.scope.workspace;
    const content = await workbookFile(workbookSheets(sources, chosen), {
      palette: palettesOf(settings.brand).light,
      title: `${settings.company.name}, ${locale.period(analysis.scope.period)}`,
      author: settings.company.name,
      date: asOf(analysis.scope),
    });
    return [{ path: `tables.${locale.tag}.xlsx`, content }];
  },
};

/** @param chosen ids of tables */
export const workbookSheets = (sources: ExportSources, chosen: ReadonlySet<string>): readonly Sheet[] => {
  const { locale, analysis } = sources;
  const all = exportTables(analysis, { ...sources, audience: 'people' }).filter(({ id }) => chosen.has(id));
  // A sheet of headings hides those that hold something among a hundred others.
  const tables = all.filter(({ id, rows }) => id !== 'figures' && (rows.length > 0 || chosen.size === 1));
  const name = sheetNames();
  const own = {
    contents: name(locale.t('export.workbook.contents')),
    scores: name(locale.t('export.workbook.scores')),
    figures: name(locale.t('export.figures.title')),
    numbers: name(locale.t('export.workbook.numbers')),
  };
  const shown = [
    ...figuresIn(all),
    ...(analysis.series.get('portfolio.ranking')?.rows ?? []).flatMap(({ account }) => [
      `account.${String(account)}.score.total`,
      `account.${String(account)}.score.rank`,
    ]),
  ];
  const model: LiveModel = liveModel(shown, analysis.figures, sources.locate, {
    figures: { sheet: own.figures, column: valueColumn },
    numbers: { sheet: own.numbers, column: 3 },
  });
  const scores = scoresSheet(sources, model, own.scores);
  const totals = totalsOf(sources.notebooks);
  const sheets = tables.map(table =>
    tableSheet(table, { name: name(table.title), totals: totals.get(table.id) ?? new Set(), model, locale }),
  );
  const listed = [
    ...(scores === undefined ? [] : [{ sheet: scores.sheet, title: locale.t('export.workbook.scoresNote') }]),
    {
      sheet: figuresSheet(sources, model, own.figures, scores?.places ?? new Map()),
      title: locale.t('export.workbook.figuresNote'),
    },
    { sheet: numbersSheet(model, own.numbers, locale), title: locale.t('export.workbook.numbersNote') },
    ...sheets.map((sheet, index) => ({ sheet, title: tables[index]?.title ?? '' })),
  ];
  return [contentsSheet(listed, own.contents, locale), ...listed.map(({ sheet }) => sheet)];
};

const figuresIn = (tables: readonly ExportTable[]): readonly string[] =>
  tables.flatMap(({ figures = [] }) => figures.flatMap(row => row.flatMap(figure => figure ?? [])));

/** The columns that a report sums, by table. */
const totalsOf = (notebooks: readonly CheckedNotebook[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const totals = new Map<string, Set<string>>();
  for (const { cells } of notebooks)
    for (const { kind, argument, options } of cells.values()) {
      if (kind !== 'table') continue;
      const id = tableId(genericId(argument));
      const known = totals.get(id) ?? new Set();
      for (const column of (options as CellOptions<'table'>).total ?? []) known.add(column);
      totals.set(id, known);
    }
  return totals;
};
