import type { Palette } from '../../brand/palette.ts';
import type { Fonts } from '../../effects.ts';
import { embedFonts } from '../../render/fonts.ts';
import { inTags } from '../../render/tags.ts';

export interface SvgLook {
  readonly palette: Palette;
  readonly fonts: Fonts;
  /** Type family of the brand. */
  readonly family?: string;
}

/** The SVG of a chart of a page as a file of its own: its colours written out, on paper, with the type that it is set in. */
export const standaloneSvg = async (svg: string, { palette, fonts, family }: SvgLook): Promise<string> => {
  const { width, height } = sizeOf(svg);
  const plain = inTags(svg, tag => tag.replaceAll(/="var\(--[a-z0-9-]+,([^()"]*)\)"/g, '="$1"'))
    .replace(/ class="chart"/, '')
    .replace(/ data-marks="[^"]*"/, '')
    .replace(/ style="--natural:[^"]*"/, '')
    .replace(
      /font-family="'([^']+)'"/,
      (_, ours: string) =>
        `font-family="${family === undefined ? '' : `'${family}', `}'${ours}', sans-serif"`,
    );
  const opening = plain.slice(0, plain.indexOf('>') + 1);
  const inside = `<style>/* fonts */</style><rect width="${width}" height="${height}" fill="${palette.paper}" stroke="none"/>`;
  return embedFonts(`${opening}${inside}${plain.slice(opening.length)}`, fonts);
};

/** In CSS pixels. */
export const sizeOf = (svg: string): { readonly width: number; readonly height: number } => {
  const side = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { width: Math.ceil(side('width')), height: Math.ceil(side('height')) };
};
