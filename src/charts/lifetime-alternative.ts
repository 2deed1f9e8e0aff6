import type { Position } from './bubble-positions.ts';
import type { ChartInput } from './chart.ts';
import type { Point } from './layers.ts';
import { currencyIn } from './read.ts';

const quadrants = ['true-friends', 'butterflies', 'barnacles', 'strangers'] as const;

/** What the matrix shows, in one to three sentences. */
export const lifetimeAlternative = (
  input: ChartInput,
  positions: readonly Position[],
  cuts: Point,
  focused: string | undefined,
): string => {
  const { locale, names } = input;
  const currency = currencyIn(input, 'portfolio.lifetime', 'profit');
  const place = ({ x, y }: Point) => ({
    profit: locale.largeMoney(y, currency),
    years: locale.measure(x, 'years', { precision: 1, place: 'text' }),
  });
  const counts = quadrants.map(code =>
    locale.t('charts.kaism.quadrant', {
      name: locale.term('lifetime-quadrant', code),
      count: positions.filter(({ quadrant }) => quadrant === code).length,
    }),
  );
  const sentences = [
    locale.t('charts.lifetime.alternative', {
      count: positions.length,
      quadrants: counts.join('; '),
      ...place(cuts),
    }),
  ];
  const focus = positions.find(({ account }) => account === focused);
  const moved = positions.filter(position => position.moved);
  if (focus !== undefined)
    sentences.push(
      locale.t('charts.lifetime.focus', {
        account: names.account(focus.account),
        quadrant: locale.term('lifetime-quadrant', focus.quadrant),
        ...place(focus.now),
      }),
    );
  else if (moved.length > 0)
    sentences.push(
      locale.t('charts.kaism.moved', {
        accounts: locale.list(moved.map(({ account }) => names.shortAccount(account))),
      }),
    );
  return sentences.join(' ');
};
