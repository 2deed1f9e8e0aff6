import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { checkNotebook } from '../../../src/document/check.ts';
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
    'reports/talk.md',
    `---\ntitle: Talk\neach: ${each}\n---\n\`\`\`section one\nname: One\nheadline: One\n\`\`\`\n${body}`,
    vocabularyOf(analysis, locale, helperNames),
    seriesColumns(analysis),
  );

describe('subjects of documents', () => {
  it('are the people with the role, and those who manage an account that is not lost', () => {
    expect(subjectsOf('kam', analysis.scope).map(one => one?.id)).toEqual(['ana', 'bru']);
    expect(subjectsOf('account', analysis.scope).map(one => one?.id)).toEqual(['north']);
    expect(subjectsOf('none', analysis.scope)).toEqual([undefined]);
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
    const [ana] = subjectsOf('kam', analysis.scope);
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
    const [kam] = subjectsOf('kam', analysis.scope);
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
