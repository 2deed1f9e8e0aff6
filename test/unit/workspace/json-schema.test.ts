import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createFiles } from '../../../src/platform/files.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { type FileKind, fileKinds, kindOf } from '../../../src/workspace/file-kinds.ts';
import { jsonSchemaOf, modelineOf, schemaFiles } from '../../../src/workspace/json-schema.ts';
import { mutate, slips } from './mutation.ts';

// What the editor's schema can't say: rules between keys, and rules of ours that zod runs as checks of its own.
const beyondSchemas = new Set(['custom']);

const ajv = new Ajv({ allowUnionTypes: true });
addFormats.default(ajv);
ajv.addKeyword('patternErrorMessage');

const validators = new Map(fileKinds.map(kind => [kind, ajv.compile(jsonSchemaOf(kind))]));
const fits = (kind: FileKind, value: unknown): boolean => validators.get(kind)?.(value) === true;

const files = createFiles(packageRoot);
const examples = (
  await Promise.all(
    (
      await files.list('data')
    ).map(async path => {
      const kind = kindOf(path);
      const text = kind && (await files.read(path));
      return kind && text !== undefined ? [{ path, kind, value: parse(text) as object }] : [];
    }),
  )
).flat();

interface Told {
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Told>>;
  readonly items?: Told;
  readonly additionalProperties?: Told | boolean;
  readonly anyOf?: readonly Told[];
  readonly oneOf?: readonly Told[];
}

/** Every key that a schema knows, however deep. */
function* properties(schema: Told, path: string): Generator<readonly [path: string, schema: Told]> {
  const { properties: own = {}, items, additionalProperties: other, anyOf = [], oneOf = [] } = schema;
  for (const [key, one] of Object.entries(own)) {
    yield [`${path}.${key}`, one];
    yield* properties(one, `${path}.${key}`);
  }
  const below = [items, typeof other === 'object' ? other : undefined, ...anyOf, ...oneOf];
  for (const one of below) if (one !== undefined) yield* properties(one, path);
}

describe('the schema of an editor', () => {
  it('is there for every kind of file, in draft 7, and says what a file is', () => {
    expect(schemaFiles().map(({ path }) => path)).toEqual(
      fileKinds.map(({ name }) => `data/schema/${name}.json`),
    );
    for (const kind of fileKinds)
      expect(jsonSchemaOf(kind)).toMatchObject({
        $schema: 'http://json-schema.org/draft-07/schema#',
        description: expect.stringMatching(/\w/),
      });
  });

  it.each(fileKinds.map(kind => [kind.name, kind] as const))(
    'says what every key of %s is, and offers neither emptiness nor ids of others as values',
    (_, kind) => {
      const [undescribed, misleading]: [string[], string[]] = [[], []];
      for (const [path, schema] of properties(jsonSchemaOf(kind), '')) {
        if (!schema.description) undescribed.push(path);
        if (['[]', '{}'].includes(JSON.stringify(schema.default))) misleading.push(path);
        if (schema.pattern?.startsWith('^[a-z0-9]+') && schema.examples) misleading.push(path);
      }
      expect({ undescribed, misleading }).toEqual({ undescribed: [], misleading: [] });
    },
  );

  it('fits every file of the example', () => {
    expect(examples.length).toBeGreaterThan(60);
    for (const { path, kind, value } of examples)
      expect({ path, fits: fits(kind, value) }).toEqual({ path, fits: true });
  });

  it('judges as check does, but for rules between keys, on thousands of slips in the example', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.constantFrom(...slips),
        fc.nat(),
        ({ kind, value: example }, slip, pick) => {
          const value = structuredClone(example);
          mutate(value, slip, pick);
          const issues = kind.schema.safeParse(value).error?.issues ?? [];
          const expected = issues.every(({ code }) => beyondSchemas.has(code));
          expect(fits(kind, value)).toBe(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is named in the first line of a file, from where the file lies', () => {
    const line = (path: string) => {
      const kind = kindOf(path);
      return kind && modelineOf(kind, path);
    };
    expect(line('data/accounts/uno.yaml')).toBe('# yaml-language-server: $schema=../schema/account.json');
    expect(line('data/workspace.yaml')).toBe('# yaml-language-server: $schema=schema/workspace.json');
    expect(line('data/accounts/deep/uno.yaml')).toBeUndefined();
  });
});
