import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Effects } from '../../src/effects.ts';
import { createCacheStore } from '../../src/platform/cache-store.ts';
import { makeFolder, soundWorkspace } from './command-line.ts';
import { buildFromCache, buildHere, type Contents, memoryEffects } from './memory-build.ts';
import { plainPrinter } from './plain-printer.ts';

const fontFile = (weight: number): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`,
  );

const notebook = (title: string): string => `---
title: ${title}
---
\`\`\`section one
name: First
headline: '{{company}}: {{figure "portfolio.concentration.hhi"}}'
\`\`\`

{{> shared}}

{{aloud company}}

{{#each accounts}}- {{name}}
{{/each}}

\`\`\`vega-lite
title: Quarters
description: A line over quarters.
data: { name: portfolio.quarters }
mark: line
encoding: { x: { field: period, type: nominal }, y: { field: actual, type: quantitative } }
\`\`\`
`;

const settings = (more = ''): string =>
  `company: { name: Cal del Sur }
currency: EUR
period: 2026-Q3
locales: [en]
brand:
  logo: brand/logo.svg
  type: { family: House, faces: [{ file: brand/face.woff2 }] }
${more}`;

const logo = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h${width}v10H0z" fill="#345"/></svg>`;

const workspace = async (): Promise<Contents> =>
  new Map<string, string | Uint8Array>([
    ...Object.entries(soundWorkspace),
    [
      'data/accounts/uno.yaml',
      `${soundWorkspace['data/accounts/uno.yaml']}key: [{ from: 2025-Q1 }]\nmanager: ana\n`,
    ],
    ['data/people/ana.yaml', 'name: Ana\nrole: kam\n'],
    ['data/workspace.yaml', settings()],
    ['reports/own.md', notebook('Own')],
    ['templates/partials/shared.md', 'Said in several reports.\n'],
    ['templates/helpers/aloud.js', "export default text => text + '!';\n"],
    ['brand/logo.svg', logo(40)],
    ['brand/face.woff2', await readFile(fontFile(400))],
  ]);

/** What is asked of a build beside the files: options, and what this installation is. */
interface Asked {
  readonly only?: readonly string[];
  readonly formats?: readonly ('html' | 'pdf')[];
  readonly date?: string;
  readonly locales?: readonly string[];
  readonly product?: string;
  readonly engine?: string;
  readonly browser?: string;
  /** Files of the product in place of its own. */
  readonly overlay?: Readonly<Record<string, string>>;
}

interface Case {
  readonly name: string;
  readonly edit?: (contents: Contents) => void | Promise<void>;
  readonly asked?: Asked;
  /** Nothing that a document shows is another: not one of them is printed. */
  readonly same?: true;
}

const change =
  (path: string, from: string | RegExp, to: string) =>
  (contents: Contents): void => {
    const text = String(contents.get(path) ?? '');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${path} has no ${String(from)}`);
    contents.set(path, changed);
  };
const write =
  (path: string, text: string) =>
  (contents: Contents): void =>
    void contents.set(path, text);
const remove =
  (path: string) =>
  (contents: Contents): void =>
    void contents.delete(path);

const plans = { only: ['own', 'index', 'account-plan/uno'] };

const cases: readonly Case[] = [
  { name: 'nothing', same: true },
  { name: 'a comment below the data', edit: change('data/accounts/uno.yaml', /$/, '# seen\n'), same: true },
  {
    name: 'a comment that moves lines',
    asked: plans,
    edit: change('data/accounts/uno.yaml', /^/, '# seen\n'),
  },
  { name: 'a name', edit: change('data/accounts/dos.yaml', 'Cliente de 300', 'Cliente nuevo') },
  { name: 'a figure', asked: plans, edit: change('data/accounts/uno.yaml', '500.25', '512') },
  {
    name: 'the same figure, written otherwise',
    edit: change('data/accounts/uno.yaml', '{ revenue: 512 }', '{ revenue: 512.0 }'),
  },
  { name: 'a date', edit: change('data/accounts/uno.yaml', 'since: 2020-01-01', 'since: 2019-01-01') },
  { name: 'key status', edit: change('data/accounts/dos.yaml', /$/, 'key: [{ from: 2026-Q1 }]\n') },
  {
    name: 'contacts, actions and risks',
    asked: plans,
    edit: change(
      'data/accounts/uno.yaml',
      /$/,
      'actions: [{ title: Visit, owner: ana, due: 2026-10-01 }]\nrisks: [{ title: Rival, probability: 0.2, impact: 5000 }]\n',
    ),
  },
  { name: 'a person', edit: change('data/people/ana.yaml', 'Ana', 'Anna') },
  {
    name: 'a new account',
    edit: write('data/accounts/cuatro.yaml', `${soundWorkspace['data/accounts/tres.yaml']}`),
  },
  { name: 'an account less', edit: remove('data/accounts/tres.yaml') },
  {
    name: 'a file of the programme',
    edit: write('data/program/statements.yaml', 'vision: { text: { en: To last. } }\n'),
  },
  { name: 'products', edit: write('data/products.yaml', 'products: [{ id: lime, name: Lime }]\n') },
  {
    name: 'order lines',
    edit: write('data/orders.csv', 'account,date,amount\nuno,2026-07-01,5\nuno,2026-08-01,6\n'),
  },
  {
    name: 'a cut-off and the status',
    edit: change('data/workspace.yaml', /$/, 'document: { status: final }\nfixedCosts: { 2026-Q3: 100 }\n'),
  },
  { name: 'a colour', edit: change('data/workspace.yaml', 'brand:\n', 'brand:\n  accent: "#0a5c36"\n') },
  { name: 'the logo', edit: write('brand/logo.svg', logo(30)) },
  {
    name: 'another logo of the same look',
    edit: contents => {
      change('data/workspace.yaml', 'logo.svg', 'other.svg')(contents);
      write('brand/other.svg', logo(20))(contents);
    },
  },
  { name: 'that other logo', edit: write('brand/other.svg', logo(10)) },
  {
    name: 'a file of type',
    edit: async contents => void contents.set('brand/face.woff2', await readFile(fontFile(500))),
  },
  { name: 'a notebook', edit: change('reports/own.md', '- {{name}}', '1. {{name}}') },
  {
    name: 'the title of a notebook, which the index says',
    edit: change('reports/own.md', 'title: Own', 'title: Ours'),
  },
  { name: 'a chart of an analyst', edit: change('reports/own.md', 'mark: line', 'mark: area') },
  { name: 'a helper', edit: change('templates/helpers/aloud.js', '!', '?') },
  { name: 'a piece that notebooks share', edit: write('templates/partials/shared.md', 'Said once.\n') },
  {
    name: 'a new notebook',
    edit: write(
      'reports/other.md',
      '---\ntitle: Other\n---\n```section one\nname: One\nheadline: One\n```\n\nText.\n',
    ),
  },
  {
    name: 'a stylesheet that only the workspace has',
    edit: write('templates/styles/ours.css', '.page { color: #111 }\n'),
  },
  {
    name: 'a layout',
    edit: async contents =>
      void contents.set(
        'templates/layouts/document.hbs',
        `${await memoryEffects(contents).product.read('templates/layouts/document.hbs')}\n<!-- ours -->\n`,
      ),
  },
  {
    name: 'a partial',
    edit: write(
      'templates/partials/footnotes.hbs',
      '<p class="notes">{{#each items}}{{number}} {{{html}}}{{/each}}</p>',
    ),
  },
  { name: 'a document of an earlier quarter', edit: write('reports/2026-Q2/own.en.html', 'x') },
  { name: 'the earlier one gone', edit: remove('reports/2026-Q2/own.en.html') },
  { name: 'a document changed by hand', edit: write('reports/2026-Q3/own.en.html', 'better') },
  { name: 'a document gone', edit: remove('reports/2026-Q3/own.en.pdf') },
  { name: 'the date of the build', asked: { date: '2026-11-30' } },
  { name: 'another language', asked: { locales: ['es'] } },
  { name: 'two languages', asked: { locales: ['es', 'en'] } },
  { name: 'one form', asked: { formats: ['html'] } },
  { name: 'some documents', asked: { only: ['index'] } },
  { name: 'another browser', asked: { browser: 'no browser 2' } },
  { name: 'another version', asked: { product: '2.0.0', engine: 'two' } },
  { name: 'texts of a language', asked: { engine: 'three', overlay: { 'templates/locales/en.yaml': 'x' } } },
  {
    name: 'all as it was at first',
    edit: async contents => {
      contents.clear();
      for (const [path, content] of await workspace()) contents.set(path, content);
    },
  },
  { name: 'another quarter', edit: change('data/workspace.yaml', '2026-Q3', '2026-Q2') },
];

describe('whatever changed, a build from the cache is a clean build', { timeout: 240_000 }, () => {
  let folder: string;
  let contents: Contents;
  const seen = new Set<string>();

  beforeAll(async () => {
    folder = await makeFolder({ keep: '' });
    contents = await workspace();
  });

  const effectsOf = (tree: Contents, asked: Asked): Effects & { print: ReturnType<typeof plainPrinter> } => {
    const effects = memoryEffects(tree);
    const read = async (path: string): Promise<string | undefined> => {
      const text = await effects.product.read(path);
      return asked.overlay?.[path] === undefined ? text : text?.replace(/Sources?\b/g, 'Origins');
    };
    return { ...effects, product: { ...effects.product, read }, print: plainPrinter(asked.browser) };
  };

  const wanted = ({ engine: _, browser: __, overlay: ___, ...asked }: Asked) => ({
    only: ['own', 'index'],
    ...asked,
  });

  /** As the command does it. @returns how many documents were printed */
  const fromCache = async (asked: Asked): Promise<number> => {
    const effects = effectsOf(contents, asked);
    const cache = createCacheStore(folder, asked.engine ?? 'one', 1e9);
    await buildFromCache(effects, cache, wanted(asked));
    expect([cache.damaged(), cache.failure()]).toEqual([0, undefined]);
    return effects.print.printed.length;
  };

  const builtIn = (tree: Contents): ReadonlyMap<string, string> =>
    new Map(
      [...tree]
        .filter(([path]) => /^reports\/2026-Q[23]\//.test(path))
        .map(([path, content]) => [path, Buffer.from(content).toString('base64')]),
    );

  test.each(cases)('$name', async ({ edit, asked = {}, same }) => {
    await edit?.(contents);
    const clean: Contents = new Map(contents);
    if (same === true) await fromCache(asked);
    const printed = await fromCache(asked);
    if (same === true) expect(printed).toBe(0);
    await buildHere(effectsOf(clean, asked), wanted(asked));
    const [made, expected] = [builtIn(contents), builtIn(clean)];
    expect([...made.keys()].sort()).toEqual([...expected.keys()].sort());
    expect(
      [...expected].filter(([path, content]) => made.get(path) !== content).map(([path]) => path),
    ).toEqual([]);
    seen.add(JSON.stringify([...expected].filter(([path]) => path.startsWith('reports/2026-Q3/own.'))));
  });

  test('and most of what was changed shows in a report of a few lines', () => {
    expect(seen.size).toBeGreaterThan(cases.length / 2);
  });
});
