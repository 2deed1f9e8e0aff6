import { at, type Sourced, type SourceRef } from '../../model/source.ts';

/** A path through lists and maps: a key, or `*` for every entry. */
export type Pattern = readonly string[];

/** The texts that stand where a pattern leads, with their places. What is not there is passed over. */
export function* textsAt(
  entity: Sourced<object>,
  pattern: Pattern,
): Generator<readonly [text: string, ref: SourceRef]> {
  yield* walk(entity, pattern, entity.source);
}

function* walk(
  value: unknown,
  [step, ...rest]: Pattern,
  ref: SourceRef,
): Generator<readonly [string, SourceRef]> {
  if (step === undefined) {
    if (typeof value === 'string') yield [value, ref];
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (step !== '*') {
    yield* walk(Reflect.get(value, step), rest, at(ref, step));
    return;
  }
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* walk(item, rest, at(ref, index));
  else for (const [key, item] of Object.entries(value)) yield* walk(item, rest, at(ref, key));
}
