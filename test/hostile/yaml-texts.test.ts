import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYaml } from '../../src/workspace/yaml.ts';
import { effort, grouped, tally } from './tally.ts';

const fragments = fc.constantFrom(
  'a',
  ':',
  ' ',
  '\n',
  '  ',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!t ',
  '"',
  "'",
  '|',
  '>',
  '#',
  '%',
  '---\n',
  '...',
  '\t',
  '\\',
  '\0',
  '\r',
  '<<',
  '1',
  'é',
  '\uFEFF',
);

test('the parser never throws, and what it refuses has a place', async () => {
  const runs = effort(500, 100_000);
  const yamlish = fc.array(fragments, { maxLength: 60 }).map(parts => parts.join(''));
  let refused = 0;
  fc.assert(
    fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary', maxLength: 200 })), text => {
      const source = parseYaml('a.yaml', text);
      if (source.value === undefined) {
        refused += 1;
        expect(source.diagnostics.length).toBeGreaterThan(0);
      }
      for (const { span } of source.diagnostics) {
        expect(span?.line).toBeGreaterThan(0);
        expect(span?.column).toBeGreaterThan(0);
        expect(span?.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: runs, seed: 2026 },
  );
  expect(refused).toBeGreaterThan(runs / 4);
  await tally('fuzz-yaml', `${grouped(runs)} texts, ${grouped(refused)} refused`);
});
