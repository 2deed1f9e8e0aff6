import { expect, test } from 'vitest';
import { coverage } from '../../../src/analysis/methods/coverage.ts';
import { runMethod } from './portfolio/fixture.ts';
import type { WorkspaceInput } from './support.ts';

const accounts: WorkspaceInput['accounts'] = {
  a: { industry: 'Water', history: { '2026-Q3': { revenue: 10 } } },
  b: { history: { '2026-Q3': { revenue: 10 } } },
  c: { history: { '2026-Q3': { revenue: 10 } } },
};

test('thin data are those of less than the declared share of the accounts, half by default', () => {
  const thin = (dataThin?: number) => {
    const found = runMethod(coverage, {
      accounts,
      settings: dataThin === undefined ? {} : { thresholds: { dataThin } },
    });
    return { figure: found.figure('coverage.thin'), finding: found.finding('data.coverage') };
  };
  const { figure, finding } = thin();
  expect(figure.assumptions).toEqual([{ name: 'workspace.thresholds.dataThin', value: 0.5 }]);
  expect(finding).toMatchObject({ figures: ['coverage.thin'], params: { line: { value: 0.5 } } });
  // One account of three has an industry, and all have revenue.
  expect(Number(figure.value) - Number(thin(0.3).figure.value)).toBe(1);
  expect(thin(1).figure.value).toBe(figure.value);
});
