import type { AmountLabels } from './amounts.ts';
import type { Box } from './geometry.ts';
import type { Label, Point } from './layers.ts';
import { type Scale, ticks } from './scale.ts';
import { textWidth } from './text-width.ts';
import { labelSize } from './theme.ts';

/** Line on which probability × impact is the same. */
export interface Contour {
  readonly exposure: number;
  /** From the right edge to where it leaves the plot at the top, in pixels. */
  readonly points: readonly Point[];
}

interface Axes {
  /** Probability from 0 to 1. */
  readonly across: Scale;
  readonly up: Scale;
}

const steps = 24;

/** Three or four lines at round exposures below the highest impact. */
export const contoursOf = ({ across, up }: Axes, highest: number): Contour[] => {
  const limit = up.domain[1];
  return ticks(highest * 0.05, highest * 0.8, 4).flatMap(exposure => {
    if (exposure <= 0) return [];
    const least = exposure / limit;
    const points = Array.from({ length: steps + 1 }, (_, step) => {
      // Even steps in the logarithm follow a hyperbola closely at both ends.
      const probability = least ** (step / steps);
      return { x: across.at(probability), y: up.at(exposure / probability) };
    });
    return [{ exposure, points }];
  });
};

/** The exposure of each line, printed at its right end. */
export const contourLabels = (
  contours: readonly Contour[],
  amounts: AmountLabels,
  { across, up }: Axes,
): { readonly label: Label; readonly box: Box }[] => {
  const onLines = amounts.round(contours.map(({ exposure }) => exposure));
  return contours.map(({ exposure }) => {
    const text = onLines(exposure);
    const width = textWidth(text, labelSize);
    const [x, y] = [across.at(1) - 2, up.at(exposure)];
    return { label: { x, y, text }, box: { x: x - width - 2, y: y - 6, width: width + 4, height: 12 } };
  });
};
