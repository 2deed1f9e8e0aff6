import { describe, expect, it } from 'vitest';
import { checkExpressions } from '../../../src/document/expressions.ts';
import { surroundingsOf } from '../../../src/document/surroundings.ts';

const vocabulary = {
  helpers: new Set(['value', 'measure', 'figure', 'has', 't', 'ref', 'text', 'if', 'each']),
  names: new Set(['company', 'accounts', 'kams', 'kam']),
  fields: { account: ['name'], kam: ['name', 'title'] },
  figures: new Set(['portfolio.concentration.hhi', 'kam.*.load']),
  series: new Set(['portfolio.customers']),
  results: new Set(['portfolio.concentration.hhi', 'kam.*.load', 'portfolio.customers']),
  texts: new Set(['interface.total', 'interface.interval']),
  findings: new Set<string>(),
  parametersOf: (text: string) => (text === 'interface.interval' ? ['high', 'low'] : []),
  labels: new Set(['fig:kaism']),
};
const check = (
  template: string,
  each: 'none' | 'account' | 'kam' = 'none',
): (string | number | undefined)[][] =>
  checkExpressions(
    template,
    vocabulary,
    (line, column, length) => ({ file: 'n.md', line, column, length }),
    surroundingsOf(each),
  ).map(({ code, span, hints }) => [code, span?.line, span?.column, ...hints]);

describe('checkExpressions', () => {
  it('accepts what exists', () => {
    expect(
      check(
        '{{company}} {{figure "portfolio.concentration.hhi"}} {{#if (has "portfolio.customers")}}{{t "interface.total"}}{{/if}}',
      ),
    ).toEqual([]);
  });

  it('names what does not, at its place, with a suggestion', () => {
    expect(check('a\n {{figure "portfolio.concentration.hhl"}}')).toEqual([
      ['notebook/unknown-figure', 2, 11, 'Did you mean "portfolio.concentration.hhi"?'],
    ]);
    expect(check('{{compani}}')).toEqual([['notebook/unknown-name', 1, 3, 'Did you mean "company"?']]);
    expect(check('{{figur "portfolio.concentration.hhi"}}')).toEqual([
      ['notebook/unknown-helper', 1, 3, 'Did you mean "figure"?'],
    ]);
    expect(check('{{ref "fig:kais"}}')).toEqual([
      ['notebook/unknown-label', 1, 7, 'Did you mean "fig:kaism"?'],
    ]);
    expect(check('{{t "interface.totl"}}')).toEqual([
      ['notebook/unknown-text', 1, 5, 'Did you mean "interface.total"?'],
    ]);
  });

  it('holds the figure whose bare value a helper is given against those that there are', () => {
    expect(check('{{measure (value "portfolio.concentration.hhl")}}').map(([code]) => code)).toEqual([
      'notebook/unknown-figure',
    ]);
  });

  it('says what a text needs that the expression does not fill in', () => {
    expect(check('{{t "interface.interval" low="1" high="2"}}')).toEqual([]);
    expect(check('Of {{t "interface.interval" low="1"}}')).toEqual([
      ['notebook/text-parameter', 1, 4, '{{t "interface.interval" high="…"}}'],
    ]);
  });

  it('lets names inside a loop be those of its items', () => {
    expect(check('{{#each accounts}}{{name}}{{/each}}')).toEqual([]);
  });

  it('knows whom a star and the names of a subject stand for', () => {
    expect(check('{{kam.title}} {{figure "kam.*.load"}}', 'kam')).toEqual([]);
    expect(check('{{#each kams}}{{figure "kam.*.load"}}{{/each}}')).toEqual([]);
    const hint = 'Write "each: kam" in the front matter, or put it inside {{#each kams}}';
    expect(check('a\n{{figure "kam.*.load"}}', 'account')).toEqual([['notebook/no-subject', 2, 10, hint]]);
    expect(check('{{#each accounts}}{{/each}}{{#if (has "kam.*.load")}}{{/if}}')).toEqual([
      ['notebook/no-subject', 1, 39, hint],
    ]);
    expect(check('{{kam.title}}')).toEqual([['notebook/no-subject', 1, 3, hint]]);
    expect(check('{{kam.titel}}', 'kam')).toEqual([['notebook/unknown-name', 1, 3, 'Did you mean "title"?']]);
  });

  it('refuses markup from data and partials', () => {
    expect(check('{{{company}}}').map(([code]) => code)).toEqual(['notebook/raw-markup']);
    expect(check('{{> other}}').map(([code]) => code)).toEqual(['notebook/expression']);
  });

  it('reports a block that is not closed', () => {
    expect(check('{{#if company}}a').map(([code]) => code)).toEqual(['notebook/expression']);
  });
});
