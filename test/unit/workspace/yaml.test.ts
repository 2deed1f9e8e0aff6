import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/workspace/yaml.ts';

const parse = (text: string): ReturnType<typeof parseYaml> => parseYaml('a.yaml', text);
const codes = (text: string): readonly string[] =>
  parse(text).diagnostics.map(({ code }) => code.replace('workspace/', ''));

const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
  .concat(
    [...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
  )
  .join('\n');

describe('what YAML is refused', () => {
  test.each([
    ['a tag', 'a: !!set { x }', 'unsupported-yaml'],
    ['a tag of our own', 'a: !include secrets.yaml', 'unsupported-yaml'],
    ['a merge key', 'base: &b { x: 1 }\na: { <<: *b }', 'unsupported-yaml'],
    ['a key that is a map', '? { a: 1 }\n: 2', 'unsupported-yaml'],
    ['an alias inside its own anchor', 'a: &a [*a]', 'unsupported-yaml'],
    ['a second document', 'a: 1\n---\nb: 2', 'unsupported-yaml'],
    ['a YAML 1.1 directive', '%YAML 1.1\n---\na: yes', 'unsupported-yaml'],
    ['__proto__', '__proto__: { polluted: true }', 'forbidden-key'],
    ['constructor', 'a: { constructor: 1 }', 'forbidden-key'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3', 'duplicate-key'],
    ['NUL', 'a: \0', 'control-character'],
    ['more digits than a number holds', 'a: 12345678901234.567', 'imprecise-number'],
    ['an alias bomb', bomb, 'too-many-aliases'],
    ['many aliases', `- &a x\n${'- *a\n'.repeat(101)}`, 'too-many-aliases'],
    ['deep flow nesting', '['.repeat(20_000), 'too-deep'],
    ['deep block nesting', '- '.repeat(5000), 'too-deep'],
    ['deep maps', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'too-deep'],
    ['explicit keys in a row', '? '.repeat(20_000), 'too-deep'],
    ['a file of megabytes', `a: "${'x'.repeat(2_000_000)}"`, 'too-large'],
    ['an unfinished merge', 'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n', 'unfinished-merge'],
    ['a tab as indent', 'a:\n\tb: 1', 'yaml-syntax'],
    ['an open bracket', 'a: [1, 2', 'yaml-syntax'],
  ])('%s', (_, text, code) => {
    const { diagnostics, value } = parse(text);
    expect(diagnostics.map(diagnostic => diagnostic.code)).toContain(`workspace/${code}`);
    expect(value).toBeUndefined();
    for (const { span } of diagnostics) expect(span?.line).toBeGreaterThan(0);
  });

  test('several mistakes in one file are all reported, each in its place', () => {
    const { diagnostics } = parse('a: 1\na: 2\nb: !x 3\nc: [1\nd: 4\nconstructor: 5\n');
    const found = diagnostics.map(({ code, span }) => `${span?.line} ${code}`);
    expect(found).toContain('2 workspace/duplicate-key');
    expect(found).toContain('3 workspace/unsupported-yaml');
    expect(found.some(line => line.endsWith('yaml-syntax'))).toBe(true);
  });

  test.each([
    ['a: 1\nname: "Vid\nb: 2\nc: 3\n', 2, 7],
    ["a: 1\nb: { name: 'Vid }\nc: 3\n", 2, 12],
  ])(
    'a quote that nothing closes is told where it opens, not at the end of the file: %j',
    (text, line, column) => {
      const [found] = parse(text).diagnostics;
      expect(found).toMatchObject({ code: 'workspace/yaml-syntax', span: { line, column, length: 1 } });
      expect(found?.message).toContain('no closing quote');
    },
  );

  test('each unfinished merge is one mistake, at its first line; the marks in a text are none', () => {
    const merge = '<<<<<<< HEAD\r\nb: 2\r\n||||||| base\r\n=======\r\nb: 3\r\n>>>>>>> theirs\r\n';
    const { diagnostics } = parse(`a: 1\r\n${merge}c: 4\r\n${merge}`);
    expect(diagnostics.map(({ code, span }) => [code, span?.line, span?.column])).toEqual([
      ['workspace/unfinished-merge', 2, 1],
      ['workspace/unfinished-merge', 9, 1],
    ]);
    expect(codes('a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> theirs\n')).toEqual([]);
  });

  test('nothing is polluted on the way', () => {
    parse('__proto__: { polluted: true }');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('what YAML is read', () => {
  test('byte order mark and Windows line ends change neither values nor places', () => {
    const source = parse('\uFEFFname: Ana\r\nrole: kam\r\n');
    expect(source.value).toEqual({ name: 'Ana', role: 'kam' });
    expect(source.locate(['name'], 'key')).toEqual({ file: 'a.yaml', line: 1, column: 1, length: 4 });
    expect(source.locate(['role'])).toEqual({ file: 'a.yaml', line: 2, column: 7, length: 3 });
  });

  test('core schema only: dates, yes and NO stay text', () => {
    expect(parse('a: 2026-09-30\nb: yes\nc: NO\nd: 1e3').value).toEqual({
      a: '2026-09-30',
      b: 'yes',
      c: 'NO',
      d: 1000,
    });
  });

  test('an alias is a copy, and its place is found', () => {
    const source = parse('a: &x { n: 1 }\nb: *x');
    expect(source.value).toEqual({ a: { n: 1 }, b: { n: 1 } });
    expect(source.locate(['b', 'n'])?.line).toBe(1);
  });

  test('an empty file is null, not a fault of the parser', () => {
    expect(parse('')).toMatchObject({ value: null, diagnostics: [] });
    expect(parse('# only a comment\n').value).toBeNull();
  });

  test('places of lists, maps and empty values', () => {
    const source = parse('list:\n  - id: a\n    n: 1\n  - id: b\nempty:\n');
    expect(source.locate(['list', 1])).toMatchObject({ line: 4, column: 5, length: 2 });
    expect(source.locate(['list'])).toMatchObject({ line: 1, column: 1, length: 4 });
    expect(source.locate(['empty'])).toMatchObject({ line: 5, column: 1, length: 5 });
    expect(source.locate([])).toMatchObject({ line: 1, column: 1, length: 4 });
    expect(source.locate(['list', 7])).toBeUndefined();
    expect(source.locate(['nowhere', 'at', 'all'])).toBeUndefined();
  });

  test('a scalar is known as it was written', () => {
    expect(parse('a: 1.50').written(['a'])).toBe('1.50');
  });
});

describe('any text', () => {
  test.each([
    ['keys', Array.from({ length: 30_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['anchors', Array.from({ length: 20_000 }, (_, i) => `- &a${i} x`).join('\n')],
    ['commas', `[${',x'.repeat(100_000)}`],
    ['compact maps', 'a: '.repeat(50_000)],
    ['comments', '# x\n'.repeat(100_000)],
    ['folded lines', `a: >\n${' x\n'.repeat(100_000)}`],
  ])(
    'is read in bounded time: %s',
    (_, text) => {
      expect(() => codes(text)).not.toThrow();
    },
    15_000,
  );
});
