import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { printable } from '../../src/cli/printable.ts';
import { reporters } from '../../src/cli/reporters/index.ts';
import { fullMessage, type Report } from '../../src/cli/reporters/report.ts';
import { coloursFor } from '../../src/cli/terminal.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { overlayHtml } from '../../src/preview/overlay.ts';
import { corpus } from './corpus/corpus.ts';
import { grouped, tally } from './tally.ts';

/** What a program says of a file in which each text of a diagnostic and of its lines is a payload. */
const reportOf = (text: string): Report => {
  // No file system has halves of characters in its names.
  const file = `data/${text.replace(/\p{Cs}/gu, '\ufffd')}.yaml`;
  const diagnostic: Diagnostic = {
    code: 'workspace/wrong-type',
    severity: 'error',
    message: text,
    span: { file, line: 1, column: 1, length: 3 },
    hints: [text, `Did you mean ${text}?`],
  };
  return {
    diagnostics: [diagnostic],
    base: '',
    sources: new Map([[file, `${text}\nname: ${text}\n`]]),
    version: '1.0.0',
    colours: coloursFor(process.stdout),
  };
};

/** As it reaches a terminal or a log. */
const said = (name: keyof typeof reporters, text: string): string =>
  printable(reporters[name](reportOf(text)));

const decoded = (text: string): string =>
  text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** Elements of a document, and what the first of a name says in its attribute. */
const elementsOf = (xml: string): readonly string[] => {
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) =>
    names.push(`${name} ${Object.keys(attributes).sort().join(' ')}`),
  );
  parser.write(xml).close();
  return names;
};

const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
/** Without what it says with them; breaks stay, since a line of code is one. */
const sameShape = (text: string): string => text.replace(/[^\n\r]/g, 'x');

test('no payload steers a terminal', () => {
  for (const { text } of corpus)
    for (const name of ['pretty', 'json', 'github', 'gitlab', 'sarif', 'junit'] as const) {
      const shown = said(name, text);
      expect([name, shown.match(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066\u2067]/u)]).toEqual([name, null]);
    }
});

test('annotations of GitHub are one for each problem, and no payload is an order of its own', () => {
  for (const { text } of corpus) {
    const lines = reporters.github(reportOf(text)).split(/\r\n|\r|\n/);
    expect([text, lines.length]).toEqual([text, 2]);
    const [, properties = '', message = ''] =
      /^::error ((?:[^:]|:(?!:))*)::(.*)$/s.exec(lines[0] ?? '') ?? [];
    expect(properties.split(',')).toHaveLength(5);
    const full = fullMessage(reportOf(text).diagnostics[0] as Diagnostic);
    expect(decoded(message)).toBe(full.replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd'));
    expect(lines[1]).toBe('1 problem: 1 error in 1 file');
  }
});

test('no line of a log begins with an order to GitHub', () => {
  for (const { text } of corpus)
    expect([text, said('pretty', text).match(/^\s*::.*/m)?.[0]]).toEqual([text, undefined]);
});

test('SARIF and the report of GitLab are JSON that says each payload as it is', () => {
  for (const { text } of corpus) {
    const full = fullMessage(reportOf(text).diagnostics[0] as Diagnostic);
    expect(JSON.parse(reporters.sarif(reportOf(text))).runs[0].results[0].message.text).toBe(full);
    expect(JSON.parse(reporters.gitlab(reportOf(text)))[0].description).toBe(full);
    expect(JSON.parse(said('json', text)).diagnostics[0].message).toBe(text);
    expect(() => JSON.parse(said('sarif', text)) && JSON.parse(said('gitlab', text))).not.toThrow();
  }
});

test('JUnit is XML with the elements of any other report', () => {
  const expected = elementsOf(reporters.junit(reportOf('harmless')));
  for (const { text } of corpus) expect([text, elementsOf(said('junit', text))]).toEqual([text, expected]);
});

test('what lies over a page in the preview has the elements that it has for harmless texts', () => {
  const overlayOf = (text: string): readonly string[] => {
    const { diagnostics, sources: texts } = reportOf(text);
    return tagsOf(overlayHtml({ diagnostics, texts, fault: text }, undefined, true));
  };
  for (const { text } of corpus) expect([text, overlayOf(text)]).toEqual([text, overlayOf(sameShape(text))]);
});

test('what was tried is told', () =>
  tally('markup-told', `${grouped(corpus.length)} payloads × 6 reports and the overlay of the preview`));
