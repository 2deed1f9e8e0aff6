import type { TopLevelSpec } from 'vega-lite';
import type { Row, Series } from '../../model/series.ts';
import type { Span } from '../../model/source.ts';
import { sayingMissing } from '../analyst/missing.ts';
import { analystRows } from '../analyst/rows.ts';
import { isSpec, namedData, type Spec } from '../analyst/spec.ts';
import { languagesOf, resolveTexts } from '../analyst/texts.ts';
import { withTitles } from '../analyst/titles.ts';
import { dataBehind } from '../behind.ts';
import { captioned } from '../caption.ts';
import { cellText } from '../cell-text.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { FigureBlock } from '../model.ts';
import { showSeries } from '../shown.ts';
import { resolveId } from '../subject.ts';
import { fitted, orientationOf, spanWidth } from './chart.ts';
import { emptyText } from './table.ts';

/**
 * A chart that an analyst wrote, over the series that its data name. Its own title, where it is a plain text, is the caption;
 * its description is the text alternative.
 */
export const vegaLiteBlock = (
  _: string,
  options: CellOptions<'vega-lite'>,
  context: BlockContext,
  place: Span,
): FigureBlock => {
  const { locale, analysis } = context;
  const { usermeta = {}, ...written } = options;
  const languages = languagesOf(analysis.scope.workspace.settings.locales);
  const { description, ...spec } = resolveTexts(written, languages, context.plain) as Spec;
  const title = usermeta.caption === undefined && typeof spec.title === 'string' ? spec.title : undefined;
  const caption = escapeMarkup(title ?? locale.t('interface.ownChart'));
  const head = captioned(context, 'figure', usermeta, { caption, span: 9 });
  const data = seriesOf(spec, context);
  if (data.size > 0 && [...data.values()].every(series => series === undefined || series.rows.length === 0))
    return { kind: 'figure', ...head, unavailable: emptyText([...data.values()].find(isWithheld), locale) };
  for (const series of data.values()) if (series !== undefined) showSeries(context, series.id);
  const shown = title === undefined ? spec : without(spec, 'title');
  const [first] = data.values();
  return fitted(context, head, own => ({
    kind: 'figure',
    ...own,
    drawing: {
      spec: {
        ...sized(
          sayingMissing(withTitles(shown, titlesOf(data, context))),
          spanWidth(own.span, orientationOf(context)),
        ),
        params: [...atHandParams(context), ...(Array.isArray(spec.params) ? spec.params : [])],
        datasets: {
          ...(isSpec(spec.datasets) ? spec.datasets : {}),
          ...Object.fromEntries([...data].map(([name, series]) => [name, rowsOf(series, context)])),
        },
      } as unknown as TopLevelSpec,
      alternative:
        typeof description === 'string'
          ? description
          : locale.t('interface.ownChartAlternative', { caption: head.caption }),
      author: place,
    },
    ...(first === undefined ? {} : { data: dataBehind(first, context) }),
  }));
};

/** The series that the data of a spec name, by the name it uses. */
const seriesOf = (spec: Spec, { analysis, at }: BlockContext): ReadonlyMap<string, Series | undefined> =>
  new Map(namedData(spec).map(({ name }) => [name, analysis.series.get(resolveId(name, at))]));

const rowsOf = (series: Series | undefined, context: BlockContext): readonly Row[] =>
  series === undefined
    ? []
    : analystRows(
        series,
        (cell, column, row) => cellText(cell, column, row, context, { scale: 1, short: true }).text,
      );

const titlesOf =
  (data: ReadonlyMap<string, Series | undefined>, { locale }: BlockContext) =>
  (column: string): string | undefined =>
    [...data.values()].some(series => series?.columns.some(({ id }) => id === column))
      ? locale.t(`columns.${column}`)
      : undefined;

/** What a filter may ask for: whom the document is about, and its period. */
const atHandParams = ({ at, analysis }: BlockContext): readonly Spec[] => [
  { name: 'account', value: at.account ?? null },
  { name: 'kam', value: at.kam ?? null },
  { name: 'period', value: analysis.scope.period },
];

/** As wide as its place, unless it says how wide it is or is made of several views, which Vega-Lite cannot fit. */
const sized = (spec: Spec, width: number): Spec =>
  'width' in spec || composed.some(key => key in spec)
    ? spec
    : { width, autosize: { type: 'fit-x', contains: 'padding' }, ...spec };

const composed = ['hconcat', 'vconcat', 'concat', 'facet', 'repeat'];

const without = (spec: Spec, key: string): Spec =>
  Object.fromEntries(Object.entries(spec).filter(([own]) => own !== key));

const isWithheld = (series: Series | undefined): boolean => series?.withheld === true;
