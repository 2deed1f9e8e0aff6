import { describe, expect, it } from 'vitest';
import { includePartials, writtenAt } from '../../../src/document/include.ts';

const notebook = (text: string) => ({ file: 'reports/own.md', text });
const partials = (texts: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(texts).map(([name, text]) => [name, { file: `templates/partials/${name}.md`, text }]),
  );

describe('including partials', () => {
  it('puts their lines in place of the line that names them, and knows where each was written', () => {
    const source = includePartials(
      notebook('one\n{{> mid }}\nfour'),
      partials({ mid: 'two\r\n{{>deep}}', deep: '\ufeffthree' }),
    );
    expect(source.text).toBe('one\ntwo\nthree\nfour');
    expect(source.problems).toEqual([]);
    const at = (line: number) => writtenAt({ file: 'reports/own.md', line, column: 3, length: 1 }, source);
    expect(at(3)).toEqual({ file: 'templates/partials/deep.md', line: 1, column: 3, length: 1 });
    expect(at(4)).toMatchObject({ file: 'reports/own.md', line: 3 });
    expect([...source.originals.keys()]).toEqual([
      'reports/own.md',
      'templates/partials/mid.md',
      'templates/partials/deep.md',
    ]);
  });

  it('leaves what stands in a cell or in a sentence alone', () => {
    const text = '```table x\n{{> mid}}\n```\na {{> mid}} b';
    expect(includePartials(notebook(text), partials({ mid: 'two' })).text).toBe(text);
  });

  it.each([
    ['a name that nobody has', '\n{{> mit}}', 'There is no partial "mit".', 2],
    ['one that includes itself', '{{> loop}}', 'The partial "loop" includes itself.', 1],
  ])('tells of %s at its place', (_, text, message, line) => {
    const { problems } = includePartials(notebook(text), partials({ mid: 'two', loop: '{{> loop}}' }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ message, span: { line } });
  });
});
