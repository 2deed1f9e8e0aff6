import type { Diagnostic } from '../../model/diagnostic.ts';
import { fullMessage, pathOf, type Report, type Reporter } from './report.ts';

/**
 * JUnit XML, which every CI shows: a test suite a file, a test case a diagnostic. Errors are failures; warnings pass and tell
 * themselves in their output. Without a problem one case says so, since an empty report counts as a broken one.
 */
export const junit: Reporter = report => {
  const files = [...new Set(report.diagnostics.map(one => pathOf(report, one)))];
  const suites =
    files.length === 0
      ? [suite('data', [element('testcase', { name: 'no problems', classname: 'cuentas check' })], 0)]
      : files.map(file => suiteOf(report, file));
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error').length;
  const total = Math.max(1, report.diagnostics.length);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element(
      'testsuites',
      { name: 'cuentas check', tests: total, failures: errors },
      `\n${suites.join('\n')}\n`,
    ),
  ].join('\n');
};

const suiteOf = (report: Report, file: string): string => {
  const here = report.diagnostics.filter(one => pathOf(report, one) === file);
  const errors = here.filter(({ severity }) => severity === 'error').length;
  return suite(
    file,
    here.map(one => caseOf(file, one)),
    errors,
  );
};

const suite = (name: string, cases: readonly string[], failures: number): string =>
  element('testsuite', { name, tests: cases.length, failures }, `\n${cases.join('\n')}\n`);

const caseOf = (file: string, diagnostic: Diagnostic): string => {
  const { code, severity, message, span } = diagnostic;
  const place = span ? `${file}:${span.line}:${span.column}` : file;
  const text = `${place}\n${fullMessage(diagnostic)}`;
  const told =
    severity === 'error'
      ? element('failure', { type: code, message }, escaped(text))
      : element('system-out', {}, escaped(`${severity} ${text}`));
  return element('testcase', { name: `${place} ${code}`, classname: file, file }, told);
};

const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string => {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return content === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${content}</${name}>`;
};

const escaped = (text: string): string =>
  withoutForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');

/** XML 1.0 has no way to write most control characters, lone surrogates and two more. */
const withoutForbidden = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
