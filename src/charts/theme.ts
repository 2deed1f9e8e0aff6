import type { Config } from 'vega-lite';
import { lightColours } from '../brand/palette.ts';

/**
 * Colours of the light page. The renderer turns each into the custom property of its name, so that the dark page
 * shows its own; specs of analysts may use the same values.
 */
const { badText: _, ...marks } = lightColours;
export const colours: Omit<typeof lightColours, 'badText'> = marks;

/** Custom property of each colour, as the style sheet names it. */
export const colourTokens: Readonly<Record<keyof typeof colours, string>> = {
  paper: '--paper',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  py: '--py',
  rule: '--rule',
  accent: '--accent',
  good: '--good',
  goodText: '--good-text',
  bad: '--bad',
};

export const fontFamily = 'IBM Plex Sans';

/** Size of chart labels in CSS pixels: 7.5 pt. */
export const labelSize = 10;

/**
 * Scenario notation of business reports: actual solid dark, previous year lighter, plan outlined, forecast outlined and
 * hatched (the hatch is drawn as lines, see hatch.ts). Spread onto a mark: a fill in `config.style` yields to the mark's own default.
 */
export const scenario = {
  AC: { fill: colours.ink, stroke: null },
  PY: { fill: colours.py, stroke: null },
  PL: { fill: colours.paper, stroke: colours.ink, strokeWidth: 1 },
  FC: { fill: colours.paper, stroke: colours.ink, strokeWidth: 1 },
} as const;
export type Scenario = keyof typeof scenario;

/**
 * Parts of a whole that are no scenarios, from what weighs most to what weighs least: outlines and hatches mean plans and
 * forecasts, so parts differ by their shade. It is no more than a lead; what a part is worth stands in it.
 * The palest has a thin edge, since its shade alone would be lost in print.
 */
export const parts = {
  first: { fill: colours.ink },
  second: { fill: colours.py },
  third: { fill: colours.ink, fillOpacity: 0.16, stroke: colours.py, strokeWidth: 0.75 },
} as const;

/** Cut lines between quadrants and thresholds. */
export const cutLine = { color: colours.ink3, strokeWidth: 0.75, strokeDash: [2, 2] } as const;

export const chartConfig: Config = {
  font: fontFamily,
  padding: 0,
  aria: false,
  view: { stroke: null },
  axis: {
    domainColor: colours.ink,
    domainWidth: 0.75,
    grid: false,
    tickSize: 3,
    tickWidth: 0.75,
    tickColor: colours.ink,
    labelFontSize: labelSize,
    labelColor: colours.ink2,
    labelPadding: 3,
    titleFontSize: labelSize,
    titleFontWeight: 500,
    titleColor: colours.ink,
    titlePadding: 4,
  },
  legend: {
    labelFontSize: labelSize,
    titleFontSize: labelSize,
    titleFontWeight: 500,
    labelColor: colours.ink2,
  },
  range: { category: [colours.ink, colours.py, colours.accent, colours.ink3, colours.rule] },
  text: { fontSize: labelSize, color: colours.ink },
  rule: { color: colours.ink, strokeWidth: 0.75 },
  line: { color: colours.ink, strokeWidth: 1.5 },
  bar: { color: colours.ink },
  rect: { color: colours.ink },
  area: { color: colours.py },
  point: { filled: true, color: colours.ink, opacity: 1 },
};
