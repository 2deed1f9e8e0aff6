import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFace, Fonts } from '../effects.ts';

const cuts = [
  { weight: 300, style: 'normal' },
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 500, style: 'normal' },
  { weight: 600, style: 'normal' },
] as const;

/** Files of a package that belong to the family. */
interface Source {
  readonly package: string;
  /** The part of the name of a file that says which characters are in it. */
  readonly subset: string;
  readonly ranges: (published: Readonly<Record<string, string>>) => string;
  /** Without one, upright letters stand where others slant. */
  readonly italic: boolean;
  readonly features: readonly string[];
}

/** Spacing, figures of one width, letters with their accents. */
const features = ['kern', 'tnum', 'lnum', 'locl', 'mark', 'mkmk', 'ccmp'];
/** Forms that letters take beside others, and signs that are made of several characters. */
const joining = [...features, 'init', 'medi', 'fina', 'isol', 'rlig', 'liga', 'calt'];

const plex = (subset: string): Source => ({
  package: 'ibm-plex-sans',
  subset,
  ranges: published => published[subset] ?? '',
  italic: true,
  features,
});

/**
 * The family of all documents, and what sets the names and texts in other scripts that data may bring. Where two have a
 * character, the later one has it: what Latin shares with others stays Latin.
 */
const sources: readonly Source[] = [
  {
    package: 'noto-emoji',
    subset: 'emoji',
    ranges: published => `${withoutText(Object.values(published).join(','))},U+200D,U+20E3,U+FE0F`,
    italic: false,
    features: joining,
  },
  {
    package: 'ibm-plex-sans-arabic',
    subset: 'arabic',
    ranges: published => `${withoutText(published.arabic ?? '')},U+200C-200D`,
    italic: false,
    features: joining,
  },
  {
    package: 'ibm-plex-sans-hebrew',
    subset: 'hebrew',
    ranges: published => withoutText(published.hebrew ?? ''),
    italic: false,
    features: joining,
  },
  ...['cyrillic-ext', 'cyrillic', 'vietnamese', 'latin', 'latin-ext', 'greek'].map(plex),
];

/** Signs of text that every script has: digits, marks, dashes, arrows. Letters of Arabic and Hebrew, and emoji, remain. */
const isText = (point: number): boolean => point < 0x590 || (point >= 0x2000 && point < 0x231a);

const withoutText = (ranges: string): string => {
  const kept = ranges
    .split(',')
    .filter(range => !isText(Number.parseInt(range.trim().replace(/^U\+/i, ''), 16)));
  return [...new Set(kept.map(range => range.trim().toUpperCase()))].join(',');
};

/** The faces of all documents, from their packages: static weights, since variable ones print as Type 3 fonts. */
export const loadFonts = async (): Promise<Fonts> => {
  const faces = await Promise.all(sources.flatMap(source => cuts.map(cut => loadFace(source, cut))));
  return { faces, cut: rememberingCuts() };
};

const loadFace = async (source: Source, { weight, style }: (typeof cuts)[number]): Promise<FontFace> => {
  const root = dirname(createRequire(import.meta.url).resolve(`@fontsource/${source.package}/package.json`));
  const published = JSON.parse(await readFile(join(root, 'unicode.json'), 'utf8')) as Record<string, string>;
  const unicodeRange = source.ranges(published);
  if (unicodeRange === '') throw new Error(`The type family has no subset ${source.subset}`);
  const shape = source.italic ? style : 'normal';
  const name = `${source.package}-${source.subset}-${weight}-${shape}.woff2`;
  const file = await readFile(join(root, 'files', name));
  return { family: 'IBM Plex Sans', weight, style, unicodeRange, features: source.features, file };
};

/** Most documents of a build need the same characters: each part of a face is cut once. */
const rememberingCuts = (): Fonts['cut'] => {
  const done = new Map<FontFace, Map<string, ReturnType<typeof cut>>>();
  return (face, characters) => {
    const known = done.get(face) ?? new Map<string, ReturnType<typeof cut>>();
    done.set(face, known);
    const made = known.get(characters) ?? cut(face, characters);
    known.set(characters, made);
    return made;
  };
};

/** Without hints, which screens of today and printers don't use: they are a third of a face. */
const cut = async (
  { file, features: kept = features }: FontFace,
  characters: string,
): Promise<string | undefined> => {
  const { default: subsetFont } = await import('subset-font');
  const part = (targetFormat: 'sfnt' | 'woff2'): Promise<Uint8Array> =>
    subsetFont(Buffer.from(file), characters, { targetFormat, keepFeatures: [...kept], noHinting: true });
  if (characters.length <= fewCharacters && !hasOutlines(await part('sfnt'))) return undefined;
  return Buffer.from(await part('woff2')).toString('base64');
};

/** More of them are never all without a shape. */
const fewCharacters = 32;

/**
 * Whether anything can be drawn: the table of outlines holds more than a filling byte. Outlines of another format (CFF) are never
 * left out whole. Tables by OpenType 1.9, "Organization of an OpenType font".
 */
const hasOutlines = (font: Uint8Array): boolean => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const outlines = tables.find(at => view.getUint32(at) === glyf);
  return outlines === undefined || view.getUint32(outlines + 12) > 4;
};
const glyf = 0x676c7966;
