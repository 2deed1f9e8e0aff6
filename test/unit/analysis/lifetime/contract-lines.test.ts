import { describe, expect, it } from 'vitest';
import { lifetimeMethod } from '../../../../src/analysis/methods/lifetime.ts';
import { runMethod } from '../portfolio/fixture.ts';
import { earning } from './fixture.ts';

/** Two contracts, the second of which starts so many days after the end of the first. */
const decidedBy = (second: string, contractGap?: number): readonly unknown[] => {
  const contracts = [
    { id: 'A', start: '2022-01-01', end: '2022-12-31', renewal: 'renewed' as const },
    { id: 'B', start: second, end: '2024-12-31', renewal: 'lost' as const },
  ];
  const run = runMethod(lifetimeMethod, {
    accounts: { a: earning(10, { contracts }) },
    ...(contractGap === undefined ? {} : { lifetime: { contractGap } }),
  });
  return run
    .series('portfolio.lifetime.retention')
    .rows.map(({ renewalNumber, decidedCount }) => [renewalNumber, decidedCount]);
};
const [oneLine, twoLines] = [
  [
    [1, 1],
    [2, 1],
  ],
  [[1, 2]],
];

describe('contracts that follow one another', () => {
  it('are one line up to 100 days apart, unless another gap is declared', () => {
    expect(decidedBy('2023-04-10')).toEqual(oneLine);
    expect(decidedBy('2023-04-11')).toEqual(twoLines);
    expect(decidedBy('2023-04-10', 99)).toEqual(twoLines);
    expect(decidedBy('2023-06-01', 365)).toEqual(oneLine);
  });

  it('print the gap that was used', () => {
    const run = runMethod(lifetimeMethod, { accounts: { a: earning(10) }, lifetime: { contractGap: 30 } });
    expect(run.figure('portfolio.lifetime.contracts.decisions').assumptions).toMatchObject([
      { name: 'lifetime.contractGap', value: 30 },
    ]);
  });
});
