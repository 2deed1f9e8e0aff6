import type { TopLevelSpec } from 'vega-lite';
import type { Palette } from '../../brand/palette.ts';
import { chartConfig, colours, labelSize } from '../../charts/theme.ts';
import type { Locale } from '../../locale/locale.ts';
import { numberLocale, timeLocale } from '../../render/vega-locale.ts';

/** Room above a chart for what a page says beside it. */
const titleRoom = 44;
/** Paper around it. */
const edge = 12;

/** A chart that says itself what it shows. */
export const titled = (
  spec: TopLevelSpec,
  { text, subtitle }: { readonly text: string; readonly subtitle: string },
): TopLevelSpec => {
  const { padding } = spec;
  const sides =
    typeof padding === 'object' && !('signal' in padding) && !('expr' in padding)
      ? padding
      : { left: 0, right: 0, top: 0, bottom: 0 };
  return {
    ...spec,
    padding: {
      left: (sides.left ?? 0) + edge,
      right: (sides.right ?? 0) + edge,
      top: (sides.top ?? 0) + titleRoom + edge,
      bottom: (sides.bottom ?? 0) + edge,
    },
    title: {
      text,
      subtitle,
      anchor: 'start',
      frame: 'bounds',
      offset: 10,
      fontSize: 14,
      fontWeight: 600,
      color: colours.ink,
      subtitleFontSize: labelSize + 1,
      subtitleColor: colours.ink2,
      subtitlePadding: 4,
    },
  };
};

/** The specification for other programs: whole, with its data, its look and the number format of the locale. */
export const standaloneSpec = (
  spec: TopLevelSpec,
  description: string,
  palette: Palette,
  locale: Locale,
): string => {
  const config = { ...chartConfig, locale: { number: numberLocale(locale), time: timeLocale(locale) } };
  const whole = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    ...spec,
    background: palette.paper,
    config,
  };
  return `${recoloured(JSON.stringify(whole, null, 1), palette)}\n`;
};

const nameOf = new Map(
  (Object.keys(colours) as (keyof typeof colours)[]).map(name => [colours[name].toLowerCase(), name]),
);

/** Charts are specified in our colours; the brand's stand in their place. */
const recoloured = (text: string, palette: Palette): string =>
  text.replaceAll(/"(#[0-9a-fA-F]{6})"/g, (whole, colour: string) => {
    const name = nameOf.get(colour.toLowerCase());
    return name === undefined ? whole : `"${palette[name]}"`;
  });
