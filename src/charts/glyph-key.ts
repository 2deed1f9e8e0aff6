import { type Glyph, glyphLayers, glyphSide } from './glyphs.ts';
import type { Layer, Layers } from './layers.ts';
import { ellipsize, textWidth } from './text-width.ts';
import { colours, labelSize } from './theme.ts';

/** What one form of mark stands for. */
export interface KeyEntry {
  readonly glyph: Glyph;
  readonly text: string;
}

export interface GlyphKey {
  /** Pixels from the top of its first line to the bottom of its last one. */
  readonly height: number;
  layers(layers: Layers, top: number): Layer[];
}

const lineHeight = 14;
const textFrom = glyphSide + 5;
const gap = 14;

/** The forms of marks with their meaning, in as many lines as the width asks for. */
export const glyphKey = (entries: readonly KeyEntry[], width: number): GlyphKey => {
  let [line, x] = [0, 0];
  const placed = entries.map(({ glyph, text }) => {
    const shown = ellipsize(text, width - textFrom, labelSize);
    const room = textFrom + textWidth(shown, labelSize);
    if (x > 0 && x + room > width) [line, x] = [line + 1, 0];
    const at = { x, y: (line + 0.5) * lineHeight, glyph, text: shown };
    x += room + gap;
    return at;
  });
  return {
    height: placed.length === 0 ? 0 : (line + 1) * lineHeight,
    layers: (layers, top) => [
      ...glyphLayers(
        layers,
        placed.map(({ x: left, y, glyph }) => ({ x: left + glyphSide / 2, y: top + y, glyph })),
      ),
      layers.texts(
        placed.map(({ x: left, y, text }) => ({ x: left + textFrom, y: top + y, text })),
        { baseline: 'middle', color: colours.ink2 },
      ),
    ],
  };
};
