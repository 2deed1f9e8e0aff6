import type { TopLevelSpec } from 'vega-lite';
import type { z } from 'zod';
import type { Analysis } from '../analysis/analyze.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import type { SeriesId, Unavailable } from '../model/figure.ts';
import type { Span } from '../model/source.ts';

/** What a chart is drawn from. Sizes are CSS pixels (96 per inch; 11 mm column = 41.57 px, 4 mm gutter = 15.12 px). */
export interface ChartInput {
  readonly analysis: Analysis;
  readonly locale: Locale;
  readonly names: Names;
  /** Width of the place it stands in. */
  readonly width: number;
  /** The account that the document is about, when it is about one. */
  readonly account?: string;
  /** The key account manager that the document is about, when it is about one. */
  readonly kam?: string;
}

/** What is drawn. */
export interface Picture {
  readonly spec: TopLevelSpec;
  /** One or two sentences that state what the chart shows, in the reader's language. */
  readonly alternative: string;
  /** Where its author wrote it, when that is a notebook: what Vega has against it is said there. */
  readonly author?: Span;
}

export interface Drawing extends Picture {
  /** The series behind it, shown as a data table in HTML. */
  readonly series: SeriesId;
}

/** A drawing, or why there is nothing to draw. */
export type Drawn = Drawing | { readonly unavailable: Unavailable };

/** One kind of chart. */
export interface Chart<Options = unknown> {
  readonly name: string;
  readonly options: z.ZodType<Options>;
  draw(input: ChartInput, options: Options): Drawn;
}
