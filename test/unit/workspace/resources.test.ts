import { describe, expect, test } from 'vitest';
import { load, summary } from './memory.ts';

const account = (extra = ''): string => `name: A\nhistory: { 2026-Q3: { revenue: 1, hours: 10 } }\n${extra}`;
const ana = { 'data/people/ana.yaml': 'name: Ana\nrole: kam\nteam: Steel\n' };

const reports = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  summary(await load({ 'data/accounts/a.yaml': account(), ...ana, ...texts })).map(line =>
    line.replace('workspace/', ''),
  );

describe('resources', () => {
  const program = 'data/program/resources.yaml';

  test('people exist, and stand once in a list', async () => {
    expect(
      await reports({ [program]: 'people:\n  - person: ana\n  - person: eva\n  - person: ana\n' }),
    ).toEqual([
      'program/resources.yaml:3 error unknown-reference',
      'program/resources.yaml:4 error duplicate-id',
    ]);
  });

  test('nothing was spent or worked in a quarter to come, but a budget may stand there', async () => {
    const spend = 'spend:\n  2026-Q4: { travel: { budget: 5 } }\n  2027-Q1: { travel: { actual: 5 } }\n';
    expect(
      await reports({ [program]: `${spend}people:\n  - person: ana\n    hours: { 2026-Q4: 5 }\n` }),
    ).toEqual([
      'program/resources.yaml:3 warning future-actual',
      'program/resources.yaml:6 warning future-actual',
    ]);
  });

  test('amounts and ratings out of range are refused', async () => {
    const of = (text: string): Promise<readonly string[]> => reports({ [program]: text });
    expect(await of('spend: { 2026-Q3: { travel: { actual: -1 } } }')).toEqual([
      'program/resources.yaml:1 error out-of-range',
    ]);
    expect(await of('people: [{ person: ana, fte: 1.5 }]')).toEqual([
      'program/resources.yaml:1 error out-of-range',
    ]);
    expect(await of('weights: { hours: 0, money: 0 }')).toHaveLength(1);
    expect(await of('load: { low: 0.9, high: 0.8 }')).toHaveLength(1);
  });

  test('nobody has more than one full-time job over all files', async () => {
    expect(
      await reports({
        [program]: 'people: [{ person: ana, fte: 0.7 }]',
        'data/accounts/a.yaml': account('resources:\n  people:\n    - { person: ana, fte: 0.4 }\n'),
      }),
    ).toEqual(['accounts/a.yaml:5 warning contradiction']);
  });

  test('the people of an account cannot work more hours than it got', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml': account('resources:\n  people: [{ person: ana, hours: { 2026-Q3: 11 } }]\n'),
      }),
    ).toEqual(['accounts/a.yaml:2 warning contradiction']);
  });

  test('money in another currency needs its rate', async () => {
    expect(
      await reports({
        'data/accounts/b.yaml':
          'name: B\ncurrency: USD\nresources:\n  spend: { 2026-Q3: { travel: { actual: 5 } } }\n',
      }),
    ).toEqual(['accounts/b.yaml:4 error missing-rate']);
  });

  test('the criterion of potential is one of the points table', async () => {
    expect(
      await reports({
        [program]: 'potential: future',
        'data/program/scoring.yaml': 'criteria:\n  - { id: potential, name: Potential, weight: 1 }\n',
      }),
    ).toEqual(['program/resources.yaml:1 error unknown-reference']);
  });
});

describe('skills', () => {
  const skills = (training: string): Promise<readonly string[]> =>
    reports({ 'data/program/skills.yaml': `training:\n${training}` });

  test('training is for people and teams that exist', async () => {
    expect(
      await skills(
        [
          '  - { id: a, title: A, skills: [tools], people: [eva] }',
          '  - { id: b, title: B, skills: [tools], team: Steal }',
          '  - { id: b, title: C, skills: [tools], team: Steel }',
          '  - { id: d, title: D, skills: [tools] }',
        ].join('\n'),
      ),
    ).toEqual([
      'program/skills.yaml:2 error unknown-reference',
      'program/skills.yaml:3 error unknown-reference',
      'program/skills.yaml:4 error duplicate-id',
      'program/skills.yaml:5 warning contradiction',
    ]);
  });

  test('levels are 1 to 5, and whoever assessed them exists', async () => {
    expect(
      await reports({
        'data/people/bru.yaml':
          'name: Bru\nrole: kam\nskills: { tools: 6, analysis: { level: 3, by: eva } }\n',
      }),
    ).toContain('people/bru.yaml:3 error unknown-reference');
    expect(
      await reports({ 'data/people/bru.yaml': 'name: Bru\nrole: kam\nskills: { tools: 6 }\n' }),
    ).toHaveLength(1);
  });

  test('hours by purpose are not of a quarter to come', async () => {
    expect(
      await reports({
        'data/people/bru.yaml': 'name: Bru\nrole: kam\npurposes:\n  2026-Q4: { retain: 5 }\n',
      }),
    ).toEqual(['people/bru.yaml:4 warning future-actual']);
  });
});

describe('incentives', () => {
  const of = (text: string): Promise<readonly string[]> => reports({ 'data/program/incentives.yaml': text });
  const rule = (more: string): string =>
    `schemes:\n  - id: one\n    name: One\n    rules:\n      - { id: a, name: A, measure: csat, ${more} }\n`;

  test('a rule pays something, in the unit of its measure, and its cap lets it', async () => {
    expect(await of(rule('threshold: 0.8'))).toHaveLength(1);
    expect(await of(rule('threshold: 80, amount: 5'))).toEqual([
      'program/incentives.yaml:5 warning suspicious-unit',
    ]);
    expect(await of(rule('threshold: 0.8, amount: 5, cap: 4'))).toEqual([
      'program/incentives.yaml:5 warning contradiction',
    ]);
  });

  test('a case changes something that a rule looks at, in one way', async () => {
    const scenario = (change: string): string =>
      `${rule('threshold: 0.8, amount: 5')}scenarios:\n  - { id: s, name: S, changes: [${change}] }\n`;
    expect(await of(scenario('{ measure: csat, by: 0.1 }'))).toEqual([]);
    expect(await of(scenario('{ measure: csat, by: 0.1, to: 0.2 }'))).toHaveLength(1);
    expect(await of(scenario('{ measure: churn, by: 5 }'))).toEqual([
      'program/incentives.yaml:7 warning contradiction',
      'program/incentives.yaml:7 warning suspicious-unit',
    ]);
  });
});
