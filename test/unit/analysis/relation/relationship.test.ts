import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relationship } from '../../../../src/analysis/methods/relationship.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
type Contact = NonNullable<Accounts[string]['contacts']>[number];

const key = [{ from: '2024-Q1' }];
const person = (id: string, rest: Partial<Contact> = {}): Contact => ({ id, name: id, ...rest });
const run = (contacts: readonly Contact[], account: Accounts[string] = {}, more: WorkspaceInput = {}) =>
  runMethod(relationship, { ...more, accounts: { a: { key, contacts: [...contacts], ...account } } });
const value = (found: ReturnType<typeof run>, name: string) =>
  found.figure(`account.a.relationship.${name}`).value;

describe('the relationship map worked by hand', () => {
  const found = run(
    [
      person('eva', {
        role: 'decision-maker',
        influence: 5,
        attitude: 2,
        counterpart: 'ana',
        lastContact: '2026-08-01',
      }),
      person('leo', {
        role: 'user',
        influence: 1,
        attitude: -2,
        counterpart: 'ana',
        lastContact: '2026-01-01',
      }),
      person('mar', { role: 'economic-buyer', influence: 4, attitude: 0 }),
      person('old', {
        role: 'technical-buyer',
        influence: 5,
        attitude: 2,
        lastContact: '2025-01-01',
        left: '2026-05-01',
      }),
    ],
    { interactions: [{ date: '2026-02-01', direction: 'outbound', contact: 'leo', person: 'ana' }] },
  );

  it('covers three of four roles: who left holds none', () => {
    expect(value(found, 'roles')).toBe(3);
    expect(found.figure('account.a.relationship.roles').coverage).toEqual({ n: 3, of: 4 });
    expect(
      found.series('account.a.relationship.roles').rows.map(row => [row.role, row.cover]),
    ).toContainEqual(['technical-buyer', 'missing']);
  });

  it('weighs attitude by influence: (5 × 2 − 1 × 2 + 4 × 0) ÷ 10', () => {
    expect(value(found, 'attitude')).toBe(0.8);
    expect(found.figure('account.a.relationship.attitude').coverage).toEqual({ n: 3, of: 3 });
  });

  it('takes the later of the date noted and the interaction, and holds it against the cadence', () => {
    const rows = found.series('account.a.relationship').rows;
    expect(rows.map(row => [row.name, row.silence, row.cadence, row.late])).toEqual([
      ['mar', null, 90, 'unknown'],
      ['eva', 60, 60, 'on-time'],
      ['leo', 241, 365, 'on-time'],
    ]);
    expect(value(found, 'overdue')).toBe(0);
    expect(found.figure('account.a.relationship.overdue').coverage).toEqual({ n: 2, of: 3 });
    expect(value(found, 'longest-silence')).toBe(241);
  });

  it('finds the influential person for whom nobody answers, and the single thread', () => {
    expect(value(found, 'without-counterpart')).toBe(1);
    expect(value(found, 'main-counterpart-share')).toBe(1);
    expect(found.figure('portfolio.relationship.single-threaded').value).toBe(1);
  });
});

describe('cadence', () => {
  const eva = person('eva', { role: 'champion', influence: 5, lastContact: '2026-07-31' });

  it('is what is agreed with the person, before influence and role', () => {
    expect(value(run([{ ...eva, cadence: 182 }]), 'overdue')).toBe(0);
  });

  it('asks the counterpart to speak to whoever waits longest, and nobody where an action is to do so', () => {
    const said = (account: Accounts[string]) =>
      run([{ ...eva, counterpart: 'max' }], account).finding('relationship.account')?.params;
    expect(said({})).toMatchObject({ by: { text: 'counterpart' }, counterpart: { text: 'max' } });
    const action = { title: 'Call Eva', owner: 'leo', due: '2026-06-30', contact: 'eva' } as const;
    expect(said({ actions: [action] })).toMatchObject({ by: { text: 'planned' } });
    expect(said({ actions: [{ ...action, state: 'done' }] })).toMatchObject({ by: { text: 'counterpart' } });
  });

  it('is by influence, and a day more is overdue', () => {
    expect(value(run([eva]), 'overdue')).toBe(1);
    expect(value(run([{ ...eva, lastContact: '2026-08-01' }]), 'overdue')).toBe(0);
  });

  it('is by role where that asks for more, never for less', () => {
    const strict = run(
      [{ ...eva, lastContact: '2026-08-15' }],
      {},
      { relationship: { roleCadence: { champion: 30 } } },
    );
    expect(value(strict, 'overdue')).toBe(1);
    const lax = run([eva], {}, { relationship: { roleCadence: { champion: 300 } } });
    expect(value(lax, 'overdue')).toBe(1);
  });

  it('ignores what lies after the date of the data', () => {
    const later = run([{ ...eva, lastContact: '2026-10-05' }]);
    expect(later.figure('account.a.relationship.overdue').unavailable?.code).toBe('no-contact-dates');
  });

  it('of our sponsor counts what the sponsor did and whom the sponsor answers for', () => {
    const found = run([{ ...eva, counterpart: 'max' }], {
      sponsor: 'max',
      interactions: [{ date: '2026-09-10', direction: 'outbound', person: 'max' }],
    });
    expect(value(found, 'sponsor-silence')).toBe(20);
    const never = run([eva], { sponsor: 'max' });
    expect(never.figure('account.a.relationship.sponsor-silence').unavailable?.code).toBe(
      'no-sponsor-contact',
    );
  });
});

describe('maps with nobody in them', () => {
  it('say so, for key accounts only', () => {
    const found = runMethod(relationship, { accounts: { a: { key }, b: {} } });
    expect(value(found, 'roles')).toBeUndefined();
    expect(found.figure('account.a.relationship.overdue').unavailable?.code).toBe('no-contacts');
    expect(found.figure('portfolio.relationship.gaps').unavailable?.code).toBe('no-contacts');
    expect(found.results.series.map(({ id }) => id)).not.toContain('account.b.relationship');
    expect(runMethod(relationship, {}).results.figures).toEqual([]);
  });
});

it('keeps the weighted attitude between the lowest and the highest, whatever the order', () => {
  const contact = fc.record({
    influence: fc.integer({ min: 1, max: 5 }),
    attitude: fc.integer({ min: -2, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(contact, { minLength: 1, maxLength: 8 }), list => {
      const people = list.map((one, index) => person(`p${index}`, one));
      const weighted = Number(value(run(people), 'attitude'));
      const attitudes = list.map(({ attitude }) => attitude);
      expect(weighted).toBeGreaterThanOrEqual(Math.min(...attitudes));
      expect(weighted).toBeLessThanOrEqual(Math.max(...attitudes));
      expect(value(run([...people].reverse()), 'attitude')).toBeCloseTo(weighted, 12);
    }),
    { numRuns: 30 },
  );
});

describe('an earlier quarter', () => {
  it('is judged on its own last day, not on the date of the data of the one under review', () => {
    const contacts = [
      person('eva', { counterpart: 'ana', lastContact: '2026-08-01' }),
      person('leo', { left: '2026-08-31' }),
    ];
    const input: WorkspaceInput = {
      settings: { document: { dataAsOf: '2026-10-05' } },
      accounts: { a: { key, contacts } },
    };
    const seen = (period: string) =>
      runMethod(relationship, input, period)
        .series('account.a.relationship')
        .rows.map(({ name, silence }) => [name, silence]);
    expect(seen('2026-Q3')).toEqual([['eva', 65]]);
    expect(seen('2026-Q2')).toEqual([
      ['eva', null],
      ['leo', null],
    ]);
  });
});

describe('what is said of the people of an account', () => {
  const late = person('eva', {
    role: 'decision-maker',
    influence: 5,
    counterpart: 'max',
    lastContact: '2026-01-01',
  });
  const params = (contacts: readonly Contact[], account: Accounts[string] = {}) =>
    run(contacts, account).finding('relationship.account')?.params;

  it('names who has been left alone longest, and whether that person decides', () => {
    expect(params([late])).toMatchObject({
      who: { text: 'eva' },
      decides: { text: 'yes' },
      silence: { value: 272 },
    });
  });

  it('names the roles that nobody is known to hold', () => {
    expect(params([late])?.roles).toMatchObject({
      vocabulary: 'role-holder',
      codes: ['economic-buyer', 'technical-buyer', 'user'],
    });
  });

  it('names the influential people without a counterpart', () => {
    const mar = person('mar', { influence: 4 });
    expect(params([late, mar])?.aloneNames).toMatchObject({ texts: ['mar'] });
  });

  it('does not say the silence of the sponsor twice', () => {
    expect(params([late], { sponsor: 'max' })?.sponsor).toMatchObject({ text: 'same' });
    const other = { ...late, counterpart: 'ana' };
    const mine = person('leo', { counterpart: 'max', lastContact: '2026-02-01' });
    expect(params([other, mine], { sponsor: 'max' })?.sponsor).toMatchObject({ text: 'late' });
  });
});
