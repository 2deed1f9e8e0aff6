import type { Audience, NamedKind } from '../model/audience.ts';
import { compareIds } from '../model/order.ts';

/** Bytes that nobody can foretell without the key: HMAC-SHA-256 in production. */
export type KeyedDigest = (key: string, text: string) => Uint8Array;

/** Account, customer and client all begin with it in one of the languages; so do person and persona. */
const letters: Readonly<Record<NamedKind, string>> = {
  accounts: 'C',
  people: 'P',
  contacts: 'I',
  units: 'U',
  competitors: 'R',
};

export interface Code {
  /** As it is read: `C-4071`, `Cliente 07`. */
  readonly shown: string;
  /** As an id: `c-4071`, `cliente-07`. */
  readonly id: string;
}

/** How many codes there have to be for each name, so that they say nothing and hardly ever meet. */
export const roomEach = 10;

/**
 * A code for each id. It follows from the key and the id alone, so the same name has the same code in every build and
 * document, whoever comes or goes, unless two ids meet: then the later one by code point takes its next one.
 */
export const codesFor = (
  kind: NamedKind,
  ids: readonly string[],
  { key, labels, digits, codes }: Pick<Audience, 'key' | 'labels' | 'digits' | 'codes'>,
  digest: KeyedDigest,
): ReadonlyMap<string, Code> => {
  const own = kind === 'accounts' ? codes : {};
  const taken = new Set(ids.flatMap(id => own[id]?.toLowerCase() ?? []));
  const label = labels[kind];
  const written = (number: string): Code => {
    const shown = label === undefined ? `${letters[kind]}-${number}` : `${label} ${number}`;
    return { shown, id: idOf(label ?? letters[kind], number) };
  };
  const made = new Map<string, Code>();
  for (const id of [...new Set(ids)].sort(compareIds)) {
    let number = own[id] ?? '';
    for (let attempt = 0; number === ''; attempt += 1) {
      const drawn = numberOf(digest(key, `${kind}\n${id}\n${attempt}`), digits);
      if (!taken.has(drawn)) number = drawn;
    }
    taken.add(number.toLowerCase());
    made.set(id, written(number));
  }
  return made;
};

const numberOf = (bytes: Uint8Array, digits: number): string => {
  const number = bytes.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 10 ** digits).padStart(digits, '0');
};

const idOf = (label: string, number: string): string =>
  `${label}-${number}`
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
