import { z } from 'zod';
import type { Chart, ChartInput } from './chart.ts';
import { picture } from './layers.ts';
import { codeIn, nothingToDraw, numberIn, rowsOf } from './read.ts';
import { type Invested, measures, resourceShareLayers, verdictOf } from './resource-shares-layers.ts';
import { restLine, roomFor, rowGround, unitTitle } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';

const optionsSchema = z
  .strictObject({
    pitch: pitchFrom(16).default(22).describe('Height of a row in CSS pixels'),
    limit: z.int().min(1).default(20).describe('Most accounts shown, by their share of the resources'),
  })
  .prefault({});

const series = 'programme.resources.shares';

/**
 * The share of the resources that each key account gets, against its shares of revenue, margin and potential. The pale band
 * holds the shares of value that the declared ratios call balanced: what lies outside it speaks for more or less.
 */
export const resourceShares: Chart<z.infer<typeof optionsSchema>> = {
  name: 'resource-shares',
  options: optionsSchema,
  draw(input, { pitch, limit }) {
    const { locale, analysis } = input;
    const { effortLow, effortHigh } = analysis.scope.workspace.settings.thresholds;
    const all = investedOf(input);
    if (all.length === 0) return nothingToDraw;
    const shown = all.slice(0, limit);
    const largest = Math.max(
      ...shown.flatMap(({ resources, worth }) => [resources, ...worth.flatMap(v => v ?? [])]),
    );
    const ground = rowGround({
      width: input.width,
      names: shown.map(({ of, name }) => ({ text: name, of })),
      pitch,
      top: 30,
      bottom: shown.length < all.length ? 29 : 16,
      right: roomFor(
        shown.map(one => verdictOf(input, one)),
        600,
      ),
      domain: [0, (largest > 0 ? largest : 1) * 1.06],
    });
    return {
      series,
      alternative: alternative(input, all),
      spec: picture(ground.plot, ground.margins, [
        unitTitle(ground, locale.t('charts.resource-shares.unit')),
        ...ground.names,
        ...resourceShareLayers(input, ground, shown, { low: effortLow, high: effortHigh }),
        ...restLine(ground, locale, all.length - shown.length),
      ]),
    };
  },
};

const investedOf = (input: ChartInput): Invested[] =>
  rowsOf(input, series)
    .flatMap((row, of): Invested[] => {
      const resources = numberIn(row, 'resourceShare');
      if (resources === undefined) return [];
      return [
        {
          of,
          name: input.names.shortAccount(codeIn(row, 'account')),
          resources,
          worth: measures.map(({ column }) => numberIn(row, column)),
          investment: codeIn(row, 'investment'),
        },
      ];
    })
    .sort((a, b) => b.resources - a.resources);

const alternative = ({ locale }: ChartInput, all: readonly Invested[]): string => {
  const percent = (share: number | undefined): string =>
    share === undefined
      ? locale.t('interface.notAvailable')
      : locale.measure(share, 'share', { precision: 0 });
  const outside = (investment: string): string[] =>
    all
      .filter(one => one.investment === investment)
      .map(({ name, resources, worth }) =>
        locale.t('charts.resource-shares.account', {
          account: name,
          resources: percent(resources),
          revenue: percent(worth[0]),
        }),
      );
  const [over, under] = [outside('over'), outside('under')];
  return [
    locale.t('charts.resource-shares.alternative', { count: all.length }),
    ...(over.length === 0 ? [] : [locale.t('charts.resource-shares.over', { accounts: locale.list(over) })]),
    ...(under.length === 0
      ? []
      : [locale.t('charts.resource-shares.under', { accounts: locale.list(under) })]),
  ].join(' ');
};
