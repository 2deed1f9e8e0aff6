import { describe, expect, it } from 'vitest';
import { customers } from '../../../../src/analysis/customers.ts';
import { kpiDefinitions } from '../../../../src/analysis/kpi/definitions.ts';
import type { Measurement } from '../../../../src/analysis/kpi/measurement.ts';
import { npsMargin } from '../../../../src/analysis/kpi/surveys.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import type { KpiId } from '../../../../src/model/kpi.ts';
import { type WorkspaceInput, workspaceOf } from '../support.ts';

type Accounts = NonNullable<WorkspaceInput['accounts']>;
const scopeOf = (input: WorkspaceInput) => createScope(workspaceOf(input), '2026-Q3');
const measure = (kpi: KpiId, input: WorkspaceInput): Measurement => {
  const scope = scopeOf(input);
  return kpiDefinitions[kpi].measure(scope, scope.of(customers));
};
const reasonOf = (kpi: KpiId, input: WorkspaceInput) => measure(kpi, input).unavailable?.code;

describe('satisfaction and recommendation', () => {
  const surveys = (answers: readonly number[]) =>
    answers.map(nps => ({ period: '2026-Q3', nps, csat: nps >= 7 ? 5 : 3 }));
  const hundred = [...Array(60).fill(9), ...Array(20).fill(8), ...Array(20).fill(2)];

  it('gives 40 ± 15.68 for 60/20/20 of 100', () => {
    const scope = scopeOf({ accounts: { a: { surveys: surveys(hundred) } } });
    expect(measure('nps', { accounts: { a: { surveys: surveys(hundred) } } })).toMatchObject({
      value: 40,
      sample: 100,
      interval: { kind: 'adjusted-wald', level: 0.95 },
    });
    expect(npsMargin(scope, scope.of(customers)).value).toBeCloseTo(15.68, 2);
  });

  it('corrects the margin where most customers were asked', () => {
    const asked = { '2026-Q3': { surveyed: 125 } };
    const narrow = scopeOf({ accounts: { a: { surveys: surveys(hundred), history: asked } } });
    expect(npsMargin(narrow, narrow.of(customers)).value).toBeCloseTo(15.68 * Math.sqrt(25 / 124), 2);
    const few = scopeOf({ accounts: { a: { surveys: surveys(hundred), history: asked }, b: {}, c: {} } });
    expect(npsMargin(few, few.of(customers)).value).toBeCloseTo(15.68, 2);
  });

  it('narrows both intervals where most customers were asked, and has none where all of them answered', () => {
    const asking = (surveyed: number): WorkspaceInput => ({
      accounts: { a: { surveys: surveys(hundred), history: { '2026-Q3': { surveyed } } } },
    });
    for (const kpi of ['csat', 'nps'] as const) {
      const width = ({ interval }: Measurement): number => (interval?.high ?? 0) - (interval?.low ?? 0);
      const alone = measure(kpi, { accounts: { a: { surveys: surveys(hundred) } } });
      expect(width(measure(kpi, asking(125))), kpi).toBeLessThan(width(alone) * 0.6);
      const all = measure(kpi, asking(100));
      expect(all.interval, kpi).toBeUndefined();
      expect(all.noInterval?.code, kpi).toBe('interval-everybody-answered');
    }
  });

  it('takes most for the share that is declared, and prints it among the assumptions', () => {
    const asked = { '2026-Q3': { surveyed: 125 } };
    const accounts = { a: { surveys: surveys(hundred), history: asked }, b: {}, c: {} };
    const scope = scopeOf({ accounts, kpis: { censusFrom: 0.3 } });
    const { value, assumptions } = npsMargin(scope, scope.of(customers));
    expect(value).toBeCloseTo(15.68 * Math.sqrt(25 / 124), 2);
    expect(assumptions).toContainEqual(expect.objectContaining({ name: 'kpis.censusFrom', value: 0.3 }));
  });

  it('takes who has left since for a customer of its time', () => {
    const asked = { '2026-Q3': { surveyed: 125 } };
    const left = { status: 'lost', lost: { date: '2026-10-15' } } as const;
    const scope = scopeOf({
      accounts: { a: { surveys: surveys(hundred), history: asked }, b: left, c: left },
    });
    expect(npsMargin(scope, scope.of(customers)).value).toBeCloseTo(15.68, 2);
  });

  it('counts the top two boxes of the quarter, with the people asked beside it', () => {
    const accounts: Accounts = {
      a: {
        surveys: [
          { period: '2026-Q3', csat: 5 },
          { period: '2026-Q3', csat: 4 },
          { period: '2026-Q3', csat: 3 },
          { period: '2026-Q2', csat: 1 },
        ],
        history: { '2026-Q3': { surveyed: 8 } },
      },
    };
    expect(measure('csat', { accounts })).toMatchObject({ coverage: { n: 3, of: 8 }, sample: 3 });
    expect(measure('csat', { accounts }).value).toBeCloseTo(2 / 3, 12);
  });

  it('is a small sample with one answer, and not available with none', () => {
    const one = { accounts: { a: { surveys: surveys([10]) } } };
    expect(measure('nps', one)).toMatchObject({ value: 100, sample: 1 });
    expect(reasonOf('nps', { accounts: { a: {} } })).toBe('no-answers');
    expect(reasonOf('csat', { accounts: { a: { surveys: [{ period: '2026-Q3', nps: 9 }] } } })).toBe(
      'no-answers',
    );
  });
});

describe('employees', () => {
  const survey = (answers: number[], period = '2026-Q2') => ({
    kpis: {
      employeeSurveys: [
        { period, date: '2026-05-10', invited: 8, satisfaction: answers, recommend: answers },
      ],
    },
  });

  it('have the mean of their answers and their net promoter score', () => {
    expect(measure('employee-satisfaction', survey([9, 9, 7, 6, 4])).value).toBe(7);
    expect(measure('enps', survey([9, 9, 7, 6, 4]))).toMatchObject({ value: 0, coverage: { n: 5, of: 8 } });
  });

  it('have no interval where all of them answered', () => {
    const all = survey([9, 9, 9, 8, 7, 6, 5, 3]);
    for (const kpi of ['employee-satisfaction', 'enps'] as const)
      expect(measure(kpi, all).noInterval?.code, kpi).toBe('interval-everybody-answered');
  });

  it('stay anonymous below the minimum group', () => {
    expect(measure('employee-satisfaction', survey([9, 9, 7, 6]))).toMatchObject({
      unavailable: { code: 'group-too-small', params: { minimum: 5 } },
    });
    expect(measure('employee-satisfaction', survey([9, 9, 7, 6])).value).toBeUndefined();
  });

  it('are not spoken for by a survey of more than a year ago', () => {
    expect(reasonOf('enps', survey([9, 9, 9, 9, 9], '2025-Q3'))).toBe('no-employee-survey');
  });
});
