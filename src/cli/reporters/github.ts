import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { summaryOf } from '../diagnostics-text.ts';
import { byImportance, fullMessage, pathOf, type Report, type Reporter } from './report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

/**
 * Workflow commands of GitHub Actions, which become annotations in the changed files. A step shows ten of a kind, so errors
 * come first. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github: Reporter = report => {
  const lines = byImportance(report.diagnostics).map(one => annotation(report, one));
  return [...lines, summaryOf(report.diagnostics)].join('\n');
};

const annotation = (report: Report, diagnostic: Diagnostic): string => {
  const { span, severity, code } = diagnostic;
  const properties = {
    file: pathOf(report, diagnostic),
    ...(span ? { line: span.line, col: span.column, endColumn: span.column + span.length } : {}),
    title: code,
  };
  const said = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${commands[severity]} ${said.join(',')}::${escapedData(fullMessage(diagnostic))}`;
};

/** A runner prints what it does not understand, so what would steer a terminal shows as a mark. */
const escapedData = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');

const escapedProperty = (text: string): string =>
  escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** The summary page of the job: every problem in a table, whatever their number (Markdown). */
export const githubSummary = (report: Report): string =>
  [
    `## cuentas check: ${summaryOf(report.diagnostics)}`,
    '',
    ...(report.diagnostics.length === 0
      ? []
      : ['| | where | what | how to mend it |', '| --- | --- | --- | --- |']),
    ...byImportance(report.diagnostics).map(one => summaryRow(report, one)),
    '',
  ].join('\n');

const summaryRow = (report: Report, diagnostic: Diagnostic): string => {
  const { span, severity, code, message, hints } = diagnostic;
  const place = span ? `${pathOf(report, diagnostic)}:${span.line}` : pathOf(report, diagnostic);
  const cells = [severity, place, `${message} (${code})`, hints.join(' ')];
  return `| ${cells.map(escapedCell).join(' | ')} |`;
};

/** Data stay text: neither table, markup nor link comes of them. */
const escapedCell = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~&@]/g, character => `&#${character.charCodeAt(0)};`);
