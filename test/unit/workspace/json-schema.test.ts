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
