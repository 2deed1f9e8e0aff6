import type { Position } from './bubble-positions.ts';
import type { ChartInput } from './chart.ts';

const quadrants = ['key', 'development', 'maintenance', 'opportunistic'] as const;

/** What the matrix shows, in one to three sentences. */
export const kaismAlternative = (
  input: ChartInput,
  positions: readonly Position[],
  focused: string | undefined,
): string => {
  const { locale, names } = input;
  const focus = positions.find(({ account }) => account === focused);
  const moved = positions
    .filter(position => position.moved)
    .map(({ account }) => names.shortAccount(account));
  const counts = quadrants.map(code =>
    locale.t('charts.kaism.quadrant', {
      name: locale.term('kaism', code),
      count: positions.filter(({ quadrant }) => quadrant === code).length,
    }),
  );
  const sentences = [
    locale.t('charts.kaism.alternative', { count: positions.length, quadrants: counts.join('; ') }),
  ];
  if (focus !== undefined) sentences.push(focusSentence(input, focus));
  else if (moved.length > 0) sentences.push(locale.t('charts.kaism.moved', { accounts: locale.list(moved) }));
  return sentences.join(' ');
};

const focusSentence = ({ locale, names }: ChartInput, { account, quadrant, now }: Position): string =>
  locale.t('charts.kaism.focus', {
    account: names.account(account),
    quadrant: locale.term('kaism', quadrant),
    attractiveness: locale.number(now.y, { precision: 1 }),
    strength: locale.number(now.x, { precision: 1 }),
  });
