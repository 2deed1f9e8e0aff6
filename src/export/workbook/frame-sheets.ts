import type { Locale } from '../../locale/locale.ts';
import { figureTable, valueColumn } from '../figure-table.ts';
import type { ExportSources } from '../format.ts';
import type { LiveModel } from './live-model.ts';
import { numberFormat } from './number-format.ts';
import { type CellPlace, reference, type Sheet, type SheetCell } from './sheet.ts';

/** What is in the workbook; a click leads there. */
export const contentsSheet = (
  listed: readonly { readonly sheet: Sheet; readonly title: string }[],
  name: string,
  locale: Locale,
): Sheet => ({
  name,
  frozen: 0,
  columns: [
    { title: locale.t('export.workbook.sheet'), width: 34 },
    { title: locale.t('export.workbook.holds'), width: 80 },
    { title: locale.t('export.workbook.rows'), width: 9, numeric: true },
  ],
  rows: listed.map(({ sheet, title }) => [
    { value: sheet.name, leadsTo: sheet.name },
    { value: title },
    { value: sheet.filtered === undefined || sheet.filtered === 0 ? sheet.rows.length : sheet.filtered },
  ]),
});

/** @param scores cells that hold scores, by figure */
export const figuresSheet = (
  sources: ExportSources,
  model: LiveModel,
  name: string,
  scores: ReadonlyMap<string, CellPlace>,
): Sheet => {
  const table = figureTable(model.figures, { ...sources, audience: 'people' });
  const widths = [46, 44, 28, 18, 40, 12, 12, 12, 8, 8, 10, 22];
  return {
    name,
    frozen: 2,
    columns: table.columns.map(({ title, kind }, index) => ({
      title,
      width: widths[index] ?? 12,
      numeric: kind === 'number',
    })),
    rows: table.rows.map((row, index) =>
      row.map((value, column): SheetCell => {
        const figure = model.figures[index];
        if (figure === undefined || typeof value !== 'number') return { value };
        const { unit, precision } = figure;
        const isCount = column > valueColumn && column !== 6 && column !== 7;
        const format = isCount ? '0' : figureFormat(unit, precision, sources.locale);
        if (column !== valueColumn) return { value, format };
        const score = scores.get(figure.id);
        const formula = score === undefined ? model.formulaOf(figure) : reference(score);
        return { value, format, ...(formula === undefined ? {} : { formula }) };
      }),
    ),
  };
};

/** Figures keep their own unit: differences of shares stand as shares here, so that formulas can use them. */
const figureFormat = (unit: Parameters<typeof numberFormat>[0], precision: number, locale: Locale): string =>
  numberFormat(unit === 'points' ? 'share' : unit, { precision, signed: unit === 'points' }, locale);

/** The numbers in the files of the workspace that figures rest on; they may be changed here, to see what follows. */
export const numbersSheet = ({ numbers }: LiveModel, name: string, locale: Locale): Sheet => ({
  name,
  frozen: 0,
  columns: [
    { title: locale.t('export.workbook.source'), width: 44 },
    { title: locale.t('export.workbook.line'), width: 9, numeric: true },
    { title: locale.t('export.workbook.path'), width: 44 },
    { title: locale.t('export.figures.value'), width: 18, numeric: true },
  ],
  rows: numbers.map(({ ref, line, value }) => [
    { value: ref.file },
    { value: line },
    { value: ref.path.join('.') },
    { value, look: 'input' },
  ]),
});
