import { describe, expect, it } from 'vitest';
import { composed, section } from './composed.ts';

const customers = '```table portfolio.customers\nspan: 4\n```\n';
const curve = '```chart revenue-curve\nspan: 8\n```\n';
const given = (condition: string, cell: string): string =>
  `{{#if (has "${condition}")}}\n\n${cell}\n{{/if}}\n`;
const row = (...cells: readonly string[]): string => `::: row\n\n${cells.join('\n')}\n:::\n`;

/** Spans of what stands in the rows of the one section. */
const spansOf = (body: string): number[][] =>
  composed(`${section('one')}${body}`).sections.flatMap(({ blocks }) =>
    blocks.flatMap(block =>
      block.kind === 'row' ? [block.blocks.map(one => ('span' in one ? one.span : 0))] : [],
    ),
  );

describe('a row', () => {
  it('keeps the spans of its author while all that they put in it is there', () => {
    expect(spansOf(row(curve, customers))).toEqual([[8, 4]]);
  });

  it('leaves the columns of what is missing to the others', () => {
    expect(spansOf(row(given('portfolio.kaism', curve), customers))).toEqual([[12]]);
    expect(spansOf(row(curve, given('portfolio.kaism', customers)))).toEqual([[12]]);
  });

  it('leaves the margin to the words that stand in it', () => {
    expect(spansOf(row('How to read it.\n', curve, given('portfolio.kaism', customers)))).toEqual([[9]]);
  });

  it('draws a chart for the width that it gets', () => {
    const document = composed(`${section('one')}${row(curve, given('portfolio.kaism', customers))}`);
    const widths = JSON.stringify(document.sections[0]?.blocks).match(/"width":(\d+(?:\.\d+)?)/g) ?? [];
    const alone = composed(`${section('one')}\`\`\`chart revenue-curve\nspan: 12\n\`\`\`\n`);
    expect(widths).toEqual(JSON.stringify(alone.sections[0]?.blocks).match(/"width":(\d+(?:\.\d+)?)/g));
  });

  it('is not there where nothing of it is', () => {
    expect(spansOf(row(given('portfolio.kaism', curve), given('portfolio.kaism', customers)))).toEqual([]);
  });

  it('lets one of two alternatives take the place of the other', () => {
    const either = `{{#if (has "portfolio.kaism")}}\n\n${curve}\n{{else}}\n\n${customers}\n{{/if}}\n`;
    expect(spansOf(row(curve, either))).toEqual([[8, 4]]);
  });

  it('is there only with as many rows as the condition asks for', () => {
    const asking = (condition: string): string =>
      `{{#if (has "portfolio.customers" ${condition})}}\n\n${row(customers)}\n{{/if}}\n`;
    expect(spansOf(asking('least=1'))).toHaveLength(1);
    expect(spansOf(asking('least=999'))).toHaveLength(0);
    expect(spansOf(asking('least=1 of="revenue"'))).toHaveLength(1);
    expect(spansOf(asking('least=1 of="nothing"'))).toHaveLength(0);
  });
});
