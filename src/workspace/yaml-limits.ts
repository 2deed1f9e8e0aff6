import type { CST } from 'yaml';

/**
 * Offset of the first token that lies deeper than `limit`, without recursion: the composer of the yaml library recurses
 * over the same tokens, and near the end of the stack the engine may abort instead of throwing.
 */
export const tooDeepAt = (tokens: readonly CST.Token[], limit: number): number | undefined => {
  const pending = tokens.map(token => ({ token, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { token, depth } = next;
    if (depth > limit) return token.offset;
    for (const child of childrenOf(token)) pending.push({ token: child, depth: depth + 1 });
  }
  return undefined;
};

const childrenOf = (token: CST.Token): readonly CST.Token[] => {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(item => [item.key, item.value].filter(child => child != null));
};

/** What is no text that people write, and where: a control character, or what stands for bytes that are none of UTF-8. */
export interface ForeignCharacter {
  readonly offset: number;
  readonly character: string;
}

/** The first character that has no business in a text file; tab and line ends have. */
export const foreignCharacterIn = (text: string): ForeignCharacter | undefined => {
  const found = foreign.exec(text);
  return found === null ? undefined : { offset: found.index, character: found[0] };
};

/**
 * Category Cc without tab, line feed, carriage return and next line; halves of surrogate pairs; the replacement character;
 * what turns the direction of what follows around, so that a report says something else than its data (Unicode Technical
 * Report 36, 2.10); signs that no XML may hold.
 */
const foreign = /[^\P{Cc}\t\n\r\u0085]|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/u;
