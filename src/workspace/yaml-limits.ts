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

/** Offset of the first character that has no business in a text file: NUL and the other control characters. */
export const controlCharacterAt = (text: string): number | undefined => {
  const found = text.search(controlCharacters);
  return found < 0 ? undefined : found;
};

// Category Cc without tab, line feed, carriage return and next line.
const controlCharacters = /[^\P{Cc}\t\n\r\u0085]/u;
