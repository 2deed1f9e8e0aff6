import type { AccountEvent } from '../analysis/movements/events.ts';
import type { Locale } from '../locale/locale.ts';
import type { Names } from '../locale/names.ts';
import { printedDifference } from '../locale/rounding.ts';
import type { Figure } from '../model/figure.ts';
import type { LocalizedText } from '../model/text.ts';
import { inColumns } from './columns-text.ts';
import type { Comparison, FigureChange } from './comparison.ts';
import { inOneLine } from './one-line.ts';
import { revenueLines } from './revenue-change-text.ts';
import { scoreLines } from './score-change-text.ts';
import type { Ink } from './tree-text.ts';

export interface ComparisonText {
  readonly locale: Locale;
  readonly names: Names;
  readonly ink: Ink;
}

/** The comparison for a terminal: what moved, in sections; those without a movement say so. */
export const comparisonLines = (comparison: Comparison, text: ComparisonText): readonly string[] => {
  const { locale, ink } = text;
  const [before, after] = [comparison.before, comparison.after].map(({ scope }) =>
    locale.period(scope.period),
  );
  const section = (title: string, lines: readonly string[]): readonly string[] => [
    ink.strong(locale.t(`diff.${title}`)),
    ...(lines.length === 0 ? [`  ${ink.faint(locale.t('diff.nothing'))}`] : lines),
    '',
  ];
  return [
    ink.strong(`${before} → ${after}`),
    '',
    ...section('revenue', revenueLines(comparison, text)),
    ...section('scores', scoreLines(comparison, text)),
    ...section(
      'places',
      inColumns([...termRows(comparison, text), ...segmentRows(comparison, text)], 'words'),
    ),
    ...section(
      'events',
      inColumns(
        comparison.events.map(event => eventCells(event, text)),
        'words',
      ),
    ),
    ...section('kpis', kpiLines(comparison, text)),
    ink.faint(locale.t('diff.figures', { count: comparison.figures.length })),
  ].map(inOneLine);
};

const plain = (text: LocalizedText | undefined, locale: Locale): string =>
  text === undefined ? '–' : locale.text(text).text;

const eventCells = (
  { kind, customer, period, date, criteria }: AccountEvent,
  { locale, names }: ComparisonText,
): readonly string[] => [
  names.shortAccount(customer.id),
  locale.term('event', kind),
  date === undefined ? locale.period(period) : locale.shortDate(date),
  ...(criteria.length === 0 ? [] : [locale.list(criteria.map(name => plain(name, locale)))]),
];

/** Places in matrices, archetypes, phases: every figure that is a word of a closed vocabulary. */
const termRows = (
  { figures }: Comparison,
  { locale, names }: ComparisonText,
): readonly (readonly string[])[] =>
  figures
    .filter(({ id, before, after }) => before?.unit === 'term' && after?.unit === 'term' && isPlace(id))
    .map(({ id, before, after }) => [
      subjectOf(id, names) ?? locale.t('diff.programme'),
      locale.t(`methods.${(after ?? before)?.method}.title`),
      `${wordOf(before, locale)} → ${wordOf(after, locale)}`,
    ]);

/** What tells of an earlier or a second-best place is no place of its own. */
const isPlace = (id: string): boolean => !/\.(prior|second)$/.test(id);

const subjectOf = (id: string, names: Names): string | undefined => {
  const [head, subject = ''] = id.split('.');
  if (head === 'account') return names.shortAccount(subject);
  return head === 'kam' ? names.person(subject) : undefined;
};

const wordOf = (figure: Figure | undefined, locale: Locale): string =>
  figure?.value === undefined ? '–' : locale.figure(figure);

const segmentRows = (
  { segments }: Comparison,
  { locale, names }: ComparisonText,
): readonly (readonly string[])[] =>
  segments.flatMap(({ scheme, migrations }) =>
    migrations.map(({ customer, from, to }) => [
      names.shortAccount(customer.id),
      plain(scheme, locale),
      `${plain(from, locale)} → ${plain(to, locale)}`,
    ]),
  );

const kpiLines = ({ figures }: Comparison, { locale }: ComparisonText): readonly string[] =>
  inColumns(
    figures.flatMap(change => {
      const [, kpi = ''] = /^kpi\.([a-z-]+)\.value$/.exec(change.id) ?? [];
      return kpi === '' ? [] : [[locale.term('kpi', kpi), ...sides(change, locale)]];
    }),
  );

/** The printed difference is that of the printed values. */
const sides = ({ before, after }: FigureChange, locale: Locale): readonly string[] => {
  const difference =
    typeof before?.value === 'number' && typeof after?.value === 'number'
      ? locale.measure(
          printedDifference(before.value, after.value, after.precision + (after.unit === 'share' ? 2 : 0)),
          after.unit === 'share' ? 'points' : after.unit,
          { precision: after.precision, signed: true, place: 'table' },
        )
      : '';
  return [wordOf(before, locale), wordOf(after, locale), difference];
};
