import { describe, expect, it } from 'vitest';
import { phaseMeasureDefinitions } from '../../../../src/analysis/programme/phase-measures.ts';
import { createScope } from '../../../../src/analysis/scope.ts';
import { type PhaseMeasure, phaseMeasures } from '../../../../src/model/phase.ts';
import { workspaceOf } from '../support.ts';
import { threeAccounts } from './phase-fixture.ts';

describe('measures of the programme', () => {
  const measurementOf = (measure: PhaseMeasure, input = threeAccounts) =>
    phaseMeasureDefinitions[measure].measure(createScope(workspaceOf(input), '2026-Q3'));
  const key = [{ from: '2025-Q1' }];

  it('follow the accounts', () => {
    expect(measurementOf('key-revenue-growth').value).toBeCloseTo(0.1, 12);
    expect(measurementOf('other-revenue-growth').value).toBeCloseTo(-0.05, 12);
    expect(measurementOf('new-business-share').value).toBeCloseTo(22 / 110, 12);
    expect(measurementOf('non-standard-requests').value).toBe(7);
    expect(measurementOf('key-below-threshold').value).toBe(1);
    expect(measurementOf('key-accounts-added').value).toBe(1);
  });

  it('compare margin after cost to serve only where all of it is recorded', () => {
    expect(measurementOf('key-margin-trend').value).toBeCloseTo(27.5 / 110 - 0.3, 12);
  });

  it('say why they are not available', () => {
    expect(phaseMeasures.map(measure => measurementOf(measure, {}).unavailable?.code)).toEqual([
      'no-revenue',
      'no-revenue',
      'no-prior-margin',
      'no-new-business',
      'not-recorded',
      'no-threshold',
      undefined,
    ]);
  });

  it('take the share of new business over the quarters that record it, and say how many those are', () => {
    const history = {
      '2026-Q1': { revenue: 100 },
      '2026-Q2': { revenue: 100, newBusiness: 20 },
      '2026-Q3': { revenue: 100, newBusiness: 0 },
    };
    const share = measurementOf('new-business-share', {
      accounts: { a: { key, history }, silent: { key, history: { '2026-Q3': { revenue: 900 } } } },
    });
    expect(share).toMatchObject({ value: 0.1, coverage: { n: 2, of: 4 } });
  });

  it('have no growth where a quarter is missing on one side only: half a year would pass for a fall', () => {
    const growth = measurementOf('key-revenue-growth', {
      settings: { basis: 'year-to-date' },
      accounts: {
        a: {
          key,
          history: {
            '2025-Q2': { revenue: 100 },
            '2025-Q3': { revenue: 100 },
            '2026-Q2': { revenue: 120 },
          },
        },
      },
    });
    expect(growth).toMatchObject({ unavailable: { code: 'incomplete-quarters' }, coverage: { n: 3, of: 6 } });
  });
});
