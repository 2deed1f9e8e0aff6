import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFace, Fonts } from '../effects.ts';

const subsets = ['latin', 'latin-ext', 'greek'] as const;
const cuts = [
  { weight: 300, style: 'normal' },
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 500, style: 'normal' },
  { weight: 600, style: 'normal' },
] as const;

/** Spacing, figures of one width, letters with their accents. */
const features = ['kern', 'tnum', 'lnum', 'locl', 'mark', 'mkmk', 'ccmp'];

/** The family of all documents, from its package: static weights, since variable ones print as Type 3 fonts. */
export const loadFonts = async (): Promise<Fonts> => {
  const root = dirname(createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans/package.json'));
  const ranges = JSON.parse(await readFile(join(root, 'unicode.json'), 'utf8')) as Record<string, string>;
  const faces = await Promise.all(
    cuts.flatMap(({ weight, style }) =>
      subsets.map(async (subset): Promise<FontFace> => {
        const unicodeRange = ranges[subset];
        if (unicodeRange === undefined) throw new Error(`The type family has no subset ${subset}`);
        const file = await readFile(join(root, 'files', `ibm-plex-sans-${subset}-${weight}-${style}.woff2`));
        return { family: 'IBM Plex Sans', weight, style, unicodeRange, file };
      }),
    ),
  );
  return { faces, cut: rememberingCuts() };
};

/** Most documents of a build need the same characters: each part of a face is cut once. */
const rememberingCuts = (): Fonts['cut'] => {
  const done = new Map<FontFace, Map<string, Promise<string>>>();
  return (face, characters) => {
    const known = done.get(face) ?? new Map<string, Promise<string>>();
    done.set(face, known);
    const made = known.get(characters) ?? cut(face, characters);
    known.set(characters, made);
    return made;
  };
};

/** Without hints, which screens of today and printers don't use: they are a third of a face. */
const cut = async ({ file }: FontFace, characters: string): Promise<string> => {
  const { default: subsetFont } = await import('subset-font');
  const part = await subsetFont(file, characters, {
    targetFormat: 'woff2',
    keepFeatures: features,
    noHinting: true,
  });
  return Buffer.from(part).toString('base64');
};
