import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cuentas, folderWith } from './command-line.ts';

const workspace = {
  'data/workspace.yaml': 'company: { name: Acme }\nperiod: 2026-Q3\ncurrency: EUR\nlocales: [en]\n',
  'data/accounts/north.yaml': 'name: North\nhistory:\n  2026-Q3: { revenue: 10 }\n',
  'reports/own.md': [
    '---\ntitle: Own\nlayout: plain\ncover: false\ncontents: false\nformats: [html]\n---',
    '```section one\nname: One\nheadline: Own words\n```',
    'Words of prose.',
  ].join('\n'),
  'templates/layouts/plain.hbs':
    '<!doctype html><html lang="{{language}}"><head><title>{{title}}</title><style>/* fonts */</style><style>{{styles}}</style></head><body>{{#each sections}}{{#each blocks}}{{> (lookup . "kind")}}{{/each}}{{/each}}</body></html>\n',
  'templates/partials/prose.hbs': '<div class="ours">{{html}}</div>\n',
  'templates/styles/ours.css': '.ours { color: rebeccapurple; }\n',
} as const;

const build = (folder: string) => cuentas(['build', 'own'], folder);

describe('templates of a workspace', () => {
  test('take the place of those of the product, or stand beside them; the rest need not be copied', async () => {
    const folder = await folderWith(workspace);
    expect(await build(folder)).toMatchObject({ code: 0 });
    // Fonts would fill the screen where this fails.
    const html = (await readFile(join(folder, 'reports/2026-Q3/own.en.html'), 'utf8')).replace(
      /@font-face\{[^}]*\}/g,
      '',
    );
    expect(html).toMatch(/<div class="ours">\s*<p>Words of prose\.<\/p>/);
    expect(html.slice(-600)).not.toContain('<header');
    expect(/\.ours \{ color: rebeccapurple; \}[\s\S]*<\/style>/.test(html)).toBe(true);
  }, 60_000);

  test.each([
    ['syntax', 'templates/partials/prose.hbs', 'a\n{{#if html}}b', 'templates/partials/prose.hbs:2'],
    [
      'a name that the page does not have',
      'templates/partials/prose.hbs',
      'a\n{{nothing}}',
      'templates/partials/prose.hbs:2:1',
    ],
    [
      'a partial that does not exist',
      'templates/partials/prose.hbs',
      '{{> nobody}}',
      'templates/partials/prose.hbs:1:1',
    ],
    [
      'the end of the styles',
      'templates/styles/ours.css',
      '\n</style><script>',
      'templates/styles/ours.css:2:1',
    ],
    [
      'a layout that does not exist',
      'reports/own.md',
      workspace['reports/own.md'].replace('plain', 'plan'),
      'reports/own.md:1:1',
    ],
  ])(
    'are told at their place: %s',
    async (_, file, text, place) => {
      const { code, stderr } = await build(await folderWith({ ...workspace, [file]: text }));
      expect({ code, place: stderr.includes(`${place}`) }).toEqual({ code: 1, place: true });
      expect(stderr).not.toMatch(/\n\s+at /);
    },
    60_000,
  );

  test('hold helpers, which notebooks call; one that fails is told at its line, and writes nothing', async () => {
    const files = {
      ...workspace,
      'reports/own.md': `${workspace['reports/own.md']}\n\n{{measure (per-head (value "portfolio.revenue.total") 4) unit="money" precision=1}}\n`,
      'templates/helpers/per-head.js':
        'export default function perHead(amount, heads) {\n  if (heads > 9) throw new RangeError("too many");\n  return amount / heads;\n}\n',
    };
    const folder = await folderWith(files);
    expect(await build(folder)).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, 'reports/2026-Q3/own.en.html'), 'utf8')).toContain('€2.5');
    const wrong = await folderWith({
      ...files,
      'reports/own.md': files['reports/own.md'].replace(' 4)', ' 12)'),
    });
    const { code, stderr } = await build(wrong);
    expect(code).toBe(1);
    expect(stderr).toContain('templates/helpers/per-head.js:2:24');
    expect(stderr).toContain('The helper "per-head" failed: RangeError: too many.');
    expect(stderr).not.toMatch(/\n\s+at /);
    await expect(readFile(join(wrong, 'reports/2026-Q3/own.en.html'))).rejects.toThrow('ENOENT');
  }, 60_000);

  test('hold pieces of notebooks, whose mistakes are told where they were written', async () => {
    const files = {
      ...workspace,
      'reports/own.md': `${workspace['reports/own.md']}\n\n{{> closing}}\n`,
      'templates/partials/closing.md': '::: en\nRevenue is {{figure "portfolio.revenue.total"}}.\n:::\n',
    };
    const folder = await folderWith(files);
    expect(await build(folder)).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, 'reports/2026-Q3/own.en.html'), 'utf8')).toContain('€10');
    const wrong = await folderWith({
      ...files,
      'templates/partials/closing.md': 'a\n\n{{figure "portfolio.revenu"}}',
    });
    const { code, stdout } = await cuentas(['check'], wrong);
    expect({ code, place: stdout.includes('templates/partials/closing.md:3:') }).toEqual({
      code: 1,
      place: true,
    });
  }, 60_000);
});
