import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftToAsk } from '../../../../src/analysis/advice/left-to-ask.ts';
import { type Sought, settleAsks as settleBy } from '../../../../src/analysis/advice/settle.ts';
import { unwatched } from '../../../../src/analysis/reading/reading.ts';
import { type Advised, type Course, contradict, courses } from '../../../../src/model/advice.ts';
import type { Finding } from '../../../../src/model/finding.ts';
import { analysis } from '../../example/example.ts';

const finding = (code: string, ...advises: readonly Advised[]): Finding => ({
  id: code,
  code,
  topic: code,
  severity: 'attention',
  rank: 1,
  figures: [],
  params: {
    who: { kind: 'accounts', ids: advises.flatMap(({ accounts }) => accounts) },
    many: { kind: 'count', value: advises.flatMap(({ accounts }) => accounts).length },
    other: { kind: 'count', value: 7 },
  },
  advises,
});
const asks = (course: Course, ...accounts: readonly string[]): Advised => ({
  course,
  accounts,
  named: 'who',
  counted: 'many',
});

const settleAsks = (findings: readonly Finding[], decisions: readonly Sought[]) => {
  const settle = settleBy(() => findings, decisions, unwatched);
  return new Map(
    findings.flatMap(one => {
      const settled = settle(one);
      return settled === undefined ? [] : [[one.id, settled] as const];
    }),
  );
};

describe('two findings about one customer', () => {
  const letGo = finding('let-go', asks('leave', 'poor', 'silent'));
  const visit = finding('visit', asks('retain', 'silent', 'good'));
  const settled = settleAsks([visit, letGo], []);

  it('asks whether to leave it, and says why nothing else is asked', () => {
    expect(settled.get('let-go')).toMatchObject({ stands: true, yields: [] });
    expect(settled.get('visit')?.yields).toEqual([
      { accounts: ['silent'], to: { kind: 'finding', id: 'let-go', course: 'leave' } },
    ]);
  });

  it('tells apart what one finding asks of different accounts', () => {
    const both = finding('both', asks('leave', 'poor'), asks('withdraw', 'good'));
    const offer = finding('offer', asks('bind', 'poor', 'good'));
    const to = (course: Course) => ({ kind: 'finding', id: 'both', course });
    expect(settleAsks([both, offer], []).get('offer')?.yields).toEqual([
      { accounts: ['poor'], to: to('leave') },
      { accounts: ['good'], to: to('withdraw') },
    ]);
  });

  it('names and counts those that are left, and nobody else', () => {
    expect(leftToAsk(visit, settled.get('visit'))?.params).toEqual({
      who: { kind: 'accounts', ids: ['good'] },
      many: { kind: 'count', value: 1 },
      other: { kind: 'count', value: 7 },
    });
    expect(leftToAsk(visit, settled.get('visit'), new Set(['good']))).toBeUndefined();
  });

  it('asks nothing where all of them yield, or where there is nobody to advise about', () => {
    const only = finding('only', asks('bind', 'poor'));
    const nobody = finding('nobody', asks('bind'));
    const of = settleAsks([only, letGo, nobody], []);
    expect(of.get('only')?.stands).toBe(false);
    expect(leftToAsk(only, of.get('only'))).toBeUndefined();
    expect(of.get('nobody')).toEqual({ stands: false, advises: [expect.anything()], yields: [] });
  });
});

describe('a decision put to the board', () => {
  const decision: Sought = {
    id: 'd1',
    answers: ['share'],
    accounts: [{ course: 'reduce', accounts: ['heavy'] }],
  };

  it('answers a finding whole, and takes up what others would ask of its accounts', () => {
    const move = finding('move', asks('reduce', 'heavy', 'idle'), asks('invest', 'light'));
    const settled = settleAsks([finding('share'), move], [decision]);
    const to = { kind: 'decision', id: 'd1' };
    expect(settled.get('share')).toEqual({ stands: false, advises: [], yields: [{ accounts: [], to }] });
    expect(settled.get('move')).toMatchObject({
      stands: true,
      advises: [{ accounts: ['idle'] }, { accounts: ['light'] }],
      yields: [{ accounts: ['heavy'], to }],
    });
  });

  it('goes before the opposite, however decisive', () => {
    const more = finding('more', asks('invest', 'heavy'));
    const gone = finding('gone', asks('leave', 'heavy'));
    const settled = settleAsks([more, gone], [decision]);
    expect([...settled.values()].map(({ stands }) => stands)).toEqual([false, false]);
  });
});

describe('whatever the findings and the decisions', () => {
  const account = fc.constantFrom('a', 'b', 'c', 'd');
  const advised = fc.record({
    course: fc.constantFrom(...courses),
    accounts: fc.uniqueArray(account, { maxLength: 4 }),
  });
  const findings = fc
    .array(fc.array(advised, { maxLength: 2 }), { maxLength: 8 })
    .map(all => all.map((advises, index) => finding(`f${index}`, ...advises)));
  /** No more than one course for an account, as the check of the workspace demands. */
  const decisions = fc
    .uniqueArray(fc.tuple(account, fc.constantFrom(...courses)), { maxLength: 4, selector: ([id]) => id })
    .map(pairs =>
      pairs.map(
        ([id, course], index): Sought => ({
          id: `d${index}`,
          answers: index === 0 ? ['f0'] : [],
          accounts: [{ course, accounts: [id] }],
        }),
      ),
    );

  /** Everything that a document could ask for of an account. */
  const asked = (all: readonly Finding[], sought: readonly Sought[]) => {
    const settled = settleAsks(all, sought);
    return [
      ...sought.flatMap(({ accounts }) => accounts),
      ...all.flatMap(one => leftToAsk(one, settled.get(one.id))?.advises ?? []),
    ].flatMap(({ course, accounts }) => accounts.map(id => ({ id, course })));
  };

  it('never asks for two contradictory things for one account', () => {
    fc.assert(
      fc.property(findings, decisions, (all, sought) => {
        const found = asked(all, sought);
        // One finding may contradict itself only if its method does: the courses of one list are told apart below.
        for (const one of found)
          for (const other of found)
            expect(one.id === other.id && contradict(one.course, other.course), `${one.id}`).toBe(false);
      }),
    );
  });

  it('loses no account: it is asked about, or it is said who asks instead', () => {
    fc.assert(
      fc.property(findings, decisions, (all, sought) => {
        const settled = settleAsks(all, sought);
        for (const { id, advises = [] } of all) {
          const { advises: left = [], yields = [] } = settled.get(id) ?? {};
          const kept = new Set([...left, ...yields].flatMap(({ accounts }) => accounts));
          for (const one of advises.flatMap(({ accounts }) => accounts)) expect(kept.has(one)).toBe(true);
        }
      }),
    );
  });

  it('points to what is asked for itself, never to what yields', () => {
    fc.assert(
      fc.property(findings, decisions, (all, sought) => {
        const settled = settleAsks(all, sought);
        for (const { yields } of settled.values())
          for (const { accounts, to } of yields) {
            if (to.kind === 'decision') continue;
            const left = settled.get(to.id)?.advises.filter(({ course }) => course === to.course) ?? [];
            const kept = left.flatMap(one => one.accounts);
            for (const one of accounts) expect(kept).toContain(one);
          }
      }),
    );
  });

  it('leaves everything as it is where nothing contradicts', () => {
    const agreeing = fc
      .array(fc.uniqueArray(account, { minLength: 1 }), { maxLength: 5 })
      .map(all => all.map((ids, index) => finding(`f${index}`, asks('retain', ...ids))));
    fc.assert(
      fc.property(agreeing, all => {
        const settled = settleAsks(all, []);
        for (const one of all) expect(leftToAsk(one, settled.get(one.id))).toEqual(one);
      }),
    );
  });
});

describe('the example', () => {
  const asked = analysis.findings.flatMap(one => {
    const left = leftToAsk(one, analysis.settle(one));
    return (left?.advises ?? []).flatMap(({ course, accounts }) =>
      accounts.map(account => ({ account, course, by: one.code })),
    );
  });
  const coursesOf = (account: string): readonly Course[] => [
    ...new Set(asked.filter(one => one.account === account).map(({ course }) => course)),
  ];

  it('asks about who may be left once, and about nothing else', () => {
    for (const account of ['laminados-turolenses', 'constructora-penagolosa'])
      expect(coursesOf(account), account).toEqual(['leave']);
  });

  it('binds no key account whose status is in doubt, and gives no hours to one that loses them', () => {
    expect(coursesOf('alto-magro')).not.toContain('bind');
    for (const one of asked)
      for (const other of asked)
        expect(one.account === other.account && contradict(one.course, other.course), one.account).toBe(
          false,
        );
  });

  it('leaves to the board what it decides', () => {
    for (const code of ['commitment.weak-dimension', 'effort.imbalance', 'ranking.key-set']) {
      const found = analysis.findings.find(one => one.code === code);
      expect(found && analysis.settle(found)?.stands, code).toBe(false);
    }
    const resources = analysis.findings.find(({ code }) => code === 'resources.imbalance');
    const left = resources && leftToAsk(resources, analysis.settle(resources));
    expect(left?.params).toMatchObject({
      over: { value: 0 },
      underAccounts: { ids: ['prefabricados-jucar-sur'] },
    });
  });
});

describe('courses', () => {
  it('contradict each other both ways, and never themselves', () => {
    for (const one of courses) {
      expect(contradict(one, one)).toBe(false);
      for (const other of courses) expect(contradict(one, other)).toBe(contradict(other, one));
    }
  });
});
