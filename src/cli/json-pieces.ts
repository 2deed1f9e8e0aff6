import { printableJson } from './printable.ts';

/**
 * An object as JSON, indented as elsewhere, in pieces: fields that are iterables become lists, of which one item at a time
 * is made. Arrays are written as they are.
 */
export function* jsonPieces(fields: Readonly<Record<string, unknown>>): Generator<string> {
  yield '{';
  for (const [index, [name, value]] of Object.entries(fields).entries()) {
    yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(name)}: `;
    if (isIterable(value)) yield* list(value);
    else yield indented(value, '  ');
  }
  yield '\n}\n';
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value);

function* list(items: Iterable<unknown>): Generator<string> {
  let some = false;
  for (const item of items) {
    yield `${some ? ',' : '['}\n    ${indented(item, '    ')}`;
    some = true;
  }
  yield some ? '\n  ]' : '[]';
}

const indented = (value: unknown, margin: string): string =>
  printableJson(value).replaceAll('\n', `\n${margin}`);
