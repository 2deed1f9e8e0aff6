import type { Cache } from '../effects.ts';
import { parsedText, sourceFrom } from '../workspace/parsed.ts';
import { plainReader, type Reader } from '../workspace/reader.ts';
import type { YamlSource } from '../workspace/yaml.ts';
import { keyOf } from './key.ts';
import { textIn } from './remembered.ts';

/** A reader that parses no text that was parsed before: of two hundred files an edit changes one. For one loading. */
export const rememberingReader = (cache: Cache): Reader => {
  const known = new Map<string, { readonly text: string; readonly source: YamlSource }>();
  const keys = new Map<string, string>();
  const anew: (readonly [key: string, source: YamlSource])[] = [];
  return {
    ...plainReader,
    prepare: async texts => {
      await Promise.all(
        [...texts].map(async ([file, text]) => {
          const key = await keyOf('parsed', cache.engine, text);
          keys.set(file, key);
          const parsed = textIn(await cache.get('parsed', key));
          if (parsed !== undefined) known.set(file, { text, source: sourceFrom(file, text, parsed) });
        }),
      );
    },
    parse: (file, text) => {
      const before = known.get(file);
      if (before?.text === text) return before.source;
      const source = plainReader.parse(file, text);
      const key = keys.get(file);
      if (key !== undefined) anew.push([key, source]);
      return source;
    },
    done: async () => {
      for (const [key, source] of anew) {
        const parsed = parsedText(source);
        if (parsed !== undefined) await cache.put('parsed', key, parsed);
      }
    },
  };
};
