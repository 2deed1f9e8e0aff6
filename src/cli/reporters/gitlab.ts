import type { Severity } from '../../model/diagnostic.ts';
import { fingerprints } from './fingerprints.ts';
import { fullMessage, pathOf, type Reporter } from './report.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', hint: 'info' };

/** A code quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Reporter = report => {
  const prints = fingerprints(report);
  const issues = report.diagnostics.map((diagnostic, index) => ({
    description: fullMessage(diagnostic),
    check_name: diagnostic.code,
    fingerprint: prints[index],
    severity: severities[diagnostic.severity],
    location: { path: pathOf(report, diagnostic), lines: { begin: diagnostic.span?.line ?? 1 } },
  }));
  return JSON.stringify(issues, undefined, 2);
};
