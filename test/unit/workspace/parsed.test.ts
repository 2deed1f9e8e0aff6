import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parsedText, sourceFrom } from '../../../src/workspace/parsed.ts';
import { parseYaml, withoutMark } from '../../../src/workspace/yaml.ts';

const root = fileURLToPath(new URL('../../../data', import.meta.url));
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
  .map(entry => `${entry.parentPath}/${entry.name}`);

type Path = readonly (string | number)[];

const pathsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...steps.flatMap(step => pathsIn(Reflect.get(value, step), [...path, step]))];
};

describe('what was parsed and kept is what parsing gives', () => {
  test.each(files)('%s', file => {
    const text = withoutMark(readFileSync(file, 'utf8'));
    const source = parseYaml('a.yaml', text);
    const kept = parsedText(source);
    expect(kept).toBeDefined();
    const again = sourceFrom('a.yaml', text, kept ?? '');
    expect(again.value).toEqual(source.value);
    expect(JSON.stringify(again.value)).toBe(JSON.stringify(source.value));
    for (const path of pathsIn(source.value))
      for (const part of ['key', 'value'] as const)
        expect([path, again.locate(path, part), again.written(path)]).toEqual([
          path,
          source.locate(path, part),
          source.written(path),
        ]);
    expect(again.locate(['not', 'there'])).toBeUndefined();
  });
});

test.each([
  ['something to tell of', 'a: 1\na: 2\n'],
  ['a number that JSON does not have', 'a: .inf\n'],
  ['no number', 'a: .nan\n'],
])('%s is parsed each time', (_, text) => {
  expect(parsedText(parseYaml('a.yaml', text))).toBeUndefined();
});
