import { z } from 'zod';
import { amountLabels } from './amounts.ts';
import type { Chart, ChartInput } from './chart.ts';
import { type Key, keyLine, keyRoom } from './key-line.ts';
import { picture } from './layers.ts';
import { codeIn, currencyIn, nothingToDraw, numberIn, rowsOf, termIn } from './read.ts';
import { barHalf, baseline, roomFor, rowGround } from './row-ground.ts';
import { pitchFrom } from './sizes.ts';
import { colours, scenario } from './theme.ts';

const optionsSchema = z
  .strictObject({ pitch: pitchFrom(14).default(18).describe('Height of a row in CSS pixels') })
  .prefault({});

const series = 'kpi.selection';

interface Kpi {
  /** Its row in the series. */
  readonly of: number;
  readonly name: string;
  readonly cost: number;
  readonly benefit: number | undefined;
  /** Worth for decisions, 1–5, where nobody put the benefit in money. */
  readonly worth: number | undefined;
  /** Advised to go: replaced or dropped. */
  readonly leaves: boolean;
  readonly advice: string;
}

/** What each KPI costs a year, to the left, against what it brings, to the right, on one scale; the dearest for its benefit first. */
export const kpiCostBenefit: Chart<z.infer<typeof optionsSchema>> = {
  name: 'kpi-cost-benefit',
  options: optionsSchema,
  draw(input, { pitch }) {
    const { locale } = input;
    const kpis = kpisOf(input);
    if (kpis.length === 0) return nothingToDraw;
    const values = kpis.flatMap(({ cost, benefit }) => [cost, benefit ?? 0]);
    const amounts = amountLabels(locale, values, currencyIn(input, series, 'costToMeasure'));
    const costs = kpis.map(({ cost }) => amounts.text(cost));
    const labels = kpis.map(kpi => labelOf(input, kpi, amounts.text));
    const key: Key = {
      title: locale.t('charts.kpi-cost-benefit.unit', { unit: amounts.unit }),
      items: [
        { symbol: 'light', text: locale.t('charts.kpi-cost-benefit.cost') },
        { symbol: 'solid', text: locale.t('charts.kpi-cost-benefit.benefit') },
      ],
    };
    const most = Math.max(...kpis.map(({ cost }) => cost), 0);
    const ground = rowGround({
      width: input.width,
      names: kpis.map(({ name, leaves, of }) => ({ text: name, strong: leaves, of })),
      pitch,
      top: keyRoom(key, input.width),
      bottom: 1,
      beside: roomFor(costs),
      right: roomFor(labels, 600),
      domain:
        most === 0 && values.every(value => value === 0)
          ? [0, 1]
          : [-most, Math.max(...values.map((v, i) => (i % 2 === 1 ? v : 0)))],
    });
    const { layers } = ground;
    const bar = (row: number, from: number, to: number) => ({
      x: from,
      x2: to,
      y: row + 0.5 - barHalf,
      y2: row + 0.5 + barHalf,
    });
    return {
      series,
      alternative: locale.t('charts.kpi-cost-benefit.alternative', {
        unit: amounts.unit,
        count: kpis.length,
        values: kpis.map((kpi, row) => `${kpi.name} ${costs[row]} – ${labels[row]}`).join('; '),
      }),
      spec: picture(ground.plot, ground.margins, [
        ...keyLine(ground, key, input.width),
        ...ground.names,
        layers.rectangles(
          kpis.flatMap(({ cost, of }, row) => (cost > 0 ? [{ ...bar(row, -cost, 0), of }] : [])),
          scenario.PY,
        ),
        layers.rectangles(
          kpis.flatMap(({ benefit, of }, row) =>
            benefit === undefined || benefit <= 0 ? [] : [{ ...bar(row, 0, benefit), of }],
          ),
          scenario.AC,
        ),
        baseline(ground),
        layers.texts(
          kpis.map(({ cost }, row) => ({ x: -cost, y: row + 0.5, text: costs[row] ?? '' })),
          { align: 'right', baseline: 'middle', dx: -5, color: colours.ink2 },
        ),
        ...[true, false].map(leaves =>
          layers.texts(
            kpis.flatMap((kpi, row) =>
              kpi.leaves === leaves
                ? [{ x: Math.max(0, kpi.benefit ?? 0), y: row + 0.5, text: labels[row] ?? '' }]
                : [],
            ),
            {
              baseline: 'middle',
              dx: 6,
              weight: leaves ? 600 : 400,
              color: leaves ? colours.bad : colours.ink2,
            },
          ),
        ),
      ]),
    };
  },
};

/** Those with money on both sides first, the dearest for what they bring on top; then those whose worth is a grade. */
const kpisOf = (input: ChartInput): Kpi[] =>
  rowsOf(input, series)
    .flatMap((row, of): Kpi[] => {
      const cost = numberIn(row, 'costToMeasure');
      if (cost === undefined) return [];
      const advice = codeIn(row, 'advice');
      const leaves = advice === 'replace' || advice === 'drop';
      return [
        {
          of,
          name: termIn(input, series, row, 'kpi'),
          cost,
          benefit: numberIn(row, 'kpiBenefit'),
          worth: numberIn(row, 'decisionValue'),
          leaves,
          advice: leaves ? termIn(input, series, row, 'advice') : '',
        },
      ];
    })
    .sort((a, b) => ratioOf(b) - ratioOf(a) || b.cost - a.cost);

const ratioOf = ({ cost, benefit }: Kpi): number => {
  if (benefit === undefined) return -1;
  return benefit > 0 ? cost / benefit : Number.MAX_VALUE;
};

const labelOf = (
  { locale }: ChartInput,
  { benefit, worth, advice }: Kpi,
  amount: (value: number) => string,
): string => {
  const grade = worth === undefined ? '' : locale.t('charts.kpi-cost-benefit.worth', { value: worth });
  const value = benefit === undefined ? grade : amount(benefit);
  return [value === '' ? locale.t('interface.notAvailable') : value, advice]
    .filter(part => part !== '')
    .join(' · ');
};
