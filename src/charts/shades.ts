import { colours } from './theme.ts';

/** A step of the grey ramp of a heatmap, with the colour of the text that stands on it. */
export interface Shade {
  /** Shares from here on take it. */
  readonly from: number;
  /** Opacity of the ink, so that the dark page shows the ramp the other way round. */
  readonly opacity: number;
  readonly text: string;
}

/** Five steps that stay apart in grey print; text keeps a contrast of at least 4.5 on each. */
export const shades: readonly Shade[] = [
  { from: 0, opacity: 0.05, text: colours.ink2 },
  { from: 0.05, opacity: 0.14, text: colours.ink },
  { from: 0.2, opacity: 0.28, text: colours.ink },
  { from: 0.5, opacity: 0.66, text: colours.paper },
  { from: 0.8, opacity: 0.92, text: colours.paper },
];

export const shadeOf = (share: number): Shade | undefined => shades.findLast(({ from }) => share >= from);
