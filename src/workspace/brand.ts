import { checkLogo } from '../brand/logo.ts';
import type { Files } from '../effects.ts';
import type { BrandFace, BrandFiles, BrandSettings, Logo } from '../model/brand.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { at, type SourceRef } from '../model/source.ts';
import * as catalogue from './catalogue.ts';
import type { Locate } from './draft.ts';
import type { Reader } from './reader.ts';
import { suggest } from './suggest.ts';
import { withoutMark } from './yaml.ts';

/** What the files of the brand hold, where all of it is fit for pages. */
export interface ReadBrand extends Outcome<BrandFiles> {
  /** Text of the logos, by file, for code frames. */
  readonly sources: ReadonlyMap<string, string>;
}

type BrandTree = Pick<Files, 'read' | 'readBytes' | 'list'>;

/** Reads the logo and the faces that the brand names. @param ref where the brand stands in the settings */
export const readBrand = async (
  brand: BrandSettings,
  ref: SourceRef,
  files: BrandTree,
  locate: Locate,
  reader: Pick<Reader, 'face'>,
): Promise<ReadBrand> => {
  const logo = await readLogo(brand.logo, at(ref, 'logo'), files, locate);
  const faces = await readFaces(brand.type, at(ref, 'type'), files, locate, reader);
  return {
    value: {
      ...(logo.value === undefined ? {} : { logo: logo.value }),
      ...(faces.value === undefined ? {} : { faces: faces.value }),
    },
    diagnostics: [...logo.diagnostics, ...faces.diagnostics],
    sources: logo.sources,
  };
};

interface ReadLogo extends Outcome<Logo> {
  readonly sources: ReadonlyMap<string, string>;
}

const readLogo = async (
  logo: BrandSettings['logo'],
  ref: SourceRef,
  files: BrandTree,
  locate: Locate,
): Promise<ReadLogo> => {
  if (logo === undefined) return { diagnostics: [], sources: new Map() };
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const read = async (
    file: string,
    place: SourceRef,
  ): Promise<{ text: string; ratio: number } | undefined> => {
    const text = await files.read(file);
    if (text === undefined) {
      diagnostics.push(await missing(file, place, files, locate));
      return undefined;
    }
    const svg = withoutMark(text);
    const { ratio, problems } = checkLogo(svg);
    // A picture is no text that could be shown: the name of its file is to blame.
    const isPicture = problems.some(({ cause }) => cause === 'raster');
    if (!isPicture) sources.set(file, svg);
    diagnostics.push(
      ...problems.map(problem =>
        catalogue.unfitLogo(
          isPicture ? locate(place) : { file, line: problem.line, column: problem.column, length: 1 },
          problem,
        ),
      ),
    );
    return ratio === undefined ? undefined : { text: svg, ratio };
  };
  const [lightFile, darkFile] = typeof logo === 'string' ? [logo, undefined] : [logo.light, logo.dark];
  const light = await read(lightFile, typeof logo === 'string' ? ref : at(ref, 'light'));
  const dark = darkFile === undefined ? undefined : await read(darkFile, at(ref, 'dark'));
  if (diagnostics.length > 0 || light === undefined) return { diagnostics, sources };
  const value = {
    light: light.text,
    ratio: light.ratio,
    ...(dark === undefined ? {} : { dark: dark.text }),
  };
  return { value, diagnostics, sources };
};

const readFaces = async (
  type: BrandSettings['type'],
  ref: SourceRef,
  files: BrandTree,
  locate: Locate,
  reader: Pick<Reader, 'face'>,
): Promise<Outcome<readonly BrandFace[]>> => {
  if (type === undefined) return { diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const faces: BrandFace[] = [];
  if (!type.faces.some(({ weight, style }) => weight === 400 && style === 'normal'))
    diagnostics.push(catalogue.noRegularFace(locate(at(ref, 'faces'))));
  for (const [index, face] of type.faces.entries()) {
    const place = at(ref, 'faces', index, 'file');
    const bytes = await files.readBytes(face.file);
    if (bytes === undefined) {
      diagnostics.push(await missing(face.file, place, files, locate));
      continue;
    }
    const checked = reader.face(type.family, face, bytes);
    diagnostics.push(...checked.problems.map(problem => catalogue.unfitFace(locate(place), problem)));
    if (checked.face !== undefined) faces.push(checked.face);
  }
  return { value: faces, diagnostics };
};

const missing = async (file: string, ref: SourceRef, files: BrandTree, locate: Locate): Promise<Diagnostic> =>
  catalogue.missingBrandFile(locate(ref), file, suggest(file, await files.list('data')));
