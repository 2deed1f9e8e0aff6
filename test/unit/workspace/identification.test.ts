import { expect, test } from 'vitest';
import { load, minimalSettings, summary } from './memory.ts';

const account = (extra = ''): string => `name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n${extra}`;
const scoring = (extra: string): string => `criteria:\n  - { id: fit, name: Fit, weight: 1 }\n${extra}`;
const reports = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  summary(await load({ 'data/accounts/a.yaml': account(), ...texts })).map(line =>
    line.replace('workspace/', ''),
  );

test('cuts of the checklist lie on the scale', async () => {
  const found = await reports({
    'data/program/scoring.yaml':
      'criteria:\n  - { id: fit, name: Fit, weight: 1, met: 11 }\nidentification: { met: 0.5 }\n',
  });
  expect(found).toEqual(['program/scoring.yaml:2 error off-scale', 'program/scoring.yaml:3 error off-scale']);
});

test('a check has an id of its own, and accounts answer checks that exist, by people who exist', async () => {
  const checks =
    'identification:\n  checks:\n    - { id: fit, name: Fit }\n    - { id: means, name: Means }\n    - { id: means, name: M }\n';
  const found = await reports({
    'data/program/scoring.yaml': scoring(checks),
    'data/accounts/a.yaml': account('checks:\n  means: { met: true, by: nobody }\n  leader: true\n'),
  });
  expect(found).toEqual([
    'accounts/a.yaml:4 error unknown-reference',
    'accounts/a.yaml:5 error unknown-reference',
    'program/scoring.yaml:5 error duplicate-id',
    'program/scoring.yaml:7 error duplicate-id',
  ]);
});

test.each([
  ['by: percentile, measure: cost-to-serve-ratio', ['program/scoring.yaml:2 warning cost-rewarded']],
  ['by: percentile, measure: cost-to-serve-ratio, lowerIsBetter: true', []],
  [
    'by: breakpoints, measure: cost-to-serve, points: [[0, 1], [9, 10]]',
    ['program/scoring.yaml:2 warning cost-rewarded'],
  ],
  ['by: breakpoints, measure: cost-to-serve, points: [[0, 10], [9, 1]]', []],
  ['by: min-max, measure: margin-ratio', []],
])('cost to serve counts inverted: %s', async (derive, expected) => {
  const criterion = `{ id: cost, kind: cost-to-serve, name: Cost, weight: 1, derive: { ${derive} } }`;
  expect(await reports({ 'data/program/scoring.yaml': `criteria:\n  - ${criterion}\n` })).toEqual(expected);
});

test('settings of the robustness are refused out of their range, where they stand', async () => {
  const found = await reports({
    'data/program/scoring.yaml': scoring('robustness:\n  samples: 5\n  within: 1.5\n  missing: guessed\n'),
  });
  expect(found.map(line => line.split(' ')[0])).toEqual([
    'program/scoring.yaml:4',
    'program/scoring.yaml:5',
    'program/scoring.yaml:6',
  ]);
});

test('fixed costs written with a point for thousands are questioned, negative ones refused', async () => {
  expect(
    await reports({ 'data/workspace.yaml': `${minimalSettings}fixedCosts: { 2026-Q3: 4.170 }\n` }),
  ).toEqual(['workspace.yaml:4 warning thousands-separator']);
  const [refused] = await reports({
    'data/workspace.yaml': `${minimalSettings}fixedCosts: { 2026-Q3: -1 }\n`,
  });
  expect(refused).toMatch(/^workspace.yaml:4 error/);
});
