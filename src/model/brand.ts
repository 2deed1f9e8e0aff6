import { z } from 'zod';
import { localizedTextSchema } from './text.ts';

const hex = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour is written like #1C3FAA');

const colour = (description: string) =>
  z
    .union([
      hex,
      z.strictObject({
        light: hex.optional().describe('On paper and light screens'),
        dark: hex.optional().describe('On dark screens; made from the light one when absent'),
      }),
    ])
    .optional()
    .describe(`${description}: one colour, or { light: …, dark: … }`);

const file = z
  .string()
  .regex(
    /^[^/\\]([^\\]*[^/\\])?$/,
    'a file is named from the folder of the workspace, like data/brand/logo.svg',
  )
  .describe('File, from the folder of the workspace');

export const brandFaceSchema = z.strictObject({
  file,
  weight: z.int().min(100).max(900).default(400).describe('400 is regular, 600 semibold'),
  style: z.enum(['normal', 'italic']).default('normal').describe('Upright or italic'),
});
export type BrandFaceSettings = z.infer<typeof brandFaceSchema>;

export const brandSchema = z
  .strictObject({
    name: z.string().min(1).optional().describe('Short form of the name, for the head of every page'),
    logo: z
      .union([
        file,
        z.strictObject({
          light: file.describe('SVG for paper and light screens'),
          dark: file.optional().describe('SVG for dark screens; the light one on a light ground when absent'),
          alternative: localizedTextSchema
            .optional()
            .describe('What it shows, for those who do not see it; "Logo of …" when absent'),
        }),
      ])
      .optional()
      .describe('Logo as an SVG file: its name, or { light: …, dark: …, alternative: … }'),
    ink: colour('Text and actual figures'),
    accent: colour('Colour for "look here": links, the account in focus, what changed'),
    previous: colour('The previous period, beside the actual one'),
    good: colour('What is good for the business'),
    bad: colour('What is bad for it'),
    type: z
      .strictObject({
        family: z
          .string()
          .regex(/^[\p{L}\p{N} _-]{1,60}$/u, 'a family is named in letters, digits and spaces')
          .describe('Name of the type family'),
        faces: z.array(brandFaceSchema).min(1).describe('Its files, one for each weight and style'),
      })
      .optional()
      .describe('Type family of the documents, in static woff2, ttf or otf files; IBM Plex Sans when absent'),
    cover: z
      .enum(['stripes', 'plain'])
      .default('stripes')
      .describe('Picture of the cover: customers as stripes as wide as their share of revenue, or none'),
  })
  .describe('Brand of the documents; every part is optional');
export type BrandSettings = z.infer<typeof brandSchema>;
export type BrandColourName = 'ink' | 'accent' | 'previous' | 'good' | 'bad';
export type BrandColour = NonNullable<BrandSettings[BrandColourName]>;

/** A logo that was found fit to stand in a page. */
export interface Logo {
  /** SVG text. */
  readonly light: string;
  readonly dark?: string;
  /** Width over height. */
  readonly ratio: number;
}

/** A face of the brand's type family. */
export interface BrandFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** As CSS writes it: `U+0020-007E,U+00A0`. */
  readonly unicodeRange: string;
  readonly file: Uint8Array;
  /** By how much it is scaled so that lines run no longer than those of the family that layouts are made for; at most 1. */
  readonly scale: number;
}

/** What the files of the brand hold. */
export interface BrandFiles {
  readonly logo?: Logo;
  readonly faces?: readonly BrandFace[];
}
