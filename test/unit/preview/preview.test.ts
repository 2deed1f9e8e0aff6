import { inflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Files } from '../../../src/effects.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createConfinement } from '../../../src/platform/confinement.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadFonts } from '../../../src/platform/fonts.ts';
import { keyedDigest } from '../../../src/platform/keyed-digest.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { createPreview, type Live, type Preview } from '../../../src/preview/preview.ts';
import { type DocumentAddress, documentAt } from '../../../src/preview/request.ts';
import { formatDiagnostic } from '../../../src/workspace/frame.ts';
import { soundWorkspace } from '../../e2e/command-line.ts';

const installed = createFiles(packageRoot);
const cell = '```section one\nname: One\nheadline: One\n```';
const notebook = (prose: string): string =>
  `---\ntitle: { en: Own, es: Propio }\nformats: [html, pdf]\n---\n\n${cell}\n\n${prose}\n`;

let texts: Record<string, string>;
let ownTemplates: Record<string, string>;
let preview: Preview;
let printed: number;

const treeOver = (own: () => Record<string, string>, below?: Files): Files => ({
  read: async path => own()[path] ?? below?.read(path),
  readBytes: async path => below?.readBytes(path),
  list: async folder =>
    [
      ...new Set([
        ...Object.keys(own()).filter(path => path.startsWith(`${folder}/`)),
        ...((await below?.list(folder)) ?? []),
      ]),
    ].sort(),
  write: () => Promise.reject(new Error('A preview writes nothing')),
});

beforeEach(async () => {
  texts = { ...soundWorkspace, 'reports/own.md': notebook('Revenue: {{figure "account.uno.revenue"}}') };
  ownTemplates = {};
  printed = 0;
  preview = createPreview(
    {},
    {
      workspace: treeOver(() => texts),
      product: treeOver(() => ownTemplates, installed),
      fonts: await loadFonts(),
      digest: keyedDigest,
      breath: async () => {},
      confinement: createConfinement(),
      chartSchema: readChartSchema,
      print: {
        pdf: () => {
          printed += 1;
          return Promise.reject(new Error('The paper is out'));
        },
      },
      loadLocale: async ({ product, own: texts }, tag) => {
        const { value, ...read } = await loadMessages(product, tag, texts);
        return { ...read, ...(value === undefined ? {} : { value: createLocale(tag, value) }) };
      },
    },
    [],
  );
});

const at = (name: string): DocumentAddress => {
  const address = documentAt(`/2026-Q3/${name}`);
  if (address === undefined) throw new Error(`${name} is no address`);
  return address;
};
const own = at('own.en.html');
const html = async (address = own): Promise<string> => {
  const reply = await preview.document(address);
  if (reply.kind !== 'content') throw new Error(`There is no page but: ${reply.kind}`);
  return String(reply.body);
};
const edit = (path: string, text: string): void => {
  texts[path] = text;
  preview.changed('workspace', path);
};
const version = (live: Live): string => (live.kind === 'page' ? live.version : live.html);
const wordsOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x60;', '`')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&amp;', '&');

test('the start leads to the list of documents, in the main language', async () => {
  expect(await preview.start()).toEqual({ kind: 'elsewhere', path: '/2026-Q3/index.en.html' });
});

test('a page is what a build writes, with one script more and leave to hear from this server', async () => {
  const page = await html();
  const script = /<script type="module">const preview = [\s\S]*?<\/script>/.exec(page)?.[0] ?? '';
  const [, policy = ''] = /connect-src 'self'; script-src ('sha256-[^']*')/.exec(page) ?? [];
  const bare = page.replace(script, '').replace(` connect-src 'self'; script-src ${policy}`, ' script-src');
  const digest = async (text: string) =>
    Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  expect(script).not.toBe('');
  expect(`'sha256-${(await digest(script.slice(22, -9))).toString('base64')}'`).toBe(policy);
  expect(version(await preview.live(own))).toBe((await digest(bare)).toString('hex'));
});

test('what explains the figures comes when it is asked for, for the page that is shown', async () => {
  expect(await html()).toContain('<script type="text/plain" id="cards"></script>');
  const shown = version(await preview.live(own));
  const reply = await preview.cards(own, shown);
  if (reply.kind !== 'content') throw new Error(`There are no cards but: ${reply.kind}`);
  const [ids] = JSON.parse(String(inflateRawSync(Buffer.from(String(reply.body), 'base64'))));
  expect(ids).toContain('account.uno.revenue');
  expect(await preview.cards(own, '0af')).toEqual({ kind: 'absent' });
  expect(await preview.cards(at('nothing.en.html'), shown)).toEqual({ kind: 'absent' });
});

test('an edit shows in the documents that rest on it, and in no other', async () => {
  const account = texts['data/accounts/uno.yaml'] ?? '';
  const before = [await preview.live(own), await preview.live(at('index.en.html'))].map(version);
  edit('data/accounts/uno.yaml', account.replace('500.25', '900.25'));
  expect(await html()).toContain('€1,900');
  const after = [await preview.live(own), await preview.live(at('index.en.html'))].map(version);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
  edit('data/accounts/uno.yaml', account);
  expect(version(await preview.live(own))).toBe(before[0]);
  edit('reports/own.md', notebook('Other words'));
  expect(await html()).toContain('Other words');
});

test('a text of the workspace shows as soon as it is saved, and a slip in it lies over the page', async () => {
  const before = await html();
  edit('templates/locales/en.yaml', 'interface: { asks: We ask }\nown: { hello: Hello }');
  edit('templates/locales/es.yaml', 'own: { hello: Hola }');
  edit('reports/own.md', notebook('{{t "own.hello"}} there'));
  expect(before).not.toContain('Hello there');
  expect(await html()).toContain('Hello there');
  edit('templates/locales/en.yaml', 'interface: { aks: We ask }');
  const live = await preview.live(own);
  expect(live).toMatchObject({ kind: 'problems' });
  expect(wordsOf(version(live))).toContain('templates/locales/en.yaml:1:14');
  expect(wordsOf(version(live))).toContain('Did you mean "interface.asks"?');
});

describe('what is wrong', () => {
  test('in the data lies over the last good page in the words of check, until it is mended', async () => {
    const good = await preview.live(own);
    await html();
    const account = texts['data/accounts/uno.yaml'] ?? '';
    edit(
      'data/accounts/uno.yaml',
      account.replace('name: Cliente de 500', 'nmae: <b>x</b>').replace('500.25', 'many'),
    );
    const live = await preview.live(own);
    if (live.kind !== 'problems') throw new Error('Nothing is wrong');
    const { diagnostics } = await preview.check();
    const source = texts['data/accounts/uno.yaml'];
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(1);
    for (const one of errors) expect(wordsOf(live.html)).toContain(formatDiagnostic(one, source));
    expect(live.html).toContain('data/accounts/uno.yaml:1:1');
    expect(live.html).not.toContain('<b>');
    expect(live.html).toContain('Behind this is the last version without errors.');
    expect(await html()).toContain('€1,500');
    edit('data/accounts/uno.yaml', account);
    expect(await preview.live(own)).toEqual(good);
  });

  test('from the start leaves a page that waits', async () => {
    texts['data/workspace.yaml'] = 'company: [';
    const reply = await preview.start();
    expect(reply).toMatchObject({ kind: 'content', type: 'text/html; charset=utf-8' });
    expect(await preview.live(undefined)).toMatchObject({ kind: 'problems' });
    edit('data/workspace.yaml', soundWorkspace['data/workspace.yaml'] ?? '');
    expect(await preview.live(undefined)).toMatchObject({ kind: 'page' });
  });

  test('in a notebook hinders its own documents and the list of all', async () => {
    edit('reports/own.md', notebook('{{figure "account.uno.revenu"}}'));
    expect(version(await preview.live(own))).toContain('reports/own.md:11:');
    expect(await preview.live(at('index.en.html'))).toMatchObject({ kind: 'problems' });
    expect(await preview.live(at('board-summary.en.html'))).toMatchObject({ kind: 'page' });
  });

  test('in a notebook since the data changed is found when all is held against them', async () => {
    edit('reports/own.md', notebook('{{figure "account.uno.revenue"}}'));
    expect(await preview.live(own)).toMatchObject({ kind: 'page' });
    edit('data/accounts/cuatro.yaml', texts['data/accounts/uno.yaml'] ?? '');
    delete texts['data/accounts/uno.yaml'];
    preview.changed('workspace', 'data/accounts/uno.yaml');
    const { diagnostics } = await preview.check();
    expect(diagnostics.map(({ code }) => code)).toContain('notebook/unknown-figure');
    expect(version(await preview.live(own))).toContain('notebook/unknown-figure');
  });

  test('in a template or the texts of a language is told with its place', async () => {
    const change = (path: string, text: string): void => {
      ownTemplates[path] = text;
      preview.changed('product', path);
    };
    change('templates/partials/caption.hbs', '<p>\n{{#if a}}\n</p>');
    expect(version(await preview.live(own))).toContain('templates/partials/caption.hbs:3:');
    delete ownTemplates['templates/partials/caption.hbs'];
    preview.changed('product', 'templates/partials/caption.hbs');
    expect(await preview.live(own)).toMatchObject({ kind: 'page' });
    change('templates/locales/en.yaml', 'page: [');
    expect(version(await preview.live(own))).toContain('templates/locales/en.yaml:1:');
  });

  test('in a document that is no more is said, in the language of its page', async () => {
    expect(version(await preview.live(at('nothing.en.html')))).toContain('no longer exists');
    expect(await preview.document(at('nothing.en.html'))).toEqual({ kind: 'absent' });
  });
});

test('a PDF is printed when it is asked for; a printer that fails says so', async () => {
  await html();
  expect(printed).toBe(0);
  expect(await preview.document(at('own.en.pdf'))).toMatchObject({
    kind: 'hindered',
    problems: { fault: 'The paper is out' },
  });
  expect(await preview.document(at('own.en.pdf'))).toMatchObject({ kind: 'hindered' });
  expect(printed).toBe(2);
});
