import type { AmountLabels } from './amounts.ts';
import { type Box, overlap } from './geometry.ts';
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

/** Two or three lines at round exposures below the highest impact. */
export const contoursOf = ({ across, up }: Axes, highest: number): Contour[] => {
  const limit = up.domain[1];
  return ticks(highest * 0.05, highest * 0.8, 3).flatMap(exposure => {
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

/**
 * What each line is, printed at its right end; one so near to the one above that its words would cover it has none.
 * @param text words around an exposure: a bare number at the edge would be read as that of a second axis
 */
export const contourLabels = (
  contours: readonly Contour[],
  { across, up }: Axes,
  amounts: AmountLabels,
  text: (exposure: string) => string,
): { readonly label: Label; readonly box: Box }[] => {
  const onLines = amounts.round(contours.map(({ exposure }) => exposure));
  const labels: { readonly label: Label; readonly box: Box }[] = [];
  for (const { exposure } of [...contours].reverse()) {
    const words = text(onLines(exposure));
    const width = textWidth(words, labelSize);
    const [x, y] = [across.at(1) - 2, up.at(exposure)];
    const box = { x: x - width - 2, y: y - 6, width: width + 4, height: 12 };
    if (labels.every(({ box: other }) => overlap(other, box) === 0))
      labels.push({ label: { x, y, text: words }, box });
  }
  return labels;
};
