import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { githubSummary } from '../../../src/cli/reporters/github.ts';
import { reporters } from '../../../src/cli/reporters/index.ts';
import type { Report } from '../../../src/cli/reporters/report.ts';
import { coloursFor } from '../../../src/cli/terminal.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';

const warning: Diagnostic = {
  code: 'workspace/missing-quarter',
  severity: 'warning',
  message: 'Revenue of 2025-Q4 is missing.',
  span: { file: 'data/accounts/a.yaml', line: 4, column: 3, length: 7 },
  hints: ['Add the quarter.'],
};
const error: Diagnostic = {
  code: 'workspace/wrong-type',
  severity: 'error',
  message: 'Expected a number, found the text "100%, or so: more".',
  span: { file: 'data/accounts/b.yaml', line: 5, column: 22, length: 3 },
  hints: ['Write 100.', 'Or leave it out.'],
};
const placeless: Diagnostic = {
  code: 'workspace/missing-file',
  severity: 'error',
  message: 'There is no data/workspace.yaml.',
  hints: [],
};

const report = (diagnostics: readonly Diagnostic[], base = ''): Report => ({
  diagnostics,
  base,
  sources: new Map(),
  version: '1.2.3',
  colours: coloursFor(process.stdout),
});

describe('annotations of GitHub Actions', () => {
  it('come with errors first, since a step shows ten, and keep their lines and signs', () => {
    expect(reporters.github(report([warning, error], 'reviews/')).split('\n')).toEqual([
      '::error file=reviews/data/accounts/b.yaml,line=5,col=22,endColumn=25,title=workspace/wrong-type::' +
        'Expected a number, found the text "100%25, or so: more".%0A→ Write 100.%0A→ Or leave it out.',
      '::warning file=reviews/data/accounts/a.yaml,line=4,col=3,endColumn=10,title=workspace/missing-quarter::' +
        'Revenue of 2025-Q4 is missing.%0A→ Add the quarter.',
      '2 problems: 1 error, 1 warning in 2 files',
    ]);
  });

  it('of what has no place stand at the settings', () => {
    expect(reporters.github(report([placeless]))).toContain('::error file=data/workspace.yaml,title=');
  });

  it('cannot be forged by data', () => {
    const forged = {
      ...error,
      message: 'x\n::error file=y::z\r\n',
      span: { ...(error.span as object), file: 'a,b:c' },
    };
    const lines = reporters.github(report([forged as Diagnostic])).split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('file=a%2Cb%3Ac,');
  });

  it('have a summary with every problem, in which data are neither table nor link nor markup', () => {
    const summary = githubSummary(report([{ ...error, message: 'a|b <img src=x> [l](u) `c`\n# d' }]));
    expect(summary.split('\n').filter(line => line.startsWith('|'))).toHaveLength(3);
    expect(summary).not.toMatch(/<img|\[l\]|`c`/);
    expect(githubSummary(report([]))).toContain('no problems');
  });
});

describe('the code quality report of GitLab', () => {
  const issues = (given: Report) => JSON.parse(reporters.gitlab(given));

  it('has path, line, severity and a fingerprint of each', () => {
    expect(issues(report([warning, error]))).toEqual([
      {
        description: 'Revenue of 2025-Q4 is missing.\n→ Add the quarter.',
        check_name: 'workspace/missing-quarter',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: 'minor',
        location: { path: 'data/accounts/a.yaml', lines: { begin: 4 } },
      },
      expect.objectContaining({ severity: 'major' }),
    ]);
  });

  it('knows a problem again when lines come above it, and tells two of the same apart', () => {
    const moved = { ...warning, span: { file: 'data/accounts/a.yaml', line: 40, column: 3, length: 7 } };
    const [before] = issues(report([warning]));
    const [first, second] = issues(report([moved, moved]));
    expect(first.fingerprint).toBe(before.fingerprint);
    expect(second.fingerprint).not.toBe(before.fingerprint);
  });
});

it('SARIF names the rule, the level and the region of each result', () => {
  const log = JSON.parse(reporters.sarif(report([warning, error, placeless], 'año 1/')));
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'cuentas', version: '1.2.3' } } }],
  });
  const [run] = log.runs;
  expect(run.results[1]).toMatchObject({
    ruleId: 'workspace/wrong-type',
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%C3%B1o%201/data/accounts/b.yaml' },
          region: { startLine: 5, startColumn: 22, endColumn: 25 },
        },
      },
    ],
  });
  expect(run.tool.driver.rules[run.results[0].ruleIndex].help.text).toMatch(/^A quarter is missing/);
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.results[2].locations[0].physicalLocation).not.toHaveProperty('region');
  expect(run.tool.driver.rules.some((rule: object) => 'helpUri' in rule)).toBe(false);
});

test('SARIF links each rule to its entry in the guide, where that can be read', () => {
  const published = { ...report([error]), homepage: 'https://example.org/cuentas/blob/main' };
  const [rule] = JSON.parse(reporters.sarif(published)).runs[0].tool.driver.rules;
  expect(rule.helpUri).toBe(
    'https://example.org/cuentas/blob/main/docs/guide/diagnostics.md#workspacewrong-type',
  );
  const page = readFileSync(new URL('../../../docs/guide/diagnostics.md', import.meta.url), 'utf8');
  const anchors = Array.from(page.matchAll(/^### (.*)$/gm), ([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  expect(anchors).toContain(rule.helpUri.split('#')[1]);
});

describe('JUnit', () => {
  it('fails a case for each error; a warning passes and tells itself', () => {
    const xml = reporters.junit(report([warning, error]));
    expect(xml).toContain('<testsuites name="cuentas check" tests="2" failures="1">');
    expect(xml).toContain('<testsuite name="data/accounts/b.yaml" tests="1" failures="1">');
    expect(xml).toContain('<system-out>warning data/accounts/a.yaml:4:3&#10;');
    expect(xml.match(/<failure /g)).toHaveLength(1);
  });

  it('of no problem is a case that passes', () => {
    expect(reporters.junit(report([]))).toContain('<testsuites name="cuentas check" tests="1" failures="0">');
  });

  it('stays XML whatever stands in the data', () => {
    const given = fc.string({
      unit: fc.oneof(fc.constantFrom('<', '>', '&', '"', '\u0000', '\uFFFE', '\uD800', '\n'), fc.string()),
    });
    fc.assert(
      fc.property(given, given, (message, hint) => {
        const xml = reporters.junit(report([{ ...error, message, hints: [hint] }]));
        const [failure = ''] = /<failure [\s\S]*<\/failure>/.exec(xml) ?? [];
        expect(failure.match(/[<>]/g)).toHaveLength(4);
        expect(failure).not.toMatch(/&(?!(amp|lt|gt|quot|#10);)|(?![\t\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u);
      }),
    );
  });
});

it('the pretty report and the JSON of before are still there', () => {
  expect(reporters.pretty(report([error]))).toContain('data/accounts/b.yaml:5:22');
  expect(JSON.parse(reporters.json(report([error])))).toEqual({ diagnostics: [error] });
});
