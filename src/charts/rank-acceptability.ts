import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { picture } from './layers.ts';
import { type Acceptable, acceptabilityLayers, keySetColumn } from './rank-acceptability-layers.ts';
import { type RankGroup, rankGroups } from './rank-groups.ts';
import { codeIn, flagIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { lineBelow, rowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { ellipsize, textWidth } from './text-width.ts';
import { labelSize } from './theme.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(12).default(16).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(24).describe('Most accounts shown, by rank; the rest is counted below'),
    weights: z
      .enum(['any', 'near'])
      .default('any')
      .describe('any: weights drawn from all; near: weights close to the declared ones'),
  })
  .prefault({});

const series = 'portfolio.robustness.acceptability';

/** Accounts in one sentence. */
const mostNamed = 5;

/**
 * How often each account takes which ranks when the weights are drawn at random (SMAA-2), darker where more often. The
 * values stand in the cells, so the shades only lead the eye.
 */
export const rankAcceptability: Chart<z.infer<typeof optionsSchema>> = {
  name: 'rank-acceptability',
  options: optionsSchema,
  draw(input, { pitch, limit, weights }) {
    const { locale } = input;
    const rows = rowsOf(input, series);
    const ranks = rowsOf(input, 'portfolio.robustness.ranks');
    const last = Math.max(0, ...ranks.map(row => numberIn(row, 'rank') ?? 0));
    if (rows.length === 0 || last === 0) return nothingToDraw;
    const groups = rankGroups(rows.filter(row => flagIn(row, 'inKeySet')).length, last);
    const all = acceptableOf(input, groups, weights);
    const shown = all.slice(0, limit);
    const below = belowOf(input, all.length - shown.length, all);
    const ground = rowGround({
      width: input.width,
      names: shown.map(({ of, name, key }) => ({ text: name, strong: key, of })),
      widest: 0.28,
      pitch,
      top: 42,
      bottom: below === undefined ? 1 : 15,
      right: 2 * keySetColumn,
      domain: [0, groups.length],
    });
    return {
      series,
      alternative: alternative(input, all, groups),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, locale.t(`charts.rank-acceptability.unit.${weights}`)),
        ...ground.names,
        ...acceptabilityLayers(input, ground, shown, groups),
        ...(below === undefined ? [] : [lineBelow(ground, [below])]),
      ]),
    };
  },
};

/**
 * Who is scored and has no row: those that the limit cuts off, and those that hardly any weighting admits, as many by name as
 * the line has room for.
 */
const belowOf = (input: ChartInput, cut: number, all: readonly Acceptable[]): string | undefined => {
  const { locale, names, width } = input;
  const present = new Set(all.map(({ account }) => account));
  const left = rowsOf(input, 'portfolio.ranking')
    .filter(row => numberIn(row, 'score') !== undefined)
    .map(row => codeIn(row, 'account'))
    .filter(account => !present.has(account));
  const rest = cut === 0 ? [] : [locale.t('charts.ranking.rest', { count: cut })];
  if (left.length === 0) return rest[0];
  const naming = (count: number): string => {
    const named = left.slice(0, count).map(account => names.shortAccount(account));
    const more = left.length - named.length;
    const accounts = locale.list([
      ...named,
      ...(more === 0 ? [] : [locale.t('interface.moreAccounts', { count: more })]),
    ]);
    return [...rest, locale.t('charts.rank-acceptability.left', { count: left.length, accounts })].join('. ');
  };
  const texts = Array.from({ length: mostNamed }, (_, index) => naming(mostNamed - index));
  return texts.find(text => textWidth(text, labelSize) <= width) ?? ellipsize(naming(1), width, labelSize);
};

const acceptableOf = (
  input: ChartInput,
  groups: readonly RankGroup[],
  weights: 'any' | 'near',
): Acceptable[] => {
  const column = weights === 'any' ? 'shareAny' : 'shareNear';
  const shares = new Map(
    rowsOf(input, 'portfolio.robustness.ranks').map(row => [
      `${codeIn(row, 'account')}/${numberIn(row, 'rank')}`,
      numberIn(row, column) ?? 0,
    ]),
  );
  return rowsOf(input, series).map((row, of) => {
    const account = codeIn(row, 'account');
    const within = ({ from, to }: RankGroup): number =>
      Array.from({ length: to - from + 1 }, (_, step) => shares.get(`${account}/${from + step}`) ?? 0).reduce(
        (sum, share) => sum + share,
        0,
      );
    return {
      of,
      account,
      name: input.names.shortAccount(account),
      key: flagIn(row, 'key'),
      inKeySet: flagIn(row, 'inKeySet'),
      shares: groups.map(within),
      near: numberIn(row, 'keySetNear'),
      any: numberIn(row, 'keySetAny'),
    };
  });
};

/** The most likely first, and those whose place in the key set hangs on the weights. */
const alternative = (
  { locale }: ChartInput,
  all: readonly Acceptable[],
  groups: readonly RankGroup[],
): string => {
  const percent = (share: number): string => locale.measure(share, 'share', { precision: 0 });
  const first = [...all].sort((a, b) => (b.shares[0] ?? 0) - (a.shares[0] ?? 0)).slice(0, 3);
  const open = all.filter(({ near }) => near !== undefined && near > 0.005 && near < 0.995);
  return [
    locale.t('charts.rank-acceptability.alternative', {
      count: all.length,
      places: groups.filter(({ inside }) => inside).at(-1)?.to ?? 0,
      first: locale.list(
        first
          .filter(({ shares }) => (shares[0] ?? 0) >= 0.005)
          .map(({ name, shares }) => `${name} ${percent(shares[0] ?? 0)}`),
      ),
    }),
    ...(open.length === 0
      ? []
      : [
          locale.t('charts.rank-acceptability.open', {
            count: open.length,
            accounts: locale.list([
              ...open.slice(0, mostNamed).map(({ name, near }) => `${name} ${percent(near ?? 0)}`),
              ...(open.length > mostNamed
                ? [locale.t('interface.moreAccounts', { count: open.length - mostNamed })]
                : []),
            ]),
          }),
        ]),
  ].join(' ');
};
