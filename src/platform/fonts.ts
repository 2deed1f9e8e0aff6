import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFace } from '../effects.ts';

const subsets = ['latin', 'latin-ext', 'greek'] as const;
const cuts = [
  { weight: 300, style: 'normal' },
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 500, style: 'normal' },
  { weight: 600, style: 'normal' },
] as const;

/** The family of all documents, from its package: static weights, since variable ones print as Type 3 fonts. */
export const loadFonts = async (): Promise<readonly FontFace[]> => {
  const root = dirname(createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans/package.json'));
  const ranges = JSON.parse(await readFile(join(root, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Promise.all(
    cuts.flatMap(({ weight, style }) =>
      subsets.map(async (subset): Promise<FontFace> => {
        const unicodeRange = ranges[subset];
        if (unicodeRange === undefined) throw new Error(`The type family has no subset ${subset}`);
        const data = await readFile(
          join(root, 'files', `ibm-plex-sans-${subset}-${weight}-${style}.woff2`),
          'base64',
        );
        return { family: 'IBM Plex Sans', weight, style, unicodeRange, data };
      }),
    ),
  );
};
