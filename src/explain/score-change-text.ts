import type { ScoreChange } from '../analysis/movements/score-change.ts';
import type { Locale } from '../locale/locale.ts';
import { printedDifference, roundToTotal } from '../locale/rounding.ts';
import { inColumns } from './columns-text.ts';
import type { Comparison } from './comparison.ts';
import type { ComparisonText } from './comparison-text.ts';

const precision = 3;

/** Every score that moved, with what points, weights and coverage did, and each criterion under it. */
export const scoreLines = ({ scores }: Comparison, { locale, names }: ComparisonText): readonly string[] =>
  scores.length === 0
    ? []
    : inColumns([
        headOf(locale),
        ...scores.flatMap(change => rowsOf(change, names.shortAccount(change.customer.id), locale)),
      ]);

const headOf = (locale: Locale): readonly string[] => [
  '',
  ...['before', 'after', 'change', 'inputs', 'weights', 'coverage'].map(name =>
    locale.t(`diff.score.${name}`),
  ),
];

const signed = (value: number | null, locale: Locale): string =>
  value === null ? '' : locale.number(value, { precision, signed: true, place: 'table' });

/** Before and change printed make after, and the printed parts make the change, which those of the criteria make in turn. */
const rowsOf = (change: ScoreChange, name: string, locale: Locale): readonly (readonly string[])[] => {
  const [before, after] = [change.before.toNumber(), change.after.toNumber()];
  const whole = printedDifference(before, after, precision);
  const parts = [change.inputs, change.weights, change.coverage].map(part => part.toNumber());
  const [inputs = null, weights = null, coverage = null] = roundToTotal(parts, precision, whole);
  const plain = (value: number): string => locale.number(value, { precision, place: 'table' });
  return [
    [
      name,
      plain(before),
      plain(after),
      ...[whole, inputs, weights, coverage].map(part => signed(part, locale)),
    ],
    ...criterionRows(change, { inputs, weights }, locale),
  ];
};

const criterionRows = (
  { criteria }: ScoreChange,
  whole: { readonly inputs: number | null; readonly weights: number | null },
  locale: Locale,
): readonly (readonly string[])[] => {
  const moved = criteria.filter(({ inputs, weights }) => !inputs.isZero() || !weights.isZero());
  const columns = (['inputs', 'weights'] as const).map(name =>
    roundToTotal(
      moved.map(part => part[name].toNumber()),
      precision,
      whole[name] ?? undefined,
    ),
  );
  return moved.map(({ before, after }, index) => [
    `  ${locale.text(after.criterion.shortName ?? after.criterion.name).text}`,
    pointsText(before.points, locale),
    pointsText(after.points, locale),
    '',
    ...columns.map(column => signed(column[index] ?? null, locale)),
  ]);
};

const pointsText = (points: number | undefined, locale: Locale): string =>
  points === undefined ? '–' : locale.number(points, { precision, place: 'table' });
