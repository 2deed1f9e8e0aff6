import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { type PeriodId, periodSchema } from '../model/period.ts';
import type { BrowserWishes } from '../platform/browser-choice.ts';

// Options that mean the same in every command that takes them.

export const rootOption = (): Option =>
  new Option('--root <folder>', 'the workspace (default: the nearest one above the current folder)');

export const periodOption = (): Option =>
  new Option(
    '--period <quarter>',
    'quarter under review, like 2026-Q3 (default: that of the workspace)',
  ).argParser(parsePeriod);

export const localeOption = (): Option =>
  new Option(
    '--locale <tag>',
    'language of the texts, like es or en-GB (default: the main one of the workspace)',
  );

export const localesOption = (): Option =>
  new Option(
    '--locale <tags>',
    'locales to build, separated by commas (default: those of the workspace)',
  ).argParser(parseList);

export const redactOption = (): Option =>
  new Option(
    '--redact <audience>',
    'an edition for an audience of data/audiences.yaml: names by codes, fields hidden, in a folder of its own',
  );

export const onlyOption = (): Option =>
  new Option('--only <names>', 'documents, like the globs, separated by commas').argParser(parseList);

export const formats = ['html', 'pdf'] as const;
export type Format = (typeof formats)[number];

export const formatOption = (): Option =>
  new Option(
    '--format <formats>',
    'html, pdf or both, separated by commas (default: those of the notebook)',
  ).argParser(parseFormats);

/** @param what is done there */
export const outOption = (what = 'where to write'): Option =>
  new Option('--out <folder>', `${what} (default: reports/ of the workspace)`);

export const jobsOption = (): Option =>
  new Option('--jobs <number>', 'pages to print at the same time')
    .default(Math.min(4, availableParallelism()), 'one for each processor, at most 4')
    .argParser(parseJobs);

export const shardOption = (): Option =>
  new Option('--shard <i/n>', 'make one of n parts of the documents, for n machines')
    .argParser(parseShard)
    .conflicts(['merge', 'redact']);

export const mergeOption = (): Option =>
  new Option('--merge', 'make one build of what all shards wrote into the named folders');

const parseShard = (text: string): { readonly index: number; readonly count: number } => {
  const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  if (index === undefined || count === undefined || Number(index) > Number(count))
    throw new InvalidArgumentError('A part is written like 2/5: the second of five.');
  return { index: Number(index), count: Number(count) };
};

export const browserOption = (): Option =>
  new Option('--browser <path>', 'browser to print PDF with (default: the pinned one)');

export const browserUrlOption = (): Option =>
  new Option('--browser-url <url>', 'running browser to print PDF with').conflicts('browser');

/** The browser that the options ask for; the pinned one where they ask for none. */
export const browserWishes = ({ browser, browserUrl }: BrowserOptions): BrowserWishes => ({
  ...(browser === undefined ? {} : { path: browser }),
  ...(browserUrl === undefined ? {} : { url: browserUrl }),
});

export interface BrowserOptions {
  readonly browser?: string;
  readonly browserUrl?: string;
}

export const jsonOption = (): Option => new Option('--json', 'print JSON for other programs');

export const parseList = (text: string): readonly string[] => {
  const items = text.split(',').map(item => item.trim());
  if (items.includes('')) throw new InvalidArgumentError('One of the names is empty.');
  return [...new Set(items)];
};

export const parsePeriod = (text: string): PeriodId => {
  const period = periodSchema.safeParse(text.toUpperCase());
  if (!period.success) throw new InvalidArgumentError('A quarter is written like 2026-Q3.');
  return period.data;
};

const parseFormats = (text: string): readonly Format[] =>
  parseList(text).map(item => {
    const format = formats.find(known => known === item.toLowerCase());
    if (format === undefined) throw new InvalidArgumentError(`Known formats are ${formats.join(' and ')}.`);
    return format;
  });

const parseJobs = (text: string): number => {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('A number from 1 to 99 is needed.');
  return Number(text);
};
