import { describe, expect, it } from 'vitest';
import { splitNotebook } from '../../../src/document/notebook.ts';

const notebook = (...lines: string[]): string => ['---', 'title: Review', '---', ...lines].join('\n');

describe('splitNotebook', () => {
  it('splits prose, cells and containers, and knows their lines', () => {
    const { value, diagnostics } = splitNotebook(
      'reports/review.md',
      notebook('Some text', '', '```chart kaism', 'span: 6', '```', '', '::: es', 'Hola', ':::'),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.name).toBe('review');
    expect(value?.nodes).toMatchObject([
      { kind: 'markdown', text: 'Some text\n', line: 4 },
      { kind: 'cell', cell: 'chart', argument: 'kaism', options: 'span: 6', line: 6 },
      {
        kind: 'container',
        name: 'language:es',
        line: 10,
        children: [{ kind: 'markdown', text: 'Hola', line: 11 }],
      },
    ]);
  });

  it('keeps cells inside a row', () => {
    const { value } = splitNotebook(
      'reports/review.md',
      notebook('::: row', '```chart a', '```', '```table b', '```', ':::'),
    );
    expect(value?.nodes).toMatchObject([
      { kind: 'container', name: 'row', children: [{ cell: 'chart' }, { cell: 'table' }] },
    ]);
  });

  it('reads a file with Windows line ends and a byte order mark', () => {
    const text = `\ufeff${notebook('```chart a', '```')}`.replaceAll('\n', '\r\n');
    expect(splitNotebook('reports/review.md', text)).toMatchObject({
      diagnostics: [],
      value: { nodes: [{ cell: 'chart' }] },
    });
  });

  it('reports every malformed part at its line', () => {
    const { diagnostics } = splitNotebook(
      'reports/review.md',
      notebook('```pie', '```', '::: sideways', ':::', '```chart a'),
    );
    expect(diagnostics.map(({ code, span }) => [code, span?.line])).toEqual([
      ['notebook/unknown-cell', 4],
      ['notebook/unknown-container', 6],
      ['notebook/unclosed-cell', 8],
    ]);
  });

  it('asks for front matter', () => {
    expect(splitNotebook('reports/review.md', '# Title').diagnostics.map(({ code }) => code)).toEqual([
      'notebook/front-matter',
    ]);
  });
});
