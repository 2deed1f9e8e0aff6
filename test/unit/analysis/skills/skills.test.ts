import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skillsMethod } from '../../../../src/analysis/methods/skills.ts';
import { skills } from '../../../../src/model/person.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

const input: WorkspaceInput = {
  settings: { document: { dataAsOf: '2026-09-30' } },
  people: {
    ana: {
      name: 'Ana',
      role: 'kam',
      team: 'Steel',
      skills: { analysis: 2, tools: { level: 4, date: '2026-06-01' } },
    },
    bru: { name: 'Bru', role: 'seller', skills: { analysis: 5 } },
    cai: { name: 'Cai', role: 'kam', team: 'Steel' },
    eva: { name: 'Eva', role: 'sponsor', skills: { analysis: 1 } },
  },
  accounts: { north: { manager: 'bru' } },
  skills: {
    required: { kam: { analysis: 4, tools: 3 }, seller: { analysis: 3, closing: 2 } },
    training: [
      { id: 'one', title: 'One', people: ['ana'], skills: ['analysis'], cost: 100.1, due: '2026-09-30' },
      { id: 'two', title: 'Two', team: 'Steel', skills: ['tools'], cost: 0.2, due: '2026-10-01' },
      { id: 'old', title: 'Old', people: ['ana'], skills: ['analysis'], cost: 5000, state: 'done' },
    ],
  },
};
const found = runMethod(skillsMethod, input);
const gaps = found.series('programme.skills.gaps').rows;

describe('skills worked by hand', () => {
  it('asks what the roles ask; whoever manages an account has the role of KAM too, and the higher level counts', () => {
    expect(
      gaps.map(row => [row.employee, row.skill, row.requiredLevel, row.actualLevel, row.skillGap]),
    ).toEqual([
      ['ana', 'analysis', 4, 2, 2],
      ['ana', 'tools', 3, 4, 0],
      ['bru', 'analysis', 4, 5, 0],
      ['bru', 'tools', 3, null, null],
      ['bru', 'closing', 2, null, null],
      ['cai', 'analysis', 4, null, null],
      ['cai', 'tools', 3, null, null],
    ]);
  });

  it('says where both levels stand', () => {
    expect(found.series('programme.skills.gaps').rowInputs?.[0]).toEqual([
      { file: 'data/people/ana.yaml', path: ['skills', 'analysis'] },
      { file: 'data/program/skills.yaml', path: ['required', 'kam', 'analysis'] },
    ]);
  });

  it('counts gaps among what was assessed, and says how much that is', () => {
    const below = found.figure('programme.skills.below');
    expect(below).toMatchObject({ value: 1, coverage: { n: 3, of: 7 } });
    expect(found.figure('programme.skills.met').value).toBeCloseTo(2 / 3, 12);
    expect(found.figure('programme.skills.levels-missing').value).toBe(2);
    expect(found.figure('kam.cai.skills.below').unavailable?.code).toBe('no-skill-levels');
    expect(found.figure('kam.bru.skills.assessed').value).toBeCloseTo(1 / 3, 12);
    expect(found.figure('programme.skills.skill.tools.below')).toMatchObject({
      value: 0,
      coverage: { n: 1, of: 3 },
    });
  });

  it('holds training against the gaps, both ways', () => {
    expect(found.figure('programme.skills.untrained').value).toBe(0);
    expect(found.figure('programme.skills.training.without-gap').value).toBe(1);
    expect(found.finding('skills.training-without-gap')?.params.measures).toEqual({
      kind: 'texts',
      texts: ['Two'],
      quoted: true,
    });
    expect(found.figure('programme.skills.training.cost').value).toBe(100.3);
    const { training } = input.skills ?? {};
    const without = runMethod(skillsMethod, {
      ...input,
      skills: { ...input.skills, training: (training ?? []).slice(1) },
    });
    expect(without.figure('programme.skills.untrained').value).toBe(1);
    expect(without.finding('skills.untrained')?.params.people).toEqual({ kind: 'texts', texts: ['Ana'] });
  });

  it('calls a measure overdue from its day on, unless it is done', () => {
    expect(found.series('programme.skills.training').rows.map(({ state }) => state)).toEqual([
      'overdue',
      'planned',
      'done',
    ]);
    expect(found.figure('programme.skills.training.overdue').value).toBe(1);
  });

  it('asks to finish training from its day on, as the table calls it overdue, only while it is open', () => {
    const lateOf = (state: 'planned' | 'done' | 'dropped', due = '2025-12-12') =>
      runMethod(skillsMethod, {
        ...input,
        skills: {
          ...input.skills,
          training: [{ id: 'past', title: 'Past', people: ['ana'], skills: ['analysis'], due, state }],
        },
      }).finding('kam-skills.gaps')?.params.late;
    expect(lateOf('planned')).toMatchObject({ value: 1 });
    expect(lateOf('done')).toMatchObject({ value: 0 });
    expect(lateOf('planned', '2026-09-30')).toMatchObject({ value: 1 });
    expect(lateOf('planned', '2026-10-01')).toMatchObject({ value: 0 });
  });

  it('requires nothing where nothing is declared', () => {
    const { skills: _, ...rest } = input;
    const none = runMethod(skillsMethod, rest);
    expect(none.series('programme.skills.gaps').rows).toEqual([]);
    expect(none.figure('programme.skills.below').unavailable?.code).toBe('no-required-skills');
    expect(none.results.findings).toEqual([]);
  });
});

describe('properties of skills', () => {
  const level = fc.integer({ min: 1, max: 5 });
  const levels = fc.dictionary(fc.constantFrom(...skills), level);

  it('adds gaps of people, and those of skills, up to the gaps of all; a higher level never widens one', () => {
    fc.assert(
      fc.property(levels, levels, levels, (required, ana, bru) => {
        const run = (own: typeof ana) =>
          runMethod(skillsMethod, {
            people: {
              ana: { name: 'Ana', role: 'kam', skills: own },
              bru: { name: 'Bru', role: 'kam', skills: bru },
            },
            skills: { required: { kam: required } },
          });
        const value = (one: ReturnType<typeof run>, id: string): number => Number(one.figure(id).value ?? 0);
        const one = run(ana);
        const whole = value(one, 'programme.skills.levels-missing');
        const people = ['ana', 'bru'].map(id => value(one, `kam.${id}.skills.levels-missing`));
        expect(people.reduce((sum, part) => sum + part, 0)).toBe(whole);
        const bySkill = one.series('programme.skills.summary').rows.map(row => Number(row.levelsMissing));
        expect(bySkill.reduce((sum, part) => sum + part, 0)).toBe(whole);
        const higher = Object.fromEntries(Object.entries(ana).map(([id, own]) => [id, Math.min(5, own + 1)]));
        expect(value(run(higher), 'programme.skills.levels-missing')).toBeLessThanOrEqual(whole);
      }),
    );
  });
});
