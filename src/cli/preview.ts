import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Files } from '../effects.ts';
import { createLocale, type Locale } from '../locale/locale.ts';
import type { PeriodId } from '../model/period.ts';
import { atEnd } from '../platform/at-end.ts';
import { readChartSchema } from '../platform/chart-schema.ts';
import { createConfinement } from '../platform/confinement.ts';
import { createFiles } from '../platform/files.ts';
import { loadFonts } from '../platform/fonts.ts';
import { keyedDigest } from '../platform/keyed-digest.ts';
import { loadMessages } from '../platform/locales.ts';
import { createLog } from '../platform/log.ts';
import { openAddress } from '../platform/open-address.ts';
import { packageRoot } from '../platform/package-root.ts';
import { type PreviewServer, startPreviewServer } from '../platform/preview-server.ts';
import { createBrowserPrinter } from '../platform/printer.ts';
import { watchTree } from '../platform/watch.ts';
import type { Preview } from '../preview/preview.ts';
import type { Problems } from '../preview/problems.ts';
import { declaredLocales } from './declared-settings.ts';
import { counted, diagnosticsText } from './diagnostics-text.ts';
import { openLocales, readLocales } from './open-locale.ts';
import {
  type BrowserOptions,
  browserOption,
  browserUrlOption,
  browserWishes,
  localesOption,
  periodOption,
  redactOption,
  rootOption,
} from './options.ts';
import { rootOfWorkspace } from './root-of-workspace.ts';
import { coloursFor, print, printError } from './terminal.ts';

interface PreviewOptions extends BrowserOptions {
  readonly root?: string;
  readonly period?: PeriodId;
  readonly locale?: readonly string[];
  readonly port: number;
  readonly open?: boolean;
  readonly redact?: string;
}

const examples = `
Examples:
  $ cuentas preview --open
  $ cuentas preview --port 8080 --locale es
  $ cuentas preview --period 2026-Q2

An edit of data, notebooks, templates or texts shows at once, where you are in
the page; what is wrong lies over it until it is mended. Every document is there
as PDF as well. Only this machine is served, and nothing is written. Ctrl+C ends
it.`;

const usualPort = 4870;
/** Milliseconds of rest after which all notebooks are held against the data of now. */
const rest = 400;

export const createPreviewCommand = (): Command =>
  new Command('preview')
    .description('Shows the documents of a period in the browser, and every edit as soon as it is saved.')
    .addOption(new Option('--open', 'open the list of documents in your browser'))
    .addOption(
      new Option('--port <number>', 'port to serve on; where it is taken, the next one that is free')
        .default(usualPort)
        .argParser(parsePort),
    )
    .addOption(localesOption())
    .addOption(periodOption())
    .addOption(redactOption())
    .addOption(browserOption())
    .addOption(browserUrlOption())
    .addOption(rootOption())
    .addHelpText('after', examples)
    .action(preview);

const parsePort = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError('A port is a number up to 65535.');
  return port;
};

const preview = async (options: PreviewOptions): Promise<void> => {
  const root = rootOfWorkspace(options.root);
  const product = createFiles(packageRoot);
  const words = await wordsOfStart(options.locale, createFiles(root));
  const log = createLog({ stream: process.stderr, interactive: false });
  const { createPreview } = await import('../preview/preview.ts');
  const shown = createPreview(
    {
      ...(options.period === undefined ? {} : { period: options.period }),
      ...(options.locale === undefined ? {} : { locales: options.locale }),
      ...(options.redact === undefined ? {} : { audience: options.redact }),
    },
    {
      workspace: createFiles(root),
      product,
      fonts: await loadFonts(),
      chartSchema: readChartSchema,
      confinement: createConfinement(),
      digest: keyedDigest,
      breath: () => setImmediate(),
      print: createBrowserPrinter(browserWishes(options), log),
      loadLocale: async (trees, tag) => {
        const { value, ...read } = await loadMessages(trees.product, tag, trees.own);
        return { ...read, ...(value === undefined ? {} : { value: createLocale(tag, value) }) };
      },
    },
    words,
  );
  const server = await startPreviewServer(shown, options.port);
  // What a signal ends, it ends in one way, whether a browser was started or not.
  atEnd(() => print('The preview has ended.'));
  const address = `http://127.0.0.1:${server.port}/`;
  if (options.port !== 0 && server.port !== options.port)
    print(`Port ${options.port} is taken: ${server.port} serves instead.`);
  print(`${address}\nEvery edit shows at once. Ctrl+C ends the preview.`);
  await followEdits(root, shown, server);
  if (options.open === true && !(await openAddress(address)))
    printError('There is no program that opens a browser here: open the address yourself.');
};

/**
 * What speaks until the workspace is read, which may be broken: the languages asked for, else those that its settings name,
 * else those that a workspace has where they name none.
 */
const wordsOfStart = async (
  asked: readonly string[] | undefined,
  files: Files,
): Promise<readonly Locale[]> => {
  if (asked !== undefined) return openLocales(asked, files);
  const named = await readLocales((await declaredLocales(files)) ?? [], files);
  return named.locales.length > 0 ? named.locales : (await readLocales(['es', 'en'], undefined)).locales;
};

type Tree = Parameters<Preview['changed']>[0];

/** Tells the pages that are open what is edited, and the terminal what comes of it. */
const followEdits = async (root: string, shown: Preview, server: PreviewServer): Promise<void> => {
  const said = saying();
  let resting: NodeJS.Timeout | undefined;
  const check = async (): Promise<void> => {
    const problems = await shown.check();
    said.problems(problems);
    // A notebook may have lost what it names, which no page has said so far.
    await server.push();
  };
  const edited = async (trees: readonly Tree[], paths: readonly string[], again: boolean): Promise<void> => {
    const start = performance.now();
    for (const tree of trees) for (const path of paths) shown.changed(tree, path);
    const { pages, problems } = await server.push();
    if (!again) said.edit(paths, pages, performance.now() - start);
    for (const one of problems) said.problems(one);
    clearTimeout(resting);
    resting = setTimeout(() => void check(), rest);
  };
  const isOwn = resolve(root) === resolve(packageRoot);
  const watcher = await watchTree({ root, within: ['data', 'reports', 'templates'] }, (paths, again) => {
    void edited(isOwn ? ['workspace', 'product'] : ['workspace'], paths, again).then(() =>
      watcher.add(shown.read()),
    );
  });
  if (!isOwn)
    await watchTree({ root: packageRoot, within: ['reports', 'templates'] }, (paths, again) => {
      void edited(['product'], paths, again);
    });
  await check();
  watcher.add(shown.read());
};

/** Says each thing once, as long as it stays the same. */
const saying = () => {
  let last = '';
  const colours = coloursFor(process.stderr);
  return {
    edit: (paths: readonly string[], pages: number, milliseconds: number): void => {
      const made = pages === 0 ? 'no page is open' : `${counted(pages, 'open page')} looked at`;
      print(`${paths.join(', ')}: ${made}, ${Math.round(milliseconds)} ms`);
    },
    problems: ({ diagnostics, texts, fault }: Problems): void => {
      const text = [
        ...(fault === undefined ? [] : [`${colours.red('error:')} ${fault}`]),
        ...(diagnostics.length === 0 ? [] : [diagnosticsText(diagnostics, texts, colours)]),
      ].join('\n');
      if (text !== '' && text !== last) printError(text);
      if (text === '' && last !== '') print('Everything is in order again.');
      last = text;
    },
  };
};
