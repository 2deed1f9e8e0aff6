import { expect, test } from 'vitest';
import { load, summary } from './memory.ts';

const account = (extra = ''): string => `name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n${extra}`;
const scoring = 'criteria:\n  - { id: fit, name: Fit, weight: 1 }\n';
const reports = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  summary(await load(texts));

test('rules of segments test fields that exist', async () => {
  const rule = (field: string): string =>
    `schemes: [{ id: s, name: S, segments: [{ id: t, name: T, when: [{ field: ${field}, is: x }] }] }]`;
  const files = { 'data/accounts/a.yaml': account('fields: { plant: large }') };
  expect(await reports({ ...files, 'data/program/segments.yaml': rule('fields.plant') })).toEqual([]);
  expect(await reports({ ...files, 'data/program/segments.yaml': rule('fields.plan') })).toHaveLength(1);
  expect(await reports({ ...files, 'data/program/segments.yaml': rule('industri') })).toHaveLength(1);
});

test('rules of segments test criteria that exist, and words that a field can be', async () => {
  const problems = async (condition: string): Promise<readonly string[]> =>
    (
      await load({
        'data/accounts/a.yaml': account(),
        'data/program/scoring.yaml': scoring,
        'data/program/segments.yaml': `schemes: [{ id: s, name: S, segments: [{ id: t, name: T, when: [{ ${condition} }] }] }]`,
      })
    ).diagnostics.map(({ message, hints }) => [message, ...hints].join(' '));
  expect(await problems('field: criterion.fit, atLeast: 5')).toEqual([]);
  expect(await problems('field: criterion.fut, atLeast: 5')).toEqual([
    expect.stringMatching(/no field "criterion.fut".*"criterion.fit"/),
  ]);
  expect(await problems('field: kaism, in: [key, development]')).toEqual([]);
  expect(await problems('field: kaism, is: keys')).toEqual([
    expect.stringMatching(/no value of kaism "keys".*"key"/),
  ]);
  expect(await problems('field: lifetime, in: [true-friend]')).toEqual([
    expect.stringMatching(/no value of lifetime "true-friend".*"true-friends"/),
  ]);
});
