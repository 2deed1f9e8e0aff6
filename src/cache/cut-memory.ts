import type { Cache, FontFace, Fonts } from '../effects.ts';
import { sha256 } from '../model/hash.ts';
import { keyOf } from './key.ts';
import { textIn } from './remembered.ts';

/** Type whose parts are cut once and not in every build: most documents need the same characters. */
export const rememberingCuts = ({ faces, cut }: Fonts, cache: Cache): Fonts => {
  const hashes = new Map<FontFace, Promise<string>>();
  const made = new Map<string, ReturnType<Fonts['cut']>>();
  const hashOf = (face: FontFace): Promise<string> => {
    const known = hashes.get(face) ?? sha256(face.file);
    hashes.set(face, known);
    return known;
  };
  const cutOrKnown = async (key: string, face: FontFace, characters: string): Promise<string | undefined> => {
    const known = textIn(await cache.get('cut', key));
    // An empty entry says that there is nothing to draw.
    if (known !== undefined) return known === '' ? undefined : known;
    const part = await cut(face, characters);
    await cache.put('cut', key, part ?? '');
    return part;
  };
  return {
    faces,
    cut: async (face, characters) => {
      const { file: _, ...rest } = face;
      const key = await keyOf('cut', cache.engine, await hashOf(face), rest, characters);
      const part = made.get(key) ?? cutOrKnown(key, face, characters);
      made.set(key, part);
      return part;
    },
  };
};
