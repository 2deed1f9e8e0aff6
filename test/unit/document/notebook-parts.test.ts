import { describe, expect, it } from 'vitest';
import { checkNotebook, readNotebook } from '../../../src/document/check.ts';
import { helperNames } from '../../../src/document/helpers.ts';
import { seriesColumns, vocabularyOf } from '../../../src/document/vocabulary.ts';
import { analysis, composed, locale, prose, section } from './composed.ts';

describe('parts of a notebook', () => {
  it.each([
    ['front matter', '---\n\n---\n', 'title'],
    ['a cell', `---\ntitle: One\n---\n${section('one')}\`\`\`strip\n\`\`\`\n`, 'figures'],
  ])('tells what is missing in %s where nothing is written at the line that opens it', (_, text, key) => {
    const { diagnostics } = checkNotebook(
      readNotebook('reports/a.md', text),
      { ...vocabularyOf(analysis, locale, helperNames), texts: locale.keys },
      seriesColumns(analysis),
    );
    const missing = diagnostics.find(({ code }) => code === 'workspace/missing-key');
    expect(missing?.message).toBe(`"${key}" is missing.`);
    const line = text.split('\n').findIndex(one => one === (key === 'title' ? '---' : '```strip')) + 1;
    expect(missing?.span).toEqual({ file: 'reports/a.md', line, column: 1, length: 3 });
  });

  it('numbers footnotes through the document and says at the end of a section what they stand for', () => {
    const document = composed(
      [
        section('one'),
        'Growth[^growth] and **loss**[^loss].\n\n[^loss]: Of {{figure "portfolio.revenue.total"}}.\n',
        section('two'),
        'Growth again[^growth].\n\n[^growth]: Against the year before.\n',
      ].join('\n'),
    );
    const notes = document.sections.map(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'footnotes' ? block.items : [])),
    );
    expect(notes.map(items => items.map(({ number }) => number))).toEqual([[1, 2], [3]]);
    expect(notes[0]?.[0]?.html).toContain('Against the year before.');
    expect(notes[0]?.[1]?.html).toMatch(/Of <span data-figure="portfolio.revenue.total">/);
    expect(prose(document)).toContain('href="#footnote-2"');
    expect(prose(document)).not.toContain('Against the year before');
  });

  it('sets notes and warnings off, with the title that their author gave them', () => {
    const document = composed(
      `${section('one')}::: note On *growth*\nIt is slow.\n:::\n\n::: warning\nIt is late.\n:::\n`,
    );
    const blocks = document.sections.flatMap(one => one.blocks);
    expect(blocks).toEqual([
      expect.objectContaining({ place: 'note', html: expect.stringContaining('On <em>growth</em>') }),
      expect.objectContaining({ place: 'warning', html: expect.stringContaining('>Warning<') }),
    ]);
  });

  it('shows one figure, or what was found on one topic, by name', () => {
    const document = composed(
      `${section('one')}\`\`\`figure portfolio.revenue.total\nlabel: All\n\`\`\`\n\`\`\`finding portfolio\n\`\`\`\n\`\`\`page-break\n\`\`\`\n`,
    );
    const [figure, finding, pageBreak] = document.sections.flatMap(one => one.blocks);
    expect(figure).toMatchObject({
      kind: 'strip',
      items: [{ label: 'All', figure: 'portfolio.revenue.total' }],
    });
    expect(finding).toMatchObject({ kind: 'prose', html: expect.stringContaining('data-figure=') });
    expect(pageBreak).toEqual({ kind: 'page-break' });
  });

  it('names a figure of a strip as it is named everywhere, also one whose name stands for many', () => {
    const named = (id: string): unknown => {
      const body = `${section('one')}\`\`\`strip\nfigures: [{ figure: ${id} }]\n\`\`\`\n`;
      return composed(body).sections[0]?.blocks[0];
    };
    expect(named('portfolio.revenue.total')).toMatchObject({ items: [{ label: 'Portfolio revenue' }] });
    expect(named('kpi.interaction.prior-year')).toMatchObject({
      items: [{ label: expect.stringContaining('(a year ago)') }],
    });
  });

  it.each([
    ['a footnote that is not there', 'Growth[^x].', 'There is no footnote "x".'],
    ['a footnote that nothing refers to', '[^x]: Words.', 'Nothing refers to the footnote "x".'],
    ['a finding that does not exist', '```finding portfolo\n```', 'There is no finding "portfolo".'],
    ['a topic that asks nothing', '```asks\nof: [concentraton]\n```', 'There is no finding "concentraton".'],
    [
      'a finding that cannot be left out',
      '```findings\nexcept: [concentration.tops]\n```',
      'There is no finding "concentration.tops".',
    ],
    ['a figure that does not exist', '```figure portfolio.hi\n```', 'There is no figure "portfolio.hi".'],
  ])('refuses %s', (_, body, message) => {
    expect(() => composed(section('one') + body)).toThrow(message);
  });
});

describe('options of a chart', () => {
  const problemsOf = (options: string) => {
    const text = `---\ntitle: Notes\n---\n${section('one')}\`\`\`chart ranking\n${options}\n\`\`\`\n`;
    const vocabulary = vocabularyOf(analysis, locale, helperNames);
    const { diagnostics } = checkNotebook(
      readNotebook('reports/notes.md', text),
      vocabulary,
      seriesColumns(analysis),
    );
    const lines = text.split('\n');
    return diagnostics.map(({ code, message, span, hints }) => ({
      code,
      message,
      hints,
      at: lines[(span?.line ?? 0) - 1]?.slice((span?.column ?? 1) - 1),
    }));
  };

  it('that it does not take are told at their place, with the word that was meant', () => {
    expect(problemsOf('options:\n  pitch: 14\n  limt: 10')).toEqual([
      {
        code: 'workspace/unknown-key',
        message: expect.stringContaining('"limt"'),
        hints: [expect.stringContaining('"limit"')],
        at: 'limt: 10',
      },
    ]);
    expect(problemsOf('options: { zoom: 2 }')[0]?.hints.join()).toMatch(/pitch.*limit/);
  });

  it('with a value that they cannot have say which they can', () => {
    const [problem] = problemsOf('options: { limit: many }');
    expect(problem).toMatchObject({ code: 'workspace/wrong-type', at: 'many }' });
    expect(problem?.message).not.toMatch(/Invalid input/);
    expect(problemsOf('options: { pitch: 5 }')[0]?.message).toMatch(/12/);
    // A chart of a million pixels takes all memory.
    expect(problemsOf('options: { pitch: 40000 }')[0]?.message).toMatch(/200/);
  });

  it('that are right, or none, are fine', () => {
    expect(problemsOf('options: { limit: 10 }')).toEqual([]);
    expect(problemsOf('label: fig:x')).toEqual([]);
  });
});
