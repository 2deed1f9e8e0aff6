import type { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import * as catalogue from './catalogue.ts';
import { tornNumber } from './decimal-comma.ts';
import { formatHint, isDateRule, noDayHint, twoReadings, typeHint } from './mend.ts';
import { keysOf, schemasAt } from './schema.ts';
import { suggest } from './suggest.ts';
import { bestBranch } from './union.ts';
import { describeFound, describeSchema, describeType } from './words.ts';
import type { YamlSource } from './yaml.ts';
import type { Path } from './yaml-places.ts';

type Issue = z.core.$ZodIssue;

/** Where an issue's path starts: the schema and the value that stand there. */
export interface Base {
  readonly source: YamlSource;
  readonly schema: z.core.$ZodType;
  readonly path: Path;
  readonly value: unknown;
}

/**
 * Turns zod issues into diagnostics at their key or value, in plain words. A misspelt key is reported once: not again as
 * the key that is missing because of it.
 */
export const explainAll = (issues: readonly Issue[], base: Base): Diagnostic[] => {
  const meant = new Set(
    issues.flatMap(issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => JSON.stringify([...issue.path, suggest(key, knownKeys(issue.path, base))]))
        : [],
    ),
  );
  return issues
    .filter(issue => !(isMissing(issue, base) && meant.has(JSON.stringify(issue.path))))
    .flatMap(issue => explain(issue, base));
};

const explain = (issue: Issue, base: Base): readonly Diagnostic[] => {
  const path = fullPath(issue, base);
  const value = valueAt(base.value, issue.path);
  const torn =
    value === null ? explainTorn(String(issue.path.at(-1)), issue.path.slice(0, -1), base) : undefined;
  if (torn !== undefined) return [torn];
  if (isMissing(issue, base)) return [explainMissing(issue, base)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        key => explainTorn(key, issue.path, base) ?? explainUnknownKey(key, issue.path, base),
      );
    case 'invalid_key':
      return [explainKey(issue, base)];
    case 'invalid_union':
      return explainUnion(issue, base);
    case 'invalid_type': {
      const span = base.source.locate(path);
      return [
        catalogue.wrongType(
          span,
          describeType(issue.expected),
          describeFound(value),
          typeHint(issue.expected, value, base.source.written(path)),
        ),
      ];
    }
    case 'invalid_value':
      return [explainOption(issue.values.map(String), path, value, base)];
    case 'too_small':
    case 'too_big':
      return [explainRange(issue, path, value, base)];
    default:
      return [explainFormat([issue.message], path, value, base)];
  }
};

const explainFormat = (rules: readonly string[], path: Path, value: unknown, base: Base): Diagnostic => {
  const span = base.source.locate(path);
  const text = typeof value === 'string' ? value : undefined;
  const noDay = text !== undefined && rules.some(isDateRule) ? noDayHint(text) : undefined;
  if (text !== undefined && noDay !== undefined) return catalogue.noSuchDay(span, text, noDay);
  const [rule = '', ...others] = rules;
  const hint = text !== undefined && others.length === 0 ? formatHint(rule, text) : undefined;
  return catalogue.badFormat(span, describeFound(value), rules.join(', or '), hint);
};

const isMissing = (issue: Issue, base: Base): boolean => {
  if (issue.code === 'unrecognized_keys' || issue.code === 'invalid_key') return false;
  return issue.path.length > 0 && valueAt(base.value, issue.path) === undefined;
};

const explainMissing = (issue: Issue, base: Base): Diagnostic => {
  const path = fullPath(issue, base);
  const key = String(path.at(-1));
  const schemas = schemasAt(base.schema, steps(issue.path), base.value);
  const expected = [...new Set(schemas.map(describeSchema))].join(' or ');
  return catalogue.missingKey(base.source.locate(path.slice(0, -1)), key, expected || 'a value');
};

const explainUnknownKey = (key: string, path: readonly PropertyKey[], base: Base): Diagnostic => {
  const known = knownKeys(path, base);
  const span = base.source.locate([...base.path, ...steps(path), key], 'key');
  return catalogue.unknownKey(span, key, suggest(key, known), known);
};

/** Undefined where the key is not the end of a number. */
const explainTorn = (key: string, path: readonly PropertyKey[], base: Base): Diagnostic | undefined => {
  const holder = valueAt(base.value, path);
  if (typeof holder !== 'object' || holder === null) return undefined;
  const torn = tornNumber(base.source, [...base.path, ...steps(path)], holder, key);
  return (
    torn &&
    catalogue.decimalComma(torn.span, torn.written, twoReadings(torn.written) ?? `Write ${torn.meant}.`)
  );
};

const knownKeys = (path: readonly PropertyKey[], base: Base): readonly string[] =>
  schemasAt(base.schema, steps(path), base.value).flatMap(schema =>
    keysOf(schema, valueAt(base.value, path)),
  );

const explainKey = (issue: Extract<Issue, { code: 'invalid_key' }>, base: Base): Diagnostic => {
  const key = String(issue.path.at(-1));
  const rule = issue.issues[0]?.message ?? issue.message;
  const span = base.source.locate(fullPath(issue, base), 'key');
  return catalogue.badFormat(span, `The key "${key}"`, rule, formatHint(rule, key));
};

const explainUnion = (
  issue: Extract<Issue, { code: 'invalid_union' }>,
  base: Base,
): readonly Diagnostic[] => {
  const path = fullPath(issue, base);
  const value = valueAt(base.value, issue.path);
  if (issue.errors.length === 0)
    return [
      explainOption(
        ('options' in issue && issue.options ? issue.options : []).map(String),
        path,
        value,
        base,
      ),
    ];
  const best = bestBranch(issue.errors, value);
  const [schema] = schemasAt(base.schema, steps(issue.path), base.value);
  if (schema?._zod.def.type === 'union' && best.kind === 'branch') {
    const option = schema._zod.def.options[best.index];
    if (option)
      return explainAll(issue.errors[best.index] ?? [], { source: base.source, schema: option, path, value });
  }
  const span = base.source.locate(path);
  if (best.kind === 'rules') return [explainFormat(best.rules, path, value, base)];
  const expected = schema ? describeSchema(schema) : 'something else';
  return [
    catalogue.wrongType(
      span,
      expected,
      describeFound(value),
      best.kind === 'types' ? hintOf(best.types, value) : undefined,
    ),
  ];
};

const hintOf = (types: readonly string[], value: unknown): string | undefined =>
  types.map(type => typeHint(type, value)).find(hint => hint !== undefined);

const explainOption = (options: readonly string[], path: Path, value: unknown, base: Base): Diagnostic =>
  catalogue.unknownValue(
    base.source.locate(path),
    describeFound(value),
    typeof value === 'string' ? suggest(value, options) : undefined,
    options,
  );

const explainRange = (
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  path: Path,
  value: unknown,
  base: Base,
): Diagnostic => {
  const span = base.source.locate(path);
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const bound = issue.code === 'too_small' ? 'least' : 'most';
  if (issue.origin === 'string') return catalogue.outOfRange(span, 'The text must not be empty.', undefined);
  if (issue.origin === 'array')
    return catalogue.outOfRange(
      span,
      `The list needs at ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}.`,
      undefined,
    );
  const exclusive = issue.inclusive === false;
  const rule = exclusive ? `${bound === 'least' ? 'greater' : 'less'} than ${limit}` : `at ${bound} ${limit}`;
  const share =
    limit === 1 && typeof value === 'number' && value > 1 && value <= 100 ? value / 100 : undefined;
  return catalogue.outOfRange(
    span,
    `Expected a number that is ${rule}, found ${String(value)}.`,
    share === undefined ? undefined : `A share is written between 0 and 1: ${Number(share.toPrecision(12))}.`,
  );
};

const fullPath = (issue: Issue, base: Base): Path => [...base.path, ...steps(issue.path)];
const steps = (path: readonly PropertyKey[]): Path =>
  path.map(step => (typeof step === 'number' ? step : String(step)));

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown => {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return current;
};
