import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { picture } from './layers.ts';
import {
  type Ranked,
  rankedOf,
  rankingSeries,
  remarkRoom,
  scaleText,
  scoreDomain,
  scoreNumber,
} from './ranked.ts';
import { rankingLayers, valueRoom } from './ranking-layers.ts';
import { nothingToDraw } from './read.ts';
import { rowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(12).default(16).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(30).describe('Most accounts shown; the rest is counted below'),
  })
  .prefault({});

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
    const number = scoreNumber(input);
    const ground = rowGround({
      width: input.width,
      names: shown.map(({ of = 0, name, key }) => ({ text: name, strong: key, of })),
      pitch,
      top: threshold === undefined ? 18 : 30,
      bottom: rest > 0 ? 15 : 1,
      right: valueRoom(shown, number) + remarkRoom(input, shown),
      domain: scoreDomain(shown, threshold),
    });
    return {
      series: rankingSeries,
      alternative: alternative(input, all, number, threshold),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, locale.t('charts.ranking.unit', scaleText(input))),
        ...ground.names,
        ...rankingLayers(input, ground, shown, { threshold, rest, number }),
      ]),
    };
  },
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
