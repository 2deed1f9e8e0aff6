import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest date that a ZIP can say. Without a time zone: it is read and written in that of the machine alike. */
const noTime = '1980-01-01T00:00:00';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A package of parts whose bytes depend on the parts alone; in the order given. */
export const zipped = (parts: Parts): Uint8Array => {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(parts))
    entries[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(entries, { level: 9, mtime: noTime });
};

/** A package that somebody else made, made anew without the time at which that was. */
export const rezipped = (
  file: Uint8Array,
  change: (path: string, part: Uint8Array) => string | Uint8Array,
): Uint8Array =>
  zipped(
    Object.fromEntries(Object.entries(unzipSync(file)).map(([path, part]) => [path, change(path, part)])),
  );
