import { darkColours, lightColours, type Palette } from '../brand/palette.ts';
import { colourTokens } from '../charts/theme.ts';
import type { DocumentBrand } from '../document/model.ts';
import type { LogoView } from './page-model.ts';

const tokens = { ...colourTokens, badText: '--bad-text' };

/** The rules with which the brand takes the place of ours: only what differs. */
export const brandStyles = ({ palettes, family }: DocumentBrand): string => {
  const font = family === undefined ? [] : [`--font:"${family}","IBM Plex Sans",sans-serif`];
  const light = [...font, ...differences(palettes.light, lightColours)];
  const dark = differences(palettes.dark, darkColours);
  return [
    light.length === 0 ? '' : `:root{${light.join(';')}}`,
    light.length === 0 && dark.length === 0
      ? ''
      : `@media screen and (prefers-color-scheme:dark){:root{${colourRules(palettes.dark).join(';')}}}`,
  ].join('');
};

/** Rules of a palette; those of the dark page stand in full, since what the brand says of the light one comes later than ours. */
const colourRules = (palette: Palette): string[] => names.map(name => `${tokens[name]}:${palette[name]}`);

const names = Object.keys(tokens) as readonly (keyof typeof tokens)[];

const differences = (palette: Palette, ours: Palette): string[] =>
  names
    .filter(name => palette[name].toLowerCase() !== ours[name].toLowerCase())
    .map(name => `${tokens[name]}:${palette[name]}`);

/** Height in the units of its own that the page scales. */
const height = 100;

/** A data URL: what is inside of it is a picture, and can neither run nor load anything. */
export const logoView = (logo: DocumentBrand['logo']): LogoView | undefined =>
  logo && {
    light: dataUrl(logo.light),
    dark: logo.dark === undefined ? undefined : dataUrl(logo.dark),
    width: Math.round(height * logo.ratio),
    height,
    alternative: logo.alternative,
  };

export const dataUrl = (svg: string): string =>
  `data:image/svg+xml;base64,${btoa(Array.from(new TextEncoder().encode(svg), byte => String.fromCharCode(byte)).join(''))}`;
