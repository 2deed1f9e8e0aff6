import type { OutputUnit } from '@cfworker/json-schema';
import type { SpecProblem } from '../charts/grammar.ts';
import { suggest } from '../workspace/suggest.ts';

/** A JSON Schema, as far as naming what it allows needs it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One way in which a value misses the schema. */
interface Miss {
  /** JSON pointer of the value, and of the keyword that it misses; the latter goes through references. */
  readonly at: string;
  readonly keyword: string;
  readonly location: string;
  /** The property that nobody knows, or that is missing. */
  readonly property?: string;
}

/**
 * What to tell a writer about a value that misses its schema. A schema of alternatives complains once for each of them;
 * only the alternative that comes nearest was meant, so only what it misses is told.
 */
export const schemaProblems = (
  errors: readonly OutputUnit[],
  schema: JsonSchema,
  value: unknown,
): readonly SpecProblem[] => {
  const all = missesOf(errors);
  const groups = together(meant(all));
  const misspelt = new Set(
    groups.flatMap(([miss]) => (miss?.keyword === 'additionalProperties' ? miss.at : [])),
  );
  return groups.flatMap(group => {
    // What a misspelt property leaves missing is not a second mistake.
    const [miss] = group;
    if (miss === undefined || (miss.keyword === 'required' && miss.at !== '#' && misspelt.has(miss.at)))
      return [];
    return [problemOf(miss, group, { schema, all, value })];
  });
};

/** What the wording of a problem looks at. */
interface Surroundings {
  readonly schema: JsonSchema;
  /** Misses of every alternative. */
  readonly all: readonly Miss[];
  readonly value: unknown;
}

/** Keywords that only pass on what others say. */
const passing = new Set(['$ref', 'properties', 'items', 'false', 'allOf']);

const missesOf = (errors: readonly OutputUnit[]): readonly Miss[] =>
  errors.flatMap((error, index) => {
    const { keyword, instanceLocation: at, keywordLocation: location } = error;
    if (passing.has(keyword)) return [];
    // What the library says after "additionalProperties" names the property that is too many.
    if (keyword === 'additionalProperties')
      return [{ at, keyword, location, property: lastOf(errors[index + 1]?.instanceLocation ?? '') }];
    if (keyword === 'required')
      return [{ at, keyword, location, property: /"(.*)"/.exec(error.error)?.[1] ?? '' }];
    return [{ at, keyword, location }];
  });

/** Of the misses of alternatives, only those of the nearest one; alternatives within it are settled the same way. */
const meant = (misses: readonly Miss[]): readonly Miss[] => {
  const [choice] = misses
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .sort((a, b) => a.location.length - b.location.length);
  if (choice === undefined) return misses;
  const isInside = ({ location }: Miss): boolean => location.startsWith(`${choice.location}/`);
  const branches = new Map<string, Miss[]>();
  for (const miss of misses.filter(isInside)) {
    const branch = miss.location.slice(choice.location.length + 1).replace(/\/.*/, '');
    branches.set(branch, [...(branches.get(branch) ?? []), miss]);
  }
  const settled = [...branches.values()].map(branch => meant(branch));
  const distances = settled.map(branch => distanceOf(branch, choice.at));
  const least = Math.min(...distances);
  const nearest = settled.filter((_, index) => distances[index] === least);
  // Alternatives that only name other words are one list of words; of others, the first stands for all.
  const chosen = nearest.every(branch => branch.every(isWord)) ? nearest.flat() : (nearest[0] ?? []);
  return [...meant(misses.filter(miss => miss !== choice && !isInside(miss))), ...chosen];
};

const isWord = ({ keyword }: Miss): boolean => keyword === 'const' || keyword === 'enum';

/** How far a value is from an alternative: another shape is farther than another word, that than a property too many. */
const distanceOf = (misses: readonly Miss[], at: string): number =>
  misses.reduce((sum, miss) => sum + weightOf(miss, at), 0);

const weightOf = ({ at: place, keyword }: Miss, at: string): number => {
  const isHere = place === at;
  if (keyword === 'type') return isHere ? 1000 : 5;
  if (keyword === 'const') return isHere || lastOf(place) === 'type' ? 100 : 5;
  if (keyword === 'enum') return isHere ? 90 : 4;
  return isHere ? 10 : 3;
};

/** Words allowed at one place are one message. */
const together = (misses: readonly Miss[]): readonly Miss[][] => {
  const groups = new Map<string, Miss[]>();
  for (const miss of misses) {
    const key = isWord(miss) ? `${miss.at} word` : `${miss.at} ${miss.keyword} ${miss.property ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), miss]);
  }
  return [...groups.values()];
};

const problemOf = (miss: Miss, group: readonly Miss[], { schema, all, value }: Surroundings): SpecProblem => {
  const { at, keyword, location, property = '' } = miss;
  const path = pathOf(at);
  const rule = resolve(schema, location)[keyword];
  const written = JSON.stringify(valueAt(value, path));
  switch (keyword) {
    case 'const':
    case 'enum': {
      const words = group.flatMap(one => wordsOf(resolve(schema, one.location)));
      return {
        path,
        message: `Vega-Lite does not know ${written} here.`,
        hint: choice(String(valueAt(value, path)), words),
      };
    }
    case 'additionalProperties': {
      const known = all
        .filter(one => one.at === at)
        .flatMap(one => propertiesOf(resolve(schema, one.location)));
      return {
        path: [...path, property],
        part: 'key',
        message: `Vega-Lite knows no property "${property}" here.`,
        hint: choice(property, [...new Set(known)]),
      };
    }
    case 'required':
      return { path, message: `"${property}" is missing here.` };
    case 'type':
      return { path, message: `Vega-Lite wants ${[rule].flat().join(' or ')} here, not ${written}.` };
    default:
      return {
        path,
        message: `Vega-Lite does not allow ${written} here: ${keyword} ${JSON.stringify(rule)}.`,
      };
  }
};

/** The word that was meant, or all that there are. */
const choice = (written: string, known: readonly string[]): string => {
  const near = suggest(written, known);
  return near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`;
};

const propertiesOf = ({ properties }: JsonSchema): readonly string[] =>
  isSchema(properties) ? Object.keys(properties) : [];

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null
        ? (here as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );

const wordsOf = (schema: JsonSchema): readonly string[] =>
  [...(Array.isArray(schema.enum) ? schema.enum : []), ...('const' in schema ? [schema.const] : [])].map(
    String,
  );

/** The schema that holds the keyword of a location, references followed. */
const resolve = (schema: JsonSchema, location: string): JsonSchema => {
  let here: unknown = schema;
  for (const step of pathOf(location).slice(0, -1)) {
    if (!isSchema(here) && !Array.isArray(here)) return {};
    const next = (here as Readonly<Record<string | number, unknown>>)[step];
    here = step === '$ref' && typeof next === 'string' ? resolve(schema, `${next}/-`) : next;
  }
  return isSchema(here) ? here : {};
};

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map(step => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(step => (/^\d+$/.test(step) ? Number(step) : step));

const lastOf = (pointer: string): string => String(pathOf(pointer).at(-1) ?? '');
