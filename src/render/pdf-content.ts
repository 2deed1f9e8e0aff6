/** One operator of a content stream with its operands: where they begin, and where the operator ends. */
export interface Operation {
  readonly operator: string;
  readonly start: number;
  readonly end: number;
}

const code = (character: string): number => character.charCodeAt(0);
const whitespace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map(code));
const operand = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)|true|false|null)$/;

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
    if (whitespace.has(byte)) {
      position += 1;
      continue;
    }
    if (byte === code('%')) {
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

const operatorAt = (bytes: Uint8Array, start: number, end: number): string | undefined => {
  if (delimiters.has(bytes[start] as number)) return undefined;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  return operand.test(text) ? undefined : text;
};

const endOfToken = (bytes: Uint8Array, start: number): number => {
  const byte = bytes[start] as number;
  if (byte === code('(')) return endOfString(bytes, start);
  if (byte === code('<') && bytes[start + 1] !== code('<'))
    return bytes.indexOf(code('>'), start) + 1 || bytes.length;
  if (byte === code('<') || byte === code('>')) return start + 2;
  if (byte === code('/')) return endOfWord(bytes, start + 1);
  if (delimiters.has(byte)) return start + 1;
  return endOfWord(bytes, start);
};

const endOfWord = (bytes: Uint8Array, start: number): number => {
  let end = start;
  while (end < bytes.length && !whitespace.has(bytes[end] as number) && !delimiters.has(bytes[end] as number))
    end += 1;
  return end;
};

const endOfString = (bytes: Uint8Array, start: number): number => {
  let depth = 0;
  for (let index = start; index < bytes.length; index += 1) {
    if (bytes[index] === code('\\')) index += 1;
    else if (bytes[index] === code('(')) depth += 1;
    else if (bytes[index] === code(')')) {
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
