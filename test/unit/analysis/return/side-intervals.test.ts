import { describe, expect, it } from 'vitest';
import { programmeReturn } from '../../../../src/analysis/methods/programme-return.ts';
import { runMethod } from '../portfolio/fixture.ts';
import { type Accounts, accountOf, key } from './panels.ts';

/** Ten key accounts of which one left, and three others that stay. */
const accounts: Accounts = {
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [
      `key-${index}`,
      index === 0
        ? { ...accountOf({}), ...key('2020-Q1'), status: 'lost' as const, lost: { date: '2026-05-01' } }
        : { ...accountOf({ base: 100 + index }), ...key('2020-Q1') },
    ]),
  ),
  ...Object.fromEntries(
    [0.1, 0.2, 0.3].map((ratio, index) => [`other-${index}`, accountOf({ ratio })] as const),
  ),
};

describe('intervals of either side', () => {
  const run = runMethod(programmeReturn, { accounts });
  const side = (name: string) => run.figure(`programme.return.standing.${name}`);

  it('of a retention is that of Wilson: 9 of 10', () => {
    expect(side('retention.key').value).toBe(0.9);
    expect(side('retention.key').interval?.kind).toBe('wilson');
    expect(side('retention.key').interval?.low).toBeCloseTo(0.5958, 4);
    expect(side('retention.key').interval?.high).toBeCloseTo(0.9821, 4);
  });

  it('of a mean is that of Student: .1, .2 and .3 are .2 ± 4.3027 · .1 ÷ √3', () => {
    expect(side('contribution-ratio.other').value).toBeCloseTo(0.2, 9);
    expect(side('contribution-ratio.other').interval?.low).toBeCloseTo(0.2 - 0.2484, 4);
    expect(side('contribution-ratio.other').interval?.high).toBeCloseTo(0.2 + 0.2484, 4);
  });
});
