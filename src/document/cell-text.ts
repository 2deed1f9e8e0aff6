import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import { withinPhrase } from '../locale/sentence.ts';
import type { Unit } from '../model/figure.ts';
import type { Cell, Column, Row } from '../model/series.ts';
import type { LocalizedText } from '../model/text.ts';

export interface CellStyle {
  /** Divisor of money. */
  readonly scale: number;
  readonly short: boolean;
  /** Whether four digits are grouped too, because numbers of the table are longer; else as in running text. */
  readonly grouped?: boolean;
  readonly precision?: number;
  /** Whether each value carries its unit, since those of the column differ; an amount stands at its own scale. */
  readonly withUnit?: boolean;
  /** Whether shares have their sign, because other rows are in other units. */
  readonly percent?: boolean;
}

export interface CellText {
  readonly text: string;
  readonly language?: string;
}

/** Prints one cell of a series by what its column holds. Missing values print as a dash. */
export const cellText = (
  cell: Cell | undefined,
  column: Column,
  row: Row,
  { locale, names }: { readonly locale: Locale; readonly names: Names },
  style: CellStyle,
): CellText => {
  if (cell === null || cell === undefined || cell === '') return { text: absentText(column, row, locale) };
  if (column.kind === 'text') {
    const picked = locale.text(cell as LocalizedText);
    return { text: picked.text, ...(picked.fallback === undefined ? {} : { language: picked.fallback }) };
  }
  if (column.kind === 'measure') return { text: measureText(Number(cell), column, row, locale, style) };
  if (column.kind === 'flag') return { text: locale.t(cell === true ? 'interface.yes' : 'interface.no') };
  const code = String(cell);
  if (column.kind === 'term') return { text: locale.term(column.vocabulary, code) };
  if (column.kind === 'terms')
    return {
      text: code
        .split(' ')
        .map(one => locale.term(column.vocabulary, one))
        .map((name, place) => (place === 0 ? name : withinPhrase(name, locale)))
        .join('; '),
    };
  if (column.kind === 'word') return { text: names.word(code, locale) };
  if (column.kind === 'account')
    return { text: style.short ? names.shortAccount(code) : names.account(code) };
  if (column.kind === 'person') return { text: names.person(code) };
  return { text: column.kind === 'period' ? locale.period(code) : locale.shortDate(code) };
};

const absentText = (column: Column, row: Row, locale: Locale): string =>
  'absent' in column && column.absent !== undefined
    ? locale.t(`terms.${column.absent}`, numbersOf(row))
    : '–';

const numbersOf = (row: Row): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([id, cell]) => (typeof cell === 'number' ? [[id, cell] as const] : [])),
  );

/** Unit and precision of a measure: those of the cell or the row where the series gives them. */
export const unitOf = (
  column: Extract<Column, { kind: 'measure' }>,
  row: Row,
): { readonly unit: Unit; readonly precision: number } => {
  const own = row[`${column.id}Unit`];
  if (typeof own === 'string') return { unit: own as Unit, precision: column.precision };
  if (column.unit !== 'index') return { unit: column.unit, precision: column.precision };
  // What was laid across has the unit of the row that it comes from.
  const before = column.id.slice(0, column.id.lastIndexOf('/') + 1);
  const [unit, precision] = [row[`${before}unit`], row[`${before}precision`]];
  return {
    unit: typeof unit === 'string' ? (unit as Unit) : column.unit,
    precision: typeof precision === 'number' ? precision : column.precision,
  };
};

const measureText = (
  value: number,
  column: Extract<Column, { kind: 'measure' }>,
  row: Row,
  locale: Locale,
  style: CellStyle,
): string => {
  const { unit, precision } = unitOf(column, row);
  // "≥ 45": which side of the number the row means.
  const bound = row[`${column.id}Bound`];
  const before = typeof bound === 'string' ? `${bound}\u00a0` : '';
  if (style.withUnit === true)
    return before + withUnit(value, unit, precision, column.signed ?? false, locale);
  const scaled = unit.startsWith('money:') ? value / style.scale : value;
  const write = style.percent === true && unit === 'share' ? locale.measure : locale.bare;
  const text = write(scaled, unit, {
    precision: style.precision ?? (style.scale > 1 && unit.startsWith('money:') ? 0 : precision),
    signed: column.signed ?? false,
    place: style.grouped === false ? 'text' : 'table',
  });
  return before + text;
};

const withUnit = (value: number, unit: Unit, precision: number, signed: boolean, locale: Locale): string =>
  unit.startsWith('money:')
    ? locale.largeMoney(value, unit.slice(6), { style: 'symbol', signed })
    : locale.measure(value, unit, { precision, signed, place: 'text' });
