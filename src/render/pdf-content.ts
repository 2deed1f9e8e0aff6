/** One operator of a content stream with its operands: where they begin, and where the operator ends. */
export interface Operation {
  readonly operator: string;
  readonly start: number;
  readonly end: number;
}

const code = (character: string): number => character.charCodeAt(0);
const tableOf = (codes: Iterable<number>): Uint8Array => {
  const table = new Uint8Array(256);
  for (const one of codes) table[one] = 1;
  return table;
};
// A page has a hundred thousand tokens: what a byte is, is looked up and not asked.
const whitespace = tableOf([0, 9, 10, 12, 13, 32]);
const delimiters = tableOf([...'()<>[]{}/%'].map(code));
const point = code('.');
const ofNumbers = tableOf([...'0123456789.'].map(code));
const operand = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)|true|false|null)$/;
const [openString, closeString, openHex, closeHex, slash, comment, backslash] = [...'()<>/%\\'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * Reads a content stream operator by operator (ISO 32000-1, 7.8.2).
 *
 * @throws Error for an inline image, whose bytes are not tokens; Chromium writes none
 */
export const readOperations = (bytes: Uint8Array): Operation[] => {
  const operations: Operation[] = [];
  let start: number | undefined;
  let position = 0;
  while (position < bytes.length) {
    const byte = bytes[position] as number;
    if (whitespace[byte] === 1) {
      position += 1;
      continue;
    }
    if (byte === comment) {
      position = skipComment(bytes, position);
      continue;
    }
    start ??= position;
    const end = endOfToken(bytes, position);
    const operator = operatorAt(bytes, position, end);
    if (operator !== undefined) {
      if (operator === 'BI') throw new Error('A page with an inline image cannot be finished');
      operations.push({ operator, start, end });
      start = undefined;
    }
    position = end;
  }
  return operations;
};

const short = new Map<number, string>();

const keyOf = (bytes: Uint8Array, start: number, end: number): number => {
  let key = 0;
  for (let index = start; index < end; index += 1) key = key * 256 + (bytes[index] as number);
  return key;
};

const operatorAt = (bytes: Uint8Array, start: number, end: number): string | undefined => {
  const first = bytes[start] as number;
  if (delimiters[first] === 1 || isNumber(bytes, start, end)) return undefined;
  // Operators have three letters at most, and there are seventy of them: each is made a text once.
  const key = end - start > 3 ? undefined : keyOf(bytes, start, end);
  const known = key === undefined ? undefined : short.get(key);
  if (known !== undefined) return known;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  if (operand.test(text)) return undefined;
  if (key !== undefined) short.set(key, text);
  return text;
};

/** Digits with at most one point, which is what most tokens are; any other operand is told by its text. */
const isNumber = (bytes: Uint8Array, start: number, end: number): boolean => {
  let points = 0;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] as number;
    if (ofNumbers[byte] !== 1) return false;
    if (byte === point) points += 1;
  }
  return points === 0 || (points === 1 && end - start > 1);
};

const endOfToken = (bytes: Uint8Array, start: number): number => {
  const byte = bytes[start] as number;
  if (delimiters[byte] !== 1) return endOfWord(bytes, start);
  if (byte === openString) return endOfString(bytes, start);
  if (byte === openHex && bytes[start + 1] !== openHex)
    return bytes.indexOf(closeHex, start) + 1 || bytes.length;
  if (byte === openHex || byte === closeHex) return start + 2;
  if (byte === slash) return endOfWord(bytes, start + 1);
  return start + 1;
};

const endOfWord = (bytes: Uint8Array, start: number): number => {
  let end = start;
  while (
    end < bytes.length &&
    whitespace[bytes[end] as number] !== 1 &&
    delimiters[bytes[end] as number] !== 1
  )
    end += 1;
  return end;
};

const endOfString = (bytes: Uint8Array, start: number): number => {
  let depth = 0;
  for (let index = start; index < bytes.length; index += 1) {
    if (bytes[index] === backslash) index += 1;
    else if (bytes[index] === openString) depth += 1;
    else if (bytes[index] === closeString) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return bytes.length;
};

const skipComment = (bytes: Uint8Array, start: number): number => {
  let end = start;
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end += 1;
  return end;
};

/** Puts other bytes in the place of parts of a content, which are in order and apart. */
export const replaceParts = (
  content: Uint8Array,
  parts: readonly { readonly start: number; readonly end: number; readonly by: Uint8Array }[],
): Uint8Array => {
  const length = parts.reduce((sum, { start, end, by }) => sum + by.length - (end - start), content.length);
  const whole = new Uint8Array(length);
  let [from, to] = [0, 0];
  for (const { start, end, by } of parts) {
    whole.set(content.subarray(from, start), to);
    whole.set(by, to + start - from);
    to += start - from + by.length;
    from = end;
  }
  whole.set(content.subarray(from), to);
  return whole;
};
