import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { picture } from './layers.ts';
import { type Ranked, rankingLayers, valueRoom } from './ranking-layers.ts';
import { codeIn, flagIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { roomFor, rowGround, unitTitle } from './row-ground.ts';

const optionsSchema = z
  .strictObject({
    pitch: z.number().min(12).default(16).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(30).describe('Most accounts shown; the rest is counted below'),
  })
  .prefault({});

const series = 'portfolio.ranking';

/** Scores with their possible intervals, the threshold of the key set, and whom it would admit or not. */
export const ranking: Chart<z.infer<typeof optionsSchema>> = {
  name: 'ranking',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale } = input;
    const all = rankedOf(input);
    if (all.length === 0) return nothingToDraw;
    const shown = all.slice(0, limit);
    const rest = all.length - shown.length;
    const scoring = input.analysis.scope.workspace.program.scoring;
    const threshold = scoring?.keySet.threshold;
    const precision = (scoring?.scale.max ?? 10) > 10 ? 0 : 1;
    const number = (value: number): string => locale.number(value, { precision: precision + 1 });
    const ground = rowGround({
      width: input.width,
      names: shown.map(({ of, name, key }) => ({ text: name, strong: key, of })),
      pitch,
      top: threshold === undefined ? 18 : 30,
      bottom: rest > 0 ? 15 : 1,
      right: valueRoom(shown, number) + remarkRoom(input, shown),
      domain: domainOf(shown, threshold),
    });
    return {
      series,
      alternative: alternative(input, all, number, threshold),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, locale.t('charts.ranking.unit', scaleText(input))),
        ...ground.names,
        ...rankingLayers(input, ground, shown, { threshold, rest, number }),
      ]),
    };
  },
};

/** Room for the words at the right of the rows where the points table and the programme disagree. */
const remarkRoom = ({ locale }: ChartInput, shown: readonly Ranked[]): number =>
  shown.some(({ key, inKeySet }) => key !== inKeySet)
    ? roomFor([locale.t('charts.ranking.notAdmitted'), locale.t('charts.ranking.admissible')], 600)
    : 0;

const scaleText = ({ analysis, locale }: ChartInput): { low: string; high: string } => {
  const { min, max } = analysis.scope.workspace.program.scoring?.scale ?? { min: 1, max: 10 };
  return { low: locale.number(min, { precision: 0 }), high: locale.number(max, { precision: 0 }) };
};

const rankedOf = (input: ChartInput): Ranked[] =>
  rowsOf(input, series).flatMap((row, of): Ranked[] => {
    const [score, low, high] = ['score', 'low', 'high'].map(column => numberIn(row, column));
    if (score === undefined && (low === undefined || high === undefined)) return [];
    const account = codeIn(row, 'account');
    return [
      {
        of,
        account,
        name: input.names.shortAccount(account),
        score,
        low,
        high,
        prior: numberIn(row, 'scorePrior'),
        inKeySet: flagIn(row, 'inKeySet'),
        key: flagIn(row, 'key'),
      },
    ];
  });

const domainOf = (shown: readonly Ranked[], threshold: number | undefined): [number, number] => {
  const values = shown.flatMap(({ score, low, high, prior }) =>
    [score, low, high, prior].flatMap(value => value ?? []),
  );
  const all = [...values, ...(threshold === undefined ? [] : [threshold])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = Math.max((most - least) * 0.04, 0.1);
  return [least - room, most + room];
};

const alternative = (
  { locale }: ChartInput,
  all: readonly Ranked[],
  number: (value: number) => string,
  threshold: number | undefined,
): string => {
  const best = all
    .slice(0, 3)
    .flatMap(({ name, score }) => (score === undefined ? [] : [`${name} ${number(score)}`]));
  const first = locale.t('charts.ranking.alternative', { count: all.length, best: locale.list(best) });
  if (threshold === undefined) return first;
  const admitted = locale.t('charts.ranking.admitted', {
    count: all.filter(({ inKeySet }) => inKeySet).length,
    threshold: number(threshold),
  });
  return `${first} ${admitted}`;
};
