import { changedPatterns } from '../analysis/reading/changes.ts';
import { below, isList, isRecord, type Pattern, placeStep, places } from '../analysis/reading/patterns.ts';
import { placesIn } from '../explain/places.ts';
import { accountSchema } from '../model/account.ts';
import type { SourceRef } from '../model/source.ts';
import { checkShape } from '../workspace/check.ts';
import { parseYaml, withoutMark } from '../workspace/yaml.ts';

/**
 * What differs between two states of the file of an account, as whoever reads the account notes it; undefined where one of them
 * is no sound account.
 */
export const accountChanges = (
  file: string,
  before: string,
  after: string,
): ReadonlySet<Pattern> | undefined => {
  const [a, b] = [before, after].map(text => accountIn(file, text));
  if (a?.value === undefined || b?.value === undefined) return undefined;
  return new Set([...changedPatterns(a.value, b.value, ''), ...movedPatterns(a, b)]);
};

interface AccountText {
  readonly value: object | undefined;
  /** Every place that there is, by the steps to it, and what is there. */
  readonly placed: ReadonlyMap<string, string>;
}

const accountIn = (file: string, raw: string): AccountText => {
  const text = withoutMark(raw);
  const source = parseYaml(file, text);
  const place = placesIn({
    locate: (ref, part) => source.locate(ref.path, part),
    sources: new Map([[file, text]]),
  });
  const placed = new Map<string, string>();
  const walk = (value: unknown, path: SourceRef['path']): void => {
    placed.set(JSON.stringify(path), JSON.stringify(place({ file, path })));
    if (isList(value)) for (const [index, item] of value.entries()) walk(item, [...path, index]);
    else if (isRecord(value)) for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  walk(source.value, []);
  return { value: checkShape(accountSchema, source).value, placed };
};

const movedPatterns = ({ placed: before }: AccountText, { placed: after }: AccountText): Pattern[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .map(path => (JSON.parse(path) as SourceRef['path']).map(placeStep).reduce(below, places));
