import { textWidth, type Weight } from '../charts/text-width.ts';
import { labelSize } from '../charts/theme.ts';

/** The part of a text mark that decides its width. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

declare module 'vega' {
  /** Missing from the published types: how Vega measures text where there is no canvas. */
  export const textMetrics: { width: (item: TextItem, text: unknown) => number };
}

const namedWeights: Readonly<Record<string, number>> = { normal: 400, bold: 600 };

/** The nearest weight that the font is bundled in. */
export const bundledWeight = (weight: number | string | undefined): Weight => {
  const wanted = Number(namedWeights[String(weight)] ?? weight ?? 400);
  if (wanted <= 350) return 300;
  if (wanted <= 450) return 400;
  return wanted <= 550 ? 500 : 600;
};

/**
 * Makes Vega measure text with the widths of the bundled font. Without a canvas it would guess 0.8 × characters × size,
 * which is half as wide again as the text is.
 */
export const measureWithBundledFont = (vega: typeof import('vega')): void => {
  vega.textMetrics.width = (item, text) =>
    textWidth(String(text ?? ''), item.fontSize ?? labelSize, bundledWeight(item.fontWeight));
};
