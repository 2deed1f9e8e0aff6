import type { ScoreChange } from '../analysis/movements/score-change.ts';
import type { Locale } from '../locale/locale.ts';
import { roundToTotal } from '../locale/rounding.ts';
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
        ...scores.flatMap(change => [
          scoreRow(change, names.shortAccount(change.customer.id), locale),
          ...criterionRows(change, locale),
        ]),
      ]);

const headOf = (locale: Locale): readonly string[] => [
  '',
  ...['before', 'after', 'change', 'inputs', 'weights', 'coverage'].map(name =>
    locale.t(`diff.score.${name}`),
  ),
];

const signed = (value: number | null, locale: Locale): string =>
  value === null ? '' : locale.number(value, { precision, signed: true, place: 'table' });

/** Printed parts add up to the printed change. */
const scoreRow = (change: ScoreChange, name: string, locale: Locale): readonly string[] => {
  const parts = [change.inputs, change.weights, change.coverage].map(part => part.toNumber());
  const plain = (value: number): string => locale.number(value, { precision, place: 'table' });
  return [
    name,
    plain(change.before.toNumber()),
    plain(change.after.toNumber()),
    signed(change.change.toNumber(), locale),
    ...roundToTotal(parts, precision).map(part => signed(part, locale)),
  ];
};

const criterionRows = ({ criteria }: ScoreChange, locale: Locale): readonly (readonly string[])[] => {
  const moved = criteria.filter(({ inputs, weights }) => !inputs.isZero() || !weights.isZero());
  const columns = [moved.map(part => part.inputs), moved.map(part => part.weights)].map(parts =>
    roundToTotal(
      parts.map(part => part.toNumber()),
      precision,
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
