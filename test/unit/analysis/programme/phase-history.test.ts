import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phase } from '../../../../src/analysis/methods/phase.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

const scopeOf = (input: WorkspaceInput, period = '2026-Q3') => createScope(workspaceOf(input), period);
type Signal = NonNullable<NonNullable<WorkspaceInput['phase']>['signals']>[number];
type Sides = Partial<Pick<Signal, 'for' | 'against' | 'weight'>>;

const rated = (id: string, levels: Readonly<Record<string, number>>, sides: Sides): Signal => ({
  kind: 'rated',
  id,
  text: { es: `Señal ${id}`, en: `Signal ${id}` },
  ratings: Object.fromEntries(
    Object.entries(levels).map(([period, level]) => [period, { level, date: '2026-09-01' }]),
  ),
  ...sides,
});

describe('the history of the phase', () => {
  const alternating = (...phases: readonly ('momentum' | 'uncertainty')[]): Signal[] =>
    (['momentum', 'uncertainty'] as const).map(name =>
      rated(
        name,
        Object.fromEntries(
          phases.map((one, index) => [`2026-Q${index + 4 - phases.length}`, one === name ? 0.9 : 0.1]),
        ),
        { for: [name] },
      ),
    );
  const runOf = (signals: Signal[]) => phase.run(scopeOf({ phase: { signals } }));
  const figureOf = (signals: Signal[], id: string) =>
    runOf(signals).figures.find(one => one.id === id)?.value;

  it('marks the quarter in which a phase recurs, and says so', () => {
    const back = alternating('momentum', 'uncertainty', 'momentum');
    const rows = runOf(back).series.find(({ id }) => id === 'programme.phase.history')?.rows;
    expect(rows?.map(({ recurs }) => recurs)).toEqual([false, false, true]);
    expect(figureOf(back, 'programme.phase.recurrences')).toBe(1);
    expect(figureOf(back, 'programme.phase.quarters')).toBe(1);
    expect(runOf(back).findings.map(({ code }) => code)).toContain('phase.recurs');
  });

  it('does not call it a recurrence to stay, or to reach a phase for the first time', () => {
    const stays = alternating('uncertainty', 'momentum', 'momentum');
    expect(figureOf(stays, 'programme.phase.recurrences')).toBe(0);
    expect(figureOf(stays, 'programme.phase.quarters')).toBe(2);
    expect(runOf(stays).findings.map(({ code }) => code)).not.toContain('phase.recurs');
  });

  it('has signals whose contributions add up to the fit of each phase', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const weights = fc.double({ min: 0.1, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, weights, fc.boolean()), { minLength: 1, maxLength: 6 }), many => {
        const signals = many.map(([level, weight, isFor], index) =>
          rated(`s${index}`, { '2026-Q3': level }, { [isFor ? 'for' : 'against']: ['success'], weight }),
        );
        const { series, figures } = runOf(signals);
        const rows = series.find(({ id }) => id === 'programme.phase.signals')?.rows ?? [];
        const total = rows.reduce((sum, { contribution }) => sum + Number(contribution), 0);
        const fit = figures.find(({ id }) => id === 'programme.phase.fit.success')?.value;
        expect(total).toBeCloseTo(Number(fit), 9);
      }),
      { numRuns: 40 },
    );
  });
});
