import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { picture } from './layers.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { heightFrom } from './sizes.ts';
import { type Contributor, reachedBy, whaleLayers, whaleMargins } from './whale-layers.ts';

const optionsSchema = z
  .strictObject({
    height: heightFrom(140).default(210).describe('Height in CSS pixels'),
  })
  .prefault({});

const series = 'portfolio.rationalisation';
const letGo = new Set(['let-go']);

/**
 * Whale curve: the part of everyone's contribution that the best customers bring, one by one, with what each adds as a bar.
 * It rises above the whole where customers cost money. Those whom the declared rules would let go are hollow and named.
 */
export const whale: Chart<z.infer<typeof optionsSchema>> = {
  name: 'whale',
  options: optionsSchema,
  draw(input, { height }) {
    const contributors = contributorsOf(input);
    const last = contributors.at(-1);
    if (last === undefined) return nothingToDraw;
    const plot = {
      width: input.width - whaleMargins.left - whaleMargins.right,
      height: height - whaleMargins.top - whaleMargins.bottom,
    };
    const line = input.analysis.scope.workspace.settings.thresholds.paretoShare;
    return {
      series,
      alternative: alternative(input, contributors, line),
      spec: picture(plot, whaleMargins, whaleLayers(input, plot, contributors, line)),
    };
  },
};

const contributorsOf = (input: ChartInput): Contributor[] => {
  const known = rowsOf(input, series).flatMap((row, of) => {
    const [rank, cumulative] = [numberIn(row, 'rank'), numberIn(row, 'cumulative')];
    if (rank === undefined || cumulative === undefined) return [];
    return [
      {
        of,
        name: input.names.shortAccount(codeIn(row, 'account')),
        rank,
        cumulative,
        isLetGo: letGo.has(codeIn(row, 'rationalisation')),
      },
    ];
  });
  return known.map((one, index) => ({
    ...one,
    share: one.cumulative - (known[index - 1]?.cumulative ?? 0),
  }));
};

const alternative = ({ locale }: ChartInput, contributors: readonly Contributor[], line: number): string => {
  const percent = (share: number): string => locale.measure(share, 'share', { precision: 0 });
  const reached = reachedBy(contributors, line);
  const gone = contributors.filter(({ isLetGo }) => isLetGo);
  return [
    locale.t('charts.whale.alternative', { count: contributors.length }),
    ...(reached === undefined
      ? []
      : [
          locale.t('charts.whale.reached', {
            count: reached.rank,
            share: percent(reached.cumulative),
          }),
        ]),
    ...(gone.length === 0
      ? []
      : [
          locale.t('charts.whale.gone', {
            count: gone.length,
            accounts: locale.list(gone.slice(0, 5).map(({ name }) => name)),
            share: percent(gone.reduce((sum, { share }) => sum + share, 0)),
          }),
        ]),
  ].join(' ');
};
