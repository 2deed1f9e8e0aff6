import type { z } from 'zod';
import { fileKinds } from '../src/workspace/file-kinds.ts';
import { type Field, fieldOf } from './field.ts';

const introduction = `# Data of a workspace

Written by \`npm run docs\` from the schemas that check the files. Everything is optional unless it says so; with a name and the
revenue of some quarters an account is complete enough for a useful review, and the review itself lists what each further
kind of data would open. A text that a reader sees is one string, or one per language: \`{ es: …, en: … }\`. Keys are
separated by points from what holds them; \`*\` stands for a key of your own (a quarter, an id), \`[]\` for the entries of a list.
`;

/** The page of every file and key that a workspace may hold: Markdown. */
export const dataPage = (): string =>
  [introduction, ...fileKinds.map(({ path, schema }) => fileSection(path, schema))].join('\n');

const fileSection = (path: string, schema: z.ZodType): string =>
  [
    `## ${path}`,
    '',
    ...(schema.description === undefined ? [] : [`${schema.description}.`, '']),
    '| key | values | what it is |',
    '| --- | --- | --- |',
    ...rowsOf(schema, '').map(row => `| ${row.map(escaped).join(' | ')} |`),
    '',
  ].join('\n');

const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** One row a key, the keys below it after it. Texts per language are told in the introduction. */
const rowsOf = (schema: z.core.$ZodType, prefix: string): readonly (readonly string[])[] =>
  childrenOf(schema).flatMap(([key, child]) => {
    const field = fieldOf(child);
    const path = `${prefix}${key}`;
    const below = isText(field.schema) ? [] : rowsOf(child, `${path}.`);
    return [
      [`\`${path}\`${field.required ? ' (required)' : ''}`, valuesOf(field), toldOnce(field.description)],
      ...below,
    ];
  });

/** What the introduction and the kind of value say already is not said again. */
const toldOnce = (description: string | undefined): string =>
  description === undefined || /^(Text, or one text per language|Date, YYYY)/.test(description)
    ? ''
    : description;

const isText = ({ _zod: { def } }: z.core.$ZodTypes): boolean =>
  def.type === 'union' && def.options.some(option => fieldOf(option).schema._zod.def.type === 'record');

/** The keys that a value may have: those of an object, of what a list or a record holds, of every option of a union. */
const childrenOf = (schema: z.core.$ZodType): readonly (readonly [string, z.core.$ZodType])[] => {
  const { def } = fieldOf(schema).schema._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape);
    case 'array':
      return childrenOf(def.element).map(([key, child]) => [`[].${key}`, child]);
    case 'record':
      return childrenOf(def.valueType).length > 0
        ? childrenOf(def.valueType).map(([key, child]) => [`*.${key}`, child])
        : [['*', def.valueType]];
    case 'union': {
      const all = def.options.flatMap(option => childrenOf(option));
      return [...new Map(all)];
    }
    default:
      return [];
  }
};

const valuesOf = ({ schema, fallback }: Field): string =>
  [
    kindOf(schema),
    ...(fallback === undefined || (typeof fallback === 'object' && isEmpty(fallback))
      ? []
      : [`default ${JSON.stringify(fallback)}`]),
  ].join('; ');

const isEmpty = (value: unknown): boolean => Object.keys(value ?? {}).length === 0;

const kindOf = (schema: z.core.$ZodType): string => {
  const field = fieldOf(schema).schema;
  const { def } = field._zod;
  switch (def.type) {
    case 'enum':
      return shortList(Object.values(def.entries).map(String));
    case 'literal':
      return def.values.map(String).join(', ');
    case 'number':
      return rangeOf(field as z.ZodNumber);
    case 'string':
      return 'format' in def && def.format === 'date' ? 'date' : 'text';
    case 'boolean':
      return 'true, false';
    case 'array':
      return `list of ${kindOf(def.element)}`;
    case 'tuple': {
      const kinds = [...new Set(def.items.map(kindOf))];
      return `list of ${def.items.length}: ${kinds.join(' and ')}`;
    }
    case 'union':
      return isText(field) ? 'text per language' : [...new Set(def.options.map(kindOf))].join(' or ');
    case 'record':
      return 'map';
    case 'object':
      return 'map';
    default:
      return def.type;
  }
};

const rangeOf = ({ minValue, maxValue, format }: z.ZodNumber): string => {
  const kind = format?.includes('int') === true ? 'whole number' : 'number';
  const bounded = (value: number | null): value is number =>
    value !== null && Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  if (bounded(minValue) && bounded(maxValue)) return `${kind}, ${minValue} to ${maxValue}`;
  if (bounded(minValue)) return `${kind} from ${minValue}`;
  return bounded(maxValue) ? `${kind} up to ${maxValue}` : kind;
};

/** A long list of words is for editors, which offer them as one types; the page names the first. */
const shortList = (words: readonly string[]): string =>
  words.length <= 24
    ? words.join(', ')
    : `${words.slice(0, 3).join(', ')} and ${words.length - 3} more words`;
