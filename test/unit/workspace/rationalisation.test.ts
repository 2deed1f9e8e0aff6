import { describe, expect, test } from 'vitest';
import { load, summary } from './memory.ts';

const account = (extra = ''): string => `name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n${extra}`;
const reports = async (rationalisation: string, extra = '', scoring?: string): Promise<readonly string[]> =>
  summary(
    await load({
      'data/accounts/a.yaml': account(extra),
      'data/program/rationalisation.yaml': rationalisation,
      ...(scoring === undefined ? {} : { 'data/program/scoring.yaml': scoring }),
    }),
  ).map(line => line.replace('workspace/', ''));

const profile = (...fields: readonly string[]): string =>
  `profile:\n  fields:\n${fields.map(field => `    - ${field}\n`).join('')}`;

describe('rationalisation.yaml', () => {
  test('everything has a default', async () => {
    expect(await reports('span: basis\n')).toEqual([]);
    expect(await reports(profile('{ field: industry, name: Sector }'))).toEqual([]);
  });

  test('a line must name something, and ratios are shares', async () => {
    expect(await reports('below: {}\n')).toEqual(['program/rationalisation.yaml:1 error bad-format']);
    expect(await reports('below: { ratio: 15 }\n')).toEqual([
      'program/rationalisation.yaml:1 error out-of-range',
    ]);
  });

  test('the earlier quarter is not a later one', async () => {
    expect(await reports('earlier: 2026-Q4\n')).toEqual(['program/rationalisation.yaml:1 error wrong-order']);
    expect(await reports('earlier: 2020-Q1\n')).toEqual([]);
  });

  test('points that protect lie on the scale', async () => {
    const scoring = 'criteria:\n  - { id: fit, name: Fit, weight: 1 }\n';
    expect(await reports('protect: { score: 55 }\n', '', scoring)).toEqual([
      'program/rationalisation.yaml:1 error off-scale',
    ]);
    expect(await reports('protect: { score: false, growth: false }\n', '', scoring)).toEqual([]);
  });
});

describe('fields of a profile', () => {
  test('are known of a prospect: no revenue, nothing that no account has, nothing twice', async () => {
    expect(await reports(profile('{ field: revenue, name: R }'))).toEqual([
      'program/rationalisation.yaml:3 error bad-format',
    ]);
    expect(await reports(profile('{ field: fields.plantz, name: P }'), 'fields: { plants: 2 }')).toEqual([
      'program/rationalisation.yaml:3 error unknown-reference',
    ]);
    expect(await reports(profile('{ field: region, name: R }', '{ field: region, name: R }'))).toEqual([
      'program/rationalisation.yaml:4 error duplicate-id',
    ]);
  });

  test('have bands that rise, the last one open, over numbers', async () => {
    const bands = (text: string): string => profile(`{ field: fields.km, name: Km, bands: [${text}] }`);
    expect(await reports(bands('{ below: 5, name: a }, { name: b }'), 'fields: { km: 7 }')).toEqual([]);
    for (const wrong of [
      '{ below: 5, name: a }, { below: 3, name: b }, { name: c }',
      '{ name: a }, { below: 5, name: b }',
    ])
      expect(await reports(bands(wrong), 'fields: { km: 7 }')).toEqual([
        'program/rationalisation.yaml:3 error bad-format',
      ]);
    expect(await reports(bands('{ below: 5, name: a }, { name: b }'), 'fields: { km: far }')).toEqual([
      'accounts/a.yaml:3 warning contradiction',
    ]);
  });

  test('the cut to refer lies below the cut to serve', async () => {
    const cuts = `${profile('{ field: region, name: R }')}  serve: 1\n  refer: 1\n`;
    expect(await reports(cuts)).toEqual(['program/rationalisation.yaml:5 error bad-format']);
  });
});

test('nobody buys more from us than from all its suppliers', async () => {
  const wallet = (spend: string): Promise<readonly string[]> =>
    load({
      'data/accounts/a.yaml': `name: A\nhistory:\n  2026-Q3: { revenue: 10, walletSpend: ${spend} }\n`,
    }).then(summary);
  expect(await wallet('10')).toEqual([]);
  expect(await wallet('9.5')).toEqual(['accounts/a.yaml:3 error workspace/more-than-all']);
  expect(await wallet('-1')).toEqual(['accounts/a.yaml:3 error workspace/out-of-range']);
});
