import { describe, expect, it } from 'vitest';
import { subjectsOf } from '../../../src/document/subject.ts';
import { analysis, composed, locale, prose, section } from './composed.ts';

describe('compose', () => {
  it('numbers sections, figures and tables, and links references both ways', () => {
    const document = composed(
      [
        section('one'),
        'See {{ref "tab:second"}}.\n',
        '```table portfolio.customers\nlabel: tab:first\n```\n',
        section('two'),
        '```table portfolio.customers\nlabel: tab:second\n```\n',
        'As in {{ref "tab:first"}}.',
      ].join('\n'),
    );
    expect(document.sections.map(({ number, id }) => [number, id])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
    expect(prose(document)).toContain('<a href="#tab-second">Table 2</a>');
    expect(prose(document)).toContain('<a href="#tab-first">Table 1</a>');
  });

  it('leaves out a section that has nothing to say, with all that is in it', () => {
    const document = composed(
      [
        section('kaism', 'needs: [portfolio.kaism]\n'),
        'Hidden words.\n',
        section('portfolio', 'needs: [portfolio.customers]\n'),
        'Shown words.',
      ].join('\n'),
    );
    expect(document.sections.map(({ id, number }) => [id, number])).toEqual([['portfolio', 1]]);
    expect(prose(document)).toBe('<p>Shown words.</p>');
  });

  it('gives no number to what does not show, and refers to nothing that does not', () => {
    const document = composed(
      [
        section('kaism', 'needs: [portfolio.kaism]\n'),
        '```table portfolio.kaism\nlabel: tab:hidden\n```\n',
        section('portfolio'),
        '```table portfolio.customers\nlabel: tab:shown\n```\n',
        'See {{ref "tab:shown"}}{{ref "tab:hidden"}}.',
      ].join('\n'),
    );
    expect(prose(document)).toBe('<p>See <a href="#tab-shown">Table 1</a>.</p>');
  });

  it('names what is not there in one sentence, and has no sentence where all is', () => {
    const lackingOf = (call: string): string =>
      prose(
        composed(`${section('one')}Said.{{#with (${call})}} {{t "notes.planTexts" lacking=this}}{{/with}}`),
      );
    expect(lackingOf('lacking "plan-text" vision=company mission=false swot=(has "portfolio.kaism")')).toBe(
      '<p>Said. Not recorded, outside the parts of the plan: mission and SWOT.</p>',
    );
    expect(lackingOf('lacking "plan-text" swot=(has "portfolio.customers")')).toBe('<p>Said.</p>');
  });

  it('says that there is nothing where no row is left of a series, rather than a head alone', () => {
    const table = '```table portfolio.customers\nwhere: { account: nobody }\n```\n';
    const [block] = composed(`${section('one')}${table}`).sections[0]?.blocks ?? [];
    expect(block).toMatchObject({ kind: 'table', unavailable: 'nothing is recorded' });
  });

  it('shows data as typed: no markup, no expression, no mark of ours', () => {
    const document = composed(`${section('one')}\n{{company}}\n\n{{#each accounts}}{{name}} {{/each}}`);
    expect(document.sections).toHaveLength(1);
    expect(document.sections[0]?.blocks).toHaveLength(1);
    expect(prose(document)).toContain(
      '&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; {{company}} **bold** &lt;!--block:0--&gt;',
    );
    expect(prose(document)).not.toContain('<img');
  });

  it('runs cells inside loops, once for each item', () => {
    const document = composed(
      `${section('one')}\n{{#each accounts}}\n\n\`\`\`table account.*.quarters\ncaption: "{{shortName}}"\n\`\`\`\n\n{{/each}}`,
    );
    const captions = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'table' ? [block.caption] : [])),
    );
    expect(captions.map(caption => caption.split(',')[0])).toEqual(['North', 'South']);
  });

  it('takes the text of its own language only', () => {
    expect(prose(composed(`${section('one')}\n::: es\nHola\n:::\n::: en\nHello\n:::`))).toBe('<p>Hello</p>');
  });

  it('puts the account of the document in the place of the asterisk', () => {
    const [north] = subjectsOf({ each: 'account' }, analysis.scope);
    expect(
      prose(composed(`${section('one')}\n{{account.name}}: {{figure "account.*.revenue"}}`, north)),
    ).toBe('<p>North: <span data-figure="account.north.revenue">€600</span></p>');
  });

  it('is about a key account manager, and still loops over accounts', () => {
    const [ana] = subjectsOf({ each: 'kam' }, analysis.scope);
    const document = composed(
      [
        section('one', 'who: "{{kam.name}}"\n'),
        '```facts\nrows:\n  - { label: Title, value: "{{kam.title}}" }\n  - { label: Since, value: "{{kam.since}}" }\n```\n',
        '{{kam.customers}}{{#each accounts}}, {{figure "account.*.revenue"}}{{/each}}',
      ].join('\n'),
      ana,
    );
    expect(document).toMatchObject({ id: 'review/ana', subject: 'Ana' });
    expect(document.sections[0]?.title[0]).toBe('Ana');
    expect(document.sections[0]?.blocks[0]).toMatchObject({
      kind: 'facts',
      rows: [
        { label: 'Title', value: 'Steel' },
        { label: 'Since', value: locale.shortDate('2020-01-15') },
      ],
    });
    expect(prose(document).replaceAll(/<\/?span[^>]*>/g, '')).toBe('<p>North, €600, €400</p>');
  });

  it('says that a figure is not available, and why', () => {
    const html = prose(composed(`${section('one')}\n{{figure "kpi.nps.value"}}: {{reason "kpi.nps.value"}}`));
    expect(html).toMatch(/^<p><span data-figure="kpi.nps.value">n\/a<\/span>: [a-z].+<\/p>/);
  });
});

describe('the methods appendix', () => {
  const methodsIn = (body: string): string[] =>
    composed(body).sections.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'methods' ? block.items.map(({ id }) => id) : [])),
    );
  const appendix = `${section('methods')}\`\`\`methods\n\`\`\`\n`;

  it('explains what the document shows, wherever it stands, and nothing else', () => {
    const table = `${section('one')}\`\`\`table portfolio.customers\n\`\`\`\n`;
    const shown = methodsIn(table + appendix);
    expect(shown).toContain(analysis.madeBy.series.get('portfolio.customers'));
    expect(methodsIn(appendix + table)).toEqual(shown);
    expect(methodsIn(appendix)).toEqual([]);
  });

  it('says that each finding points to what supports it only where each one does', () => {
    const noteWith = (references: string): string | undefined =>
      composed(
        `${section('one')}\`\`\`findings\nlimit: 2\ntopics: [portfolio, growth]\n${references}\`\`\`\n`,
      )
        .sections.flatMap(({ blocks }) =>
          blocks.flatMap(block => (block.kind === 'findings' ? block.note : [])),
        )
        .at(0);
    expect(noteWith('references: { portfolio: tab:one, growth: tab:two }\n')).toMatch(
      /^Two findings; each points/,
    );
    expect(noteWith('references: { portfolio: tab:one }\n')).toBe('Two findings.');
  });

  it('gives the works of a method as one sentence', () => {
    const literature = composed(`${section('one')}\`\`\`table portfolio.concentration\n\`\`\`\n${appendix}`)
      .sections.flatMap(({ blocks }) => blocks)
      .flatMap(block => (block.kind === 'methods' ? block.items : []))
      .flatMap(({ rows }) => rows.filter(({ label }) => label === 'Source'));
    expect(literature).not.toEqual([]);
    for (const { html } of literature) expect(html).toMatch(/^[^;]+(?:[^.]; [^;]+)*[^.]\.$/);
  });

  it('asks for what the findings recommend, once each, and for nothing where they recommend nothing', () => {
    const asks = composed(
      [section('one'), '```asks\nof: [portfolio, portfolio.single-client, growth]\n```\n'].join('\n'),
    ).sections.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'asks' ? [block] : [])));
    const groups = asks.flatMap(block => block.groups);
    expect(groups.map(({ title, items }) => [title, items.length])).toEqual([['What we ask', 1]]);
    expect(groups[0]?.items[0]).toMatch(/^<span data-figure="[^"]+">[^<]+\.<\/span>$/);
  });

  it('asks for what the findings of a summary recommend, and says who answers only where something is asked for', () => {
    const itemsOf = (of: string): readonly string[] =>
      composed(
        `${section('one')}\`\`\`findings\n\`\`\`\n\n\`\`\`asks\nof: [${of}]\nlisted: ${of === 'portfolio'}\nnote: Ana answers.\n\`\`\`\n`,
      )
        .sections.flatMap(({ blocks }) =>
          blocks.flatMap(block => (block.kind === 'asks' ? block.groups : [])),
        )
        .flatMap(({ items }) => items);
    const asked = itemsOf('portfolio');
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.at(-1)).toBe('<small>Ana answers.</small>');
    expect(itemsOf('adoption')).toEqual([]);
  });

  it('asks for what the first findings recommend where it has room for so many', () => {
    const itemsOf = (limit: string): readonly string[] =>
      composed(
        `${section('one')}\`\`\`findings\n\`\`\`\n\n\`\`\`asks\nof: [portfolio]\nlisted: true\n${limit}\`\`\`\n`,
      )
        .sections.flatMap(({ blocks }) =>
          blocks.flatMap(block => (block.kind === 'asks' ? block.groups : [])),
        )
        .flatMap(({ kind, items }) => (kind === 'follow-up' ? items : []));
    expect(itemsOf('limit: 2\n')).toEqual(itemsOf('').slice(0, 2));
    expect(itemsOf('')).not.toHaveLength(2);
  });

  it('ends the sentence of a finding with a full stop, and says nothing where there is no finding', () => {
    const saidBy = (expression: string): string => {
      const [block] = composed(`${section('one')}Said: ${expression}\n`).sections[0]?.blocks ?? [];
      return block?.kind === 'prose' ? block.html.replaceAll(/<[^>]*>/g, '').trim() : '';
    };
    expect(saidBy('{{finding "portfolio"}}')).toMatch(/[^.]$/);
    expect(saidBy('{{finding "portfolio" part="sentence"}}')).toBe(`${saidBy('{{finding "portfolio"}}')}.`);
    expect(saidBy('{{finding "no-such-topic" part="sentence"}}')).toBe('Said:');
  });

  it('says of a fact in which field of the subject it is written', () => {
    const body = `${section('one')}\`\`\`facts\nrows:\n  - { label: Since, value: "{{kam.since}}", field: since }\n\`\`\`\n`;
    const [kam] = subjectsOf({ each: 'kam' }, analysis.scope);
    const { rows, sections } = composed(body, kam);
    expect(rows.map(({ inputs }) => inputs)).toEqual([[{ file: expect.any(String), path: ['since'] }]]);
    expect(JSON.stringify(sections[0]?.blocks)).toContain(`data-figure=\\"${rows[0]?.id}\\"`);
  });

  it('heads a section with the first of its topics that has a finding', () => {
    const headed = (topic: string): string =>
      composed(`\`\`\`section one\nname: One\nheadline: { topic: ${topic} }\n\`\`\`\n`).sections[0]
        ?.headline ?? '';
    expect(headed('[no-such-topic, portfolio]')).toBe(headed('portfolio'));
    expect(headed('portfolio')).not.toBe(headed('no-such-topic'));
  });

  it('explains the figures of a sentence', () => {
    const id = 'portfolio.revenue.total';
    const shown = methodsIn(`${section('one')}{{figure "${id}"}}\n\n${appendix}`);
    expect(shown).toEqual([analysis.figures.get(id)?.method]);
  });
});

it('a figure of the whole stands as it is everywhere under a column that holds no numbers', () => {
  const { sections } = composed(
    [
      '```section one',
      'name: One',
      'headline: One',
      '```',
      '```table portfolio.curve',
      'columns: [account, scenario, share]',
      'total: [share]',
      'totalOf: { scenario: portfolio.revenue.total }',
      '```',
    ].join('\n'),
  );
  const [block] = sections[0]?.blocks ?? [];
  if (block?.kind !== 'table') throw new Error('no table');
  expect(block.table?.rows.at(-1)?.cells[1]).toMatchObject({
    text: expect.stringContaining('€'),
    figure: 'portfolio.revenue.total',
  });
});
