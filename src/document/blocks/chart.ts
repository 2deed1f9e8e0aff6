import type { Chart } from '../../charts/chart.ts';
import { chartNamed } from '../../charts/index.ts';
import type { Unavailable } from '../../model/figure.ts';
import { dataBehind } from '../behind.ts';
import { captioned } from '../caption.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import type { Captioned, FigureBlock, Span } from '../model.ts';
import { showSeries } from '../shown.ts';

const gutter = 4;
/** Between the margins of A4, in mm. */
const pageWidths = { portrait: 176, landscape: 263 } as const;
export type Orientation = keyof typeof pageWidths;

/** Width of a span of the grid in CSS pixels: twelve columns with gutters of 4 mm, 96 pixels to the inch. */
export const spanWidth = (span: Span, page: Orientation = 'portrait'): number =>
  (spanMillimetres(span, page) * 96) / 25.4;

/** The same in millimetres of the printed page. */
export const spanMillimetres = (span: Span, page: Orientation): number => {
  const column = (pageWidths[page] + gutter) / 12;
  return span * column - gutter;
};

/** Of the page that the section at hand stands on. */
export const orientationOf = ({ collected }: BlockContext): Orientation =>
  collected.sections.at(-1)?.landscape === true ? 'landscape' : 'portrait';

/** A chart knows what it lacks, not why; an audience is not told that nothing is recorded where something is hidden. */
const reasonFor = (unavailable: Unavailable, { analysis }: BlockContext): Unavailable =>
  (analysis.scope.workspace.redacted?.hidden.length ?? 0) === 0 ? unavailable : { code: 'hidden-or-absent' };

export const chartBlock = (
  name: string,
  options: CellOptions<'chart'>,
  context: BlockContext,
): FigureBlock => {
  const chart = chartNamed(name);
  if (chart === undefined) throw new Error(`There is no chart ${name}`);
  const { locale } = context;
  const head = captioned(context, 'figure', options, { caption: locale.t(`captions.${name}`), span: 9 });
  return fitted(context, head, own => drawnIn(chart, options, own, context));
};

/** A block that is drawn for the width of its place, and again where its row gives it more. */
export const fitted = (
  { collected }: BlockContext,
  head: Captioned,
  make: (head: Captioned) => FigureBlock,
): FigureBlock => {
  const block = make(head);
  collected.atSpan.set(block, span => make({ ...head, span }));
  return block;
};

const drawnIn = (
  chart: Chart,
  options: CellOptions<'chart'>,
  head: Captioned,
  context: BlockContext,
): FigureBlock => {
  const { analysis, locale, names, at } = context;
  const drawn = chart.draw(
    {
      analysis,
      locale,
      names,
      width: spanWidth(head.span, orientationOf(context)),
      ...(at.account === undefined ? {} : { account: at.account }),
      ...(at.kam === undefined ? {} : { kam: at.kam }),
    },
    chart.options.parse(options.options),
  );
  if ('unavailable' in drawn)
    return { kind: 'figure', ...head, unavailable: locale.reason(reasonFor(drawn.unavailable, context)) };
  showSeries(context, drawn.series);
  const series = analysis.series.get(drawn.series);
  return {
    kind: 'figure',
    ...head,
    drawing: drawn,
    ...(series === undefined ? {} : { data: dataBehind(series, context) }),
  };
};
