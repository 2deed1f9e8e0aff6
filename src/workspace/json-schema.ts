import { z } from 'zod';
import { type FileKind, fileKinds } from './file-kinds.ts';

/** Where the schemas of a workspace lie, below its root: beside the data, so that they reach everyone who edits them. */
export const schemaFolder = 'data/schema';

/** The schema files of a workspace: path below the root, and text. */
export const schemaFiles = (
  kinds: readonly FileKind[] = fileKinds,
): readonly { readonly path: string; readonly text: string }[] =>
  kinds.map(kind => ({
    path: schemaFile(kind),
    text: `${JSON.stringify(jsonSchemaOf(kind), undefined, 2)}\n`,
  }));

const schemaFile = ({ name }: FileKind): string => `${schemaFolder}/${name}.json`;

/**
 * The line by which an editor finds the schema of a file: the modeline of the YAML language server.
 * @param path of the file, below the root: `data/…`
 */
export const modelineOf = (kind: FileKind, path: string): string =>
  `# yaml-language-server: $schema=${'../'.repeat(path.split('/').length - 2)}${schemaFile(kind).replace(/^data\//, '')}`;

/**
 * The JSON Schema of a kind of file, in draft 7, which every editor with YAML support reads. It says what one may write, not
 * what becomes of it: keys with a default may be left out. Rules between keys (zod's refinements) have no place in it; `check`
 * tells of those.
 */
export const jsonSchemaOf = ({ schema, path }: FileKind): object => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: context => {
      sayBounds(context);
      sayKeys(context);
      sayPattern(context);
      offerNoEmptiness(context);
    },
  });
  return { $schema, title: path, ...rest };
};

type Context = Parameters<NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>>[0];

/** Bounds that only say "a whole number that a computer can hold" are left out. */
const sayBounds = ({ jsonSchema }: Context): void => {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/**
 * Editors complete the keys of `properties`, not those of `propertyNames`: a record over a closed set of keys is told as an
 * object with that many properties.
 */
const sayKeys = ({ jsonSchema }: Context): void => {
  const { propertyNames: names, additionalProperties: value } = jsonSchema;
  if (typeof names !== 'object' || names.enum === undefined || value === undefined) return;
  jsonSchema.properties = Object.fromEntries(names.enum.map(name => [String(name), value]));
  jsonSchema.additionalProperties = false;
  delete jsonSchema.propertyNames;
};

/** In the editor a text of the wrong form is told in the words of `check`, not as a regular expression. */
const sayPattern = ({ zodSchema, jsonSchema }: Context): void => {
  if (jsonSchema.type !== 'string' || jsonSchema.pattern === undefined) return;
  const told = z.safeParse(zodSchema, '?').error?.issues.find(({ code }) => code === 'invalid_format');
  if (told) jsonSchema.patternErrorMessage = told.message;
};

/**
 * An editor writes the default of a key that is accepted. An empty list or map would have to be taken away again before
 * anything is written into it.
 */
const offerNoEmptiness = ({ jsonSchema }: Context): void => {
  const { default: fallback } = jsonSchema;
  if (typeof fallback === 'object' && fallback !== null && Object.keys(fallback).length === 0)
    delete jsonSchema.default;
};
