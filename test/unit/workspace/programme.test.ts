import { describe, expect, test } from 'vitest';
import { load, summary } from './memory.ts';

const account = (extra = ''): string => `name: A\nhistory: { 2026-Q3: { revenue: 1 } }\n${extra}`;
const reports = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  summary(await load({ 'data/accounts/a.yaml': account(), ...texts })).map(line =>
    line.replace('workspace/', ''),
  );
const adoption = async (stages: string): Promise<readonly string[]> =>
  reports({ 'data/program/adoption.yaml': `stages:\n${stages}` });
const pilot = '{ id: pilot, name: P, from: D, to: B, planned: { start: 2026-Q1, end: 2026-Q2 } }';

describe('adoption', () => {
  test('a path from D by B to A has nothing to report', async () => {
    expect(
      await adoption(
        `  - ${pilot}\n  - { id: more, name: M, from: B, to: A, planned: { start: 2026-Q3, end: 2027-Q4 } }\n`,
      ),
    ).toEqual([]);
  });

  test('no stage leads to C or D, or starts from A', async () => {
    const stage = (from: string, to: string): string =>
      `  - { id: s, name: S, from: ${from}, to: ${to}, planned: { start: 2026-Q1, end: 2026-Q2 } }\n`;
    for (const [from, to] of [
      ['D', 'C'],
      ['B', 'D'],
      ['A', 'B'],
    ] as const)
      expect(await adoption(stage(from, to))).toEqual(['program/adoption.yaml:2 error unknown-value']);
  });

  test('a stage starts where the one before it ends', async () => {
    expect(
      await adoption(
        `  - ${pilot}\n  - { id: more, name: M, from: C, to: A, planned: { start: 2026-Q3, end: 2027-Q4 } }\n`,
      ),
    ).toEqual(['program/adoption.yaml:3 warning broken-path']);
  });

  test('no stage ends before it starts, as planned or in fact, or after the period under review', async () => {
    expect(
      await adoption(
        '  - id: s\n    name: S\n    from: D\n    to: B\n    planned: { start: 2026-Q2, end: 2026-Q1 }\n    actual:\n      start: 2026-Q3\n      end: 2026-Q2\n',
      ),
    ).toEqual(['program/adoption.yaml:6 error wrong-order', 'program/adoption.yaml:9 error wrong-order']);
    expect(
      await adoption(`  - ${pilot.replace('planned', 'actual: { start: 2026-Q4 }, planned')}\n`),
    ).toEqual(['program/adoption.yaml:2 warning future-date']);
  });

  test('a computed criterion has a limit, and its limits leave room', async () => {
    const criterion = (limits: string): string =>
      `  - id: s\n    name: S\n    from: D\n    to: B\n    planned: { start: 2026-Q1, end: 2026-Q2 }\n    exit:\n      - { kind: computed, id: c, text: C, measure: depth${limits} }\n`;
    expect(await adoption(criterion(''))).toEqual(['program/adoption.yaml:8 error missing-key']);
    expect(await adoption(criterion(', atLeast: 0.6, atMost: 0.5'))).toEqual([
      'program/adoption.yaml:8 error wrong-order',
    ]);
    expect(await adoption(criterion(', atLeast: 0.5, atMost: 0.5'))).toEqual([]);
  });

  test('ids of stages, criteria and hypotheses are their own', async () => {
    const criterion = '{ kind: judged, id: c, text: C }';
    expect(
      await adoption(
        `  - id: s\n    name: S\n    from: D\n    to: B\n    planned: { start: 2026-Q1, end: 2026-Q2 }\n    exit:\n      - ${criterion}\n      - ${criterion}\n    entry:\n      - { kind: judged, id: d, text: D }\n    hypotheses:\n      - { id: h, text: H }\n      - { id: h, text: H }\n  - ${pilot.replace('pilot', 's')}\n`,
      ),
    ).toEqual([
      'program/adoption.yaml:9 error duplicate-id',
      'program/adoption.yaml:14 error duplicate-id',
      'program/adoption.yaml:15 error duplicate-id',
      'program/adoption.yaml:15 warning broken-path',
    ]);
  });
});

describe('congruence', () => {
  const maturity = (element: string, rest = ''): string =>
    `  - { element: ${element}${rest}, ratings: { 2026-Q3: { level: 3, date: 2026-09-01, evidence: E } } }\n`;
  const congruence = async (maturities: string): Promise<readonly string[]> =>
    reports({ 'data/program/congruence.yaml': `maturities:\n${maturities}` });

  test('each element is rated in one place, from 1 to 5, by someone we know', async () => {
    expect(await congruence(maturity('strategy') + maturity('organisation'))).toEqual([]);
    expect(await congruence(maturity('strategy') + maturity('strategy'))).toEqual([
      'program/congruence.yaml:3 error duplicate-id',
    ]);
    expect(await congruence(maturity('strategy', ', owner: nobody'))).toEqual([
      'program/congruence.yaml:2 error unknown-reference',
    ]);
    for (const level of ['0', '6', '2.5'])
      expect(await congruence(maturity('strategy').replace('level: 3', `level: ${level}`))).toHaveLength(1);
  });
});

describe('changes', () => {
  const changes = async (list: string): Promise<readonly string[]> =>
    reports({ 'data/program/changes.yaml': `changes:\n${list}` });
  const change = (rest: string): string => `  - { id: c, date: 2026-06-01, origin: own, text: T, ${rest} }\n`;
  const step = (name: string, date: string): string => `${name}: { date: ${date}, text: T }`;

  test('happen in their order', async () => {
    expect(await changes(change(`${step('decision', '2026-06-10')}, ${step('plan', '2026-06-10')}`))).toEqual(
      [],
    );
    for (const wrong of [
      step('decision', '2026-05-31'),
      step('plan', '2026-05-31'),
      step('dismissed', '2026-05-31'),
      'due: 2026-05-31',
      `${step('decision', '2026-06-10')}, ${step('plan', '2026-06-09')}`,
    ])
      expect(await changes(change(wrong)), wrong).toEqual(['program/changes.yaml:2 error wrong-order']);
  });

  test('are not dismissed and planned at once, nor entered before they happen', async () => {
    expect(
      await changes(change(`${step('plan', '2026-06-10')}, ${step('dismissed', '2026-06-10')}`)),
    ).toEqual(['program/changes.yaml:2 warning status-conflict']);
    expect(await changes(change(step('plan', '2026-10-01')))).toEqual([
      'program/changes.yaml:2 warning future-date',
    ]);
  });

  test('of an account are checked like those of the programme, and so are reviews of its plan', async () => {
    expect(
      await reports({
        'data/accounts/a.yaml': account(
          'planReviews: [2026-06-30, 2026-12-24]\nchanges:\n  - { id: c, date: 2026-06-01, origin: own, text: T, owner: nobody }\n  - { id: c, date: 2026-06-01, origin: own, text: T }\n',
        ),
      }),
    ).toEqual([
      'accounts/a.yaml:3 warning future-date',
      'accounts/a.yaml:5 error unknown-reference',
      'accounts/a.yaml:6 error duplicate-id',
    ]);
  });

  test('reviews of the programme are held in the past, by someone we know', async () => {
    expect(
      await reports({
        'data/program/changes.yaml':
          'reviews:\n  - { id: r, text: R, due: 2026-12-01 }\n  - { id: r, text: R, due: 2026-06-30, held: 2026-12-01, owner: nobody }\n',
      }),
    ).toEqual([
      'program/changes.yaml:3 error duplicate-id',
      'program/changes.yaml:3 warning future-date',
      'program/changes.yaml:3 error unknown-reference',
    ]);
  });
});

describe('decisions', () => {
  const decision = (id: string, more: string): string =>
    `  - { id: ${id}, period: 2026-Q3, title: T, reason: R, owner: O, due: 2026-12-01, ${more} }\n`;
  const decisions = async (...list: readonly string[]): Promise<readonly string[]> =>
    reports({
      'data/program/decisions.yaml': `decisions:\n${list.join('')}`,
      'data/accounts/b.yaml': account().replace('name: A', 'name: B'),
    });

  test('decisions of one review do not ask for opposite things of one account', async () => {
    const less = decision('less', 'accounts: { reduce: [a] }');
    expect(await decisions(less, decision('more', 'accounts: { invest: [b] }'))).toEqual([]);
    expect(await decisions(less, decision('again', 'accounts: { reduce: [a], withdraw: [a] }'))).toEqual([]);
    expect(await decisions(less, decision('more', 'accounts: { invest: [b, a] }'))).toEqual([
      'program/decisions.yaml:3 warning contradiction',
    ]);
    const earlier = less.replace('2026-Q3', '2026-Q2');
    expect(await decisions(earlier, decision('more', 'accounts: { invest: [a] }'))).toEqual([]);
  });

  test('what they name exists', async () => {
    expect(await decisions(decision('d', 'accounts: { leave: [nobody] }'))).toEqual([
      'program/decisions.yaml:2 error unknown-reference',
    ]);
    expect(await decisions(decision('d', 'answers: [no.such-finding]'))).toEqual([
      'program/decisions.yaml:2 error unknown-value',
    ]);
  });
});
