import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { checkNotebook, readNotebook } from '../../../src/document/check.ts';
import { checkWhere } from '../../../src/document/check-where.ts';
import type { FrontMatter } from '../../../src/document/front-matter.ts';
import { helperNames } from '../../../src/document/helpers.ts';
import { linksOf, planDocuments } from '../../../src/document/plan.ts';
import { atHand, concerns, kamSubject, resolveId, subjectsOf } from '../../../src/document/subject.ts';
import { seriesColumns, vocabularyOf } from '../../../src/document/vocabulary.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { workspaceOf } from '../analysis/support.ts';

const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
if (messages === undefined) throw new Error('The English texts do not load');
const locale = createLocale('en-GB', messages);
const workspace = workspaceOf({
  people: {
    ana: { name: 'Ana Roig', role: 'kam' },
    bru: { name: 'Bru Sanz', role: 'seller' },
    cai: { name: 'Cai Mira', role: 'seller' },
    dot: { name: 'Dot Vidal', role: 'seller' },
  },
  accounts: {
    north: { key: [{ from: '2026-Q1' }], manager: 'bru', history: { '2026-Q3': { revenue: 1 } } },
    gone: { manager: 'cai', status: 'lost', lost: { date: '2025-01-01' } },
  },
});
const analysis = analyze(workspace, '2026-Q3');
const check = (each: string, body: string): ReturnType<typeof checkNotebook> =>
  checkNotebook(
    readNotebook(
      'reports/talk.md',
      `---\ntitle: Talk\neach: ${each}\n---\n\`\`\`section one\nname: One\nheadline: One\n\`\`\`\n${body}`,
    ),
    vocabularyOf(analysis, locale, helperNames),
    seriesColumns(analysis),
  );

describe('subjects of documents', () => {
  it('are the people with the role, and those who manage an account that is not lost', () => {
    expect(subjectsOf({ each: 'kam' }, analysis.scope).map(one => one?.id)).toEqual(['ana', 'bru']);
    expect(subjectsOf({ each: 'account' }, analysis.scope).map(one => one?.id)).toEqual(['north']);
    expect(subjectsOf({ each: 'none' }, analysis.scope)).toEqual([undefined]);
  });

  it('are the accounts that pass the filter, key or not', () => {
    const all = (where: FrontMatter['where']): (string | undefined)[] =>
      subjectsOf({ each: 'account', where }, analysis.scope).map(one => one?.id);
    expect(all([{ field: 'key', is: false }])).toEqual(['gone']);
    expect(all([{ field: 'revenue', atLeast: 1 }])).toEqual(['north']);
    expect(all([{ field: 'status', in: ['lost', 'active'] }])).toEqual(['gone', 'north']);
    expect(
      all([
        { field: 'key', is: true },
        { field: 'status', is: 'lost' },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['account', 'revenues', 'There is no field "revenues" of accounts.', 'Did you mean "revenue"?'],
    ['kam', 'revenue', 'A filter chooses accounts', 'Write "each: account"'],
  ])('refuse a filter that cannot choose: each %s, %s', (each, field, message, hint) => {
    const { value } = check(`${each}\nwhere:\n  - { field: ${field}, atLeast: 1 }`, '');
    if (value === undefined) throw new Error('The notebook was refused');
    const [problem, ...others] = checkWhere(value, analysis.scope);
    expect(others).toEqual([]);
    expect(problem?.message).toContain(message);
    expect(problem?.hints[0]).toContain(hint);
    expect(problem?.span?.line).toBe(each === 'account' ? 5 : 4);
  });

  it('have a document each, under the name of the notebook, and the index links to them', () => {
    const { value } = check('kam', '{{kam.name}}');
    if (value === undefined) throw new Error('The notebook was refused');
    const planned = planDocuments([value], analysis, { locales: [locale], only: [] });
    expect(planned.map(({ path }) => path)).toEqual(['talk/ana.en-GB', 'talk/bru.en-GB']);
    expect(linksOf(planned, createNames(analysis.scope.workspace))[0]).toMatchObject({
      subject: 'Ana Roig',
      path: 'talk/ana.en-GB.html',
      kams: ['Ana Roig'],
    });
    const one = planDocuments([value], analysis, { locales: [locale], only: ['talk/bru'] });
    expect(one.map(({ path }) => path)).toEqual(['talk/bru.en-GB']);
  });

  it('give the star of an id its meaning, unless a loop over their kind does', () => {
    const [ana] = subjectsOf({ each: 'kam' }, analysis.scope);
    const outside = atHand({ company: 'x' }, ana);
    expect(resolveId('kam.*.load', outside)).toBe('kam.ana.load');
    expect(resolveId('account.*.revenue', outside)).toBe('account.*.revenue');
    const inside = atHand({ kind: 'account', id: 'north' }, ana);
    expect(resolveId('kam.*.load', inside)).toBe('kam.ana.load');
    expect(resolveId('account.*.revenue', inside)).toBe('account.north.revenue');
    expect(resolveId('portfolio.segments.*.members', atHand({ id: 'industry' }, ana))).toBe(
      'portfolio.segments.industry.members',
    );
    expect(resolveId('kam.*.load', atHand({ kind: 'kam', id: 'bru' }, ana))).toBe('kam.bru.load');
  });

  it('see the findings about them and about everyone', () => {
    const finding: Finding = {
      id: 'a',
      code: 'a.b',
      topic: 'a',
      severity: 'good',
      rank: 1,
      figures: [],
      params: {},
    };
    const [kam] = subjectsOf({ each: 'kam' }, analysis.scope);
    if (kam?.kind !== 'kam') throw new Error('no key account manager');
    const at = atHand({}, kamSubject(kam.kam));
    expect(concerns(finding, at)).toBe(true);
    expect(concerns({ ...finding, kam: 'ana' }, at)).toBe(true);
    expect(concerns({ ...finding, kam: 'bru' }, at)).toBe(false);
    expect(concerns({ ...finding, account: 'north' }, at)).toBe(false);
  });
});

describe('a notebook that names what it is not about', () => {
  const codes = (each: string, body: string): unknown[] =>
    check(each, body).diagnostics.map(({ code, span }) => [code, span?.line]);

  it('is told where', () => {
    expect(codes('kam', '\n```table account.*.actions\n```')).toEqual([['notebook/no-subject', 10]]);
    expect(codes('none', '```strip\nfigures: [{ figure: account.*.revenue }]\n```')).toEqual([
      ['notebook/no-subject', 9],
    ]);
    expect(codes('account', '\n\n{{kam.name}}')).toEqual([['notebook/no-subject', 11]]);
    expect(codes('none', '```table portfolio.customers\ncaption: "{{account.name}}"\n```')).toEqual([
      ['notebook/no-subject', 10],
    ]);
  });

  it('is right inside a loop over it', () => {
    const table = '```table account.*.actions\n```';
    expect(codes('kam', `{{#each accounts}}\n\n${table}\n\n{{/each}}`)).toEqual([]);
    expect(codes('kam', `{{#each accounts}}\n\n{{/each}}\n\n${table}`)).toEqual([
      ['notebook/no-subject', 13],
    ]);
  });
});
