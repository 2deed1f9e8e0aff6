import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { codeText } from '../codes/index.ts';
import { fingerprints } from './fingerprints.ts';
import { fullMessage, pathOf, type Report, type Reporter } from './report.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'note' };

/** SARIF 2.1.0 (OASIS), which code scanning and editors read. */
export const sarif: Reporter = report => {
  const prints = fingerprints(report);
  const codes = [...new Set(report.diagnostics.map(({ code }) => code))].sort();
  const run = {
    tool: {
      driver: {
        name: 'cuentas',
        version: report.version,
        rules: codes.map(code => rule(code, report.homepage)),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: report.diagnostics.map((diagnostic, index) => ({
      ruleId: diagnostic.code,
      ruleIndex: codes.indexOf(diagnostic.code),
      level: levels[diagnostic.severity],
      message: { text: fullMessage(diagnostic) },
      locations: [{ physicalLocation: locationOf(report, diagnostic) }],
      partialFingerprints: { 'cuentas/v1': prints[index] },
    })),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return JSON.stringify(log, undefined, 2);
};

/** What the code means goes along, so that whoever looks at the result need not look it up. */
const rule = (id: string, homepage: string | undefined): object => {
  const text = codeText(id)?.en;
  const page = `${messagesPage}#${anchorOf(id)}`;
  return {
    id,
    // The format asks for an absolute address: without a place on the network there is none.
    ...(homepage === undefined ? {} : { helpUri: new URL(page, `${homepage.replace(/\/$/, '')}/`).href }),
    ...(text === undefined
      ? {}
      : { fullDescription: { text }, help: { text, markdown: `${text}\n\nSee \`${page}\` of cuentas.` } }),
  };
};

/** Where the guide says what each code means. */
const messagesPage = 'docs/guide/diagnostics.md';

/** The anchor that GitHub and GitLab make of the heading of a code: `workspace/unknown-key` → `workspaceunknown-key`. */
const anchorOf = (code: string): string => code.replaceAll('/', '');

const locationOf = (report: Report, diagnostic: Diagnostic): object => {
  const { span } = diagnostic;
  return {
    artifactLocation: { uri: encodeURI(pathOf(report, diagnostic)) },
    ...(span
      ? { region: { startLine: span.line, startColumn: span.column, endColumn: span.column + span.length } }
      : {}),
  };
};
