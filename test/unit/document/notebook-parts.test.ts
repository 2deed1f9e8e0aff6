import { describe, expect, it } from 'vitest';
import { composed, prose, section } from './composed.ts';

describe('parts of a notebook', () => {
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

  it.each([
    ['a footnote that is not there', 'Growth[^x].', 'There is no footnote "x".'],
    ['a footnote that nothing refers to', '[^x]: Words.', 'Nothing refers to the footnote "x".'],
    ['a finding that does not exist', '```finding portfolo\n```', 'There is no finding "portfolo".'],
    ['a figure that does not exist', '```figure portfolio.hi\n```', 'There is no figure "portfolio.hi".'],
  ])('refuses %s', (_, body, message) => {
    expect(() => composed(section('one') + body)).toThrow(message);
  });
});
