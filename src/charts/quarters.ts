import { z } from 'zod';
import type { Locale } from '../locale/locale.ts';
import { trailingYear, yearOf } from '../model/period.ts';
import type { Row } from '../model/series.ts';
import { type AmountLabels, amountLabels } from './amounts.ts';
import type { Chart, ChartInput } from './chart.ts';
import { hatchOver } from './hatch.ts';
import { type Layer, type Layers, layersOver, picture, type Span } from './layers.ts';
import { codeIn, currencyIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { fromZero, linear, type Scale } from './scale.ts';
import { heightFrom } from './sizes.ts';
import { textWidth } from './text-width.ts';
import { colours, labelSize, type Scenario, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({
    series: z
      .string()
      .optional()
      .describe('Series to draw; that of the account in an account document, else that of the portfolio'),
    height: heightFrom(90).default(170).describe('Height in CSS pixels'),
  })
  .prefault({});

/** One column of one quarter. */
interface Column {
  readonly kind: Scenario;
  readonly quarter: number;
  readonly place: number;
  readonly amount: number;
}

const margins = { top: 30, right: 0, bottom: 27, left: 0 };

/** Revenue by quarter of the fiscal year: previous year, plan, and actual or forecast. */
export const quarters: Chart<z.infer<typeof optionsSchema>> = {
  name: 'quarters',
  options: optionsSchema,
  draw(input, options) {
    const id =
      options.series ??
      (input.account === undefined ? 'portfolio.quarters' : `account.${input.account}.quarters`);
    const all = rowsOf(input, id);
    const rows = yearRows(input, all);
    const slots = slotsOf(rows);
    const columns = rows.flatMap((row, quarter) => columnsOf(row, quarter, slots));
    if (columns.length === 0) return nothingToDraw;
    const amounts = amountLabels(
      input.locale,
      columns.map(({ amount }) => amount),
      currencyIn(input, id, 'actual'),
    );
    return {
      series: id,
      alternative: alternative(input.locale, rows, columns, amounts),
      spec: drawing(input, { all, rows, slots, columns, amounts, height: options.height }),
    };
  },
};

/**
 * The quarters of the year under review, or the four that end with the period where the workspace counts in trailing years;
 * the last four where the series stops short of it.
 */
const yearRows = ({ analysis: { scope } }: ChartInput, rows: readonly Row[]): readonly Row[] => {
  const isTrailing = scope.workspace.settings.basis === 'trailing-year';
  const span = new Set(trailingYear(scope.period));
  const year = rows.filter(row => {
    const period = codeIn(row, 'period');
    return isTrailing ? span.has(period) : yearOf(period) === yearOf(scope.period);
  });
  return year.length > 0 ? year : rows.slice(-4);
};

/** Quarters that cross a year need it beside them. */
const quarterNames = (locale: Locale, rows: readonly Row[]): string[] => {
  const periods = rows.map(row => codeIn(row, 'period'));
  const isOneYear = new Set(periods.map(yearOf)).size === 1;
  return periods.map(period => (isOneYear ? locale.quarter(period) : locale.period(period)));
};

const columnIds = { PY: 'prior', PL: 'plan', AC: 'actual', FC: 'forecast' } as const;

/** Columns that at least one quarter has, in reading order; forecast takes the place of the actual that is still to come. */
const slotsOf = (rows: readonly Row[]): readonly Scenario[] =>
  (['PY', 'PL', 'AC'] as const).filter(kind =>
    rows.some(
      row => amountOf(row, kind) !== undefined || (kind === 'AC' && amountOf(row, 'FC') !== undefined),
    ),
  );

const amountOf = (row: Row, kind: Scenario): number | undefined => numberIn(row, columnIds[kind]);

const columnsOf = (row: Row, quarter: number, slots: readonly Scenario[]): Column[] =>
  slots.flatMap((slot, place) => {
    const kind = slot === 'AC' && amountOf(row, 'AC') === undefined ? 'FC' : slot;
    const amount = amountOf(row, kind);
    return amount === undefined ? [] : [{ kind, quarter, place, amount }];
  });

interface Content {
  /** Every quarter of the series, of which `rows` are drawn. */
  readonly all: readonly Row[];
  readonly rows: readonly Row[];
  readonly slots: readonly Scenario[];
  readonly columns: readonly Column[];
  readonly amounts: AmountLabels;
  readonly height: number;
}

const drawing = ({ locale, width }: ChartInput, { all, rows, slots, columns, amounts, height }: Content) => {
  const plot = { width, height: height - margins.top - margins.bottom };
  const x = linear([0, rows.length], [0, width]);
  const y = linear(fromZero(columns.map(({ amount }) => amount)), [plot.height, 0]);
  const layers = layersOver(x, y);
  const gap = 3 / (width / rows.length);
  // A group leaves a sixth of the quarter free, and no column grows wider than 40 pixels.
  const breadth = Math.min((5 / 6 - gap * (slots.length - 1)) / slots.length, (40 * rows.length) / width);
  const group = breadth * slots.length + gap * (slots.length - 1);
  const left = (column: Column): number => column.quarter + (1 - group) / 2 + column.place * (breadth + gap);
  const span = (column: Column): Span => ({
    x: left(column),
    x2: left(column) + breadth,
    y: 0,
    y2: column.amount,
  });
  const middle = (column: Column): number => left(column) + breadth / 2;
  const names = quarterNames(locale, rows);
  const detailed = rows.map((row, quarter) => headingOf(locale, row, names[quarter] ?? '', amounts));
  const hasRoom = detailed.every(text => textWidth(text, labelSize, 600) <= width / rows.length - 4);
  const headings = hasRoom ? detailed : names;
  const below = y.value(plot.height + 11);
  const roomy = columns.every(
    ({ amount }) => textWidth(amounts.text(amount), labelSize) <= x.at(breadth + gap) - 1,
  );
  const labelled = columns.filter(({ kind }) => roomy || kind === 'AC' || kind === 'FC');
  return picture(plot, margins, [
    ...columnLayers(layers, columns, span, x, y),
    ...(['PY', 'AC'] as const).map(tone =>
      layers.texts(
        labelled
          .filter(({ kind }) => (kind === 'PY') === (tone === 'PY'))
          .map(column => ({
            x: middle(column),
            y: Math.max(0, column.amount),
            text: amounts.text(column.amount),
          })),
        { align: 'center', dy: -4, color: tone === 'PY' ? colours.ink3 : colours.ink },
      ),
    ),
    layers.segments([{ x: 0, y: 0, x2: rows.length, y2: 0 }]),
    layers.texts(
      columns.map(column => ({
        x: middle(column),
        y: below,
        text: locale.t(`charts.scenarios.${column.kind}`),
      })),
      { align: 'center', color: colours.ink2 },
    ),
    layers.texts(
      rows.map((_, quarter) => ({
        x: quarter + 0.5,
        y: y.value(plot.height + 23),
        text: headings[quarter] ?? '',
      })),
      { align: 'center', weight: 600 },
    ),
    layers.texts([{ x: 0, y: y.value(8 - margins.top), text: amounts.unit }], { weight: 500 }),
    layers.places(
      rows.map((row, quarter) => ({
        x: quarter,
        x2: quarter + 1,
        y: below,
        y2: y.domain[1],
        of: all.indexOf(row),
      })),
    ),
  ]);
};

/** The quarter, with what it has over its plan or lacks to it. */
const headingOf = (locale: Locale, row: Row, name: string, amounts: AmountLabels): string => {
  const [plan, reached] = [amountOf(row, 'PL'), amountOf(row, 'AC') ?? amountOf(row, 'FC')];
  if (plan === undefined || reached === undefined) return name;
  return locale.t('charts.quarters.variance', { name, gap: amounts.text(reached - plan, true) });
};

const columnLayers = (
  layers: Layers,
  columns: readonly Column[],
  span: (column: Column) => Span,
  x: Scale,
  y: Scale,
): Layer[] => [
  ...(['PY', 'PL', 'AC', 'FC'] as const).map(kind =>
    layers.rectangles(columns.filter(column => column.kind === kind).map(span), scenario[kind]),
  ),
  layers.segments(
    columns.filter(({ kind }) => kind === 'FC').flatMap(column => hatchOver(span(column), x, y)),
    { strokeWidth: 1.1 },
  ),
];

const alternative = (
  locale: Locale,
  rows: readonly Row[],
  columns: readonly Column[],
  amounts: AmountLabels,
): string => {
  const names = quarterNames(locale, rows);
  const parts = (['AC', 'FC', 'PL', 'PY'] as const).flatMap(kind => {
    const values = columns
      .filter(column => column.kind === kind)
      .map(({ quarter, amount }) => `${names[quarter] ?? ''} ${amounts.text(amount)}`);
    return values.length === 0 ? [] : [`${locale.term('scenario', kind)}: ${locale.list(values)}`];
  });
  return locale.t('charts.quarters.alternative', { unit: amounts.unit, values: parts.join('; ') });
};
