import { z } from 'zod';
import type { Chart } from './chart.ts';
import { layersOver, picture } from './layers.ts';
import { codeIn, flagIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { linear } from './scale.ts';
import { heightFrom } from './sizes.ts';
import { colours } from './theme.ts';

const optionsSchema = z
  .strictObject({ height: heightFrom(20).default(174).describe('Height in CSS pixels') })
  .prefault({});

const series = 'portfolio.customers';
/** Paper between two stripes, in pixels; narrow stripes give up no more than a third of their width. */
const gap = 1.2;

/** The strip of the cover: one stripe for each customer, its width the share of revenue, key accounts dark. */
export const coverStripes: Chart<z.infer<typeof optionsSchema>> = {
  name: 'cover-stripes',
  options: optionsSchema,
  draw(input, { height }) {
    const { locale, names, width } = input;
    const customers = rowsOf(input, series).flatMap(row => {
      const share = numberIn(row, 'share');
      return share === undefined || share <= 0
        ? []
        : [{ share, account: codeIn(row, 'account'), key: flagIn(row, 'key') }];
    });
    const [largest] = customers;
    if (largest === undefined) return nothingToDraw;
    const total = customers.reduce((sum, { share }) => sum + share, 0);
    const x = linear([0, total], [0, width]);
    const layers = layersOver(x, linear([0, 1], [height, 0]));
    let edge = 0;
    const stripes = customers.map(({ share, key }) => {
      const start = edge;
      edge += share;
      const space = Math.min(x.value(gap), share / 3);
      return { key, x: start, x2: edge - (edge >= total - 1e-9 ? 0 : space), y: 0, y2: 1 };
    });
    const keys = customers.filter(({ key }) => key);
    const keyShare = keys.reduce((sum, { share }) => sum + share, 0) / total;
    return {
      series,
      alternative: locale.say('charts.cover-stripes.alternative', {
        count: customers.length,
        keys: keys.length,
        keyShare: locale.measure(keyShare, 'share', { precision: 1 }),
        largest: names.account(largest.account),
        share: locale.measure(largest.share, 'share', { precision: 1 }),
      }),
      spec: picture({ width, height }, { top: 0, right: 0, bottom: 0, left: 0 }, [
        layers.rectangles(
          stripes.filter(({ key }) => key),
          { fill: colours.ink },
        ),
        layers.rectangles(
          stripes.filter(({ key }) => !key),
          { fill: colours.py },
        ),
      ]),
    };
  },
};
