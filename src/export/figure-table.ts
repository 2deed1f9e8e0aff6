import { figureName } from '../locale/figure-names.ts';
import type { Figure } from '../model/figure.ts';
import type { ExportColumn, ExportTable, Value } from './table.ts';
import type { Reader } from './values.ts';

type Kind = ExportColumn['kind'];

/** Columns of the tables that are no series. */
export const ownColumns = (
  table: 'figures' | 'findings',
  columns: readonly (readonly [id: string, kind: Kind])[],
  { locale }: Reader,
): readonly ExportColumn[] =>
  columns.map(([id, kind]) => ({
    id,
    title: locale.t(`export.${table}.${id}`),
    kind,
    precision: 0,
    signed: false,
  }));

/** Figures, each: its value or why it has none, its interval and coverage, and the method that made it. */
export const figureTable = (figures: readonly Figure[], reader: Reader): ExportTable => ({
  id: 'figures',
  title: reader.locale.t('export.figures.title'),
  columns: ownColumns(
    'figures',
    [
      ['id', 'text'],
      ['name', 'text'],
      ['subject', 'text'],
      ['value', 'number'],
      ['text', 'text'],
      ['unit', 'text'],
      ['low', 'number'],
      ['high', 'number'],
      ['n', 'number'],
      ['of', 'number'],
      ['period', 'text'],
      ['method', 'text'],
    ],
    reader,
  ),
  ...withFigures(figures, reader),
});

/** Place of the value among the columns. */
export const valueColumn = 3;

const withFigures = (figures: readonly Figure[], reader: Reader): Pick<ExportTable, 'rows' | 'figures'> => ({
  rows: figures.map(figure => rowOf(figure, reader)),
  figures: figures.map(({ id }) =>
    Array.from({ length: valueColumn + 1 }, (_, place) => (place === valueColumn ? id : undefined)),
  ),
});

const rowOf = (figure: Figure, { locale, names }: Reader): readonly Value[] => {
  const { id, value, unavailable, interval, coverage } = figure;
  const text = unavailable === undefined ? undefined : locale.reason(unavailable);
  return [
    id,
    figureName(id, locale) ?? null,
    subjectOf(id, names),
    typeof value === 'number' ? value : null,
    text ?? (typeof value === 'string' ? locale.figure(figure) : null),
    figure.unit,
    interval?.low ?? null,
    interval?.high ?? null,
    coverage?.n ?? null,
    coverage?.of ?? null,
    figure.period,
    figure.method,
  ];
};

/** The account or key account manager that a figure is about. */
const subjectOf = (id: string, names: Reader['names']): string | null => {
  const [, kind, subject = ''] = /^(account|kam)\.([^.]+)\./.exec(id) ?? [];
  if (kind === 'account') return names.account(subject);
  return kind === 'kam' ? names.person(subject) : null;
};
