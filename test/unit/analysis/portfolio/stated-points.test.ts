import { describe, expect, it } from 'vitest';
import { pointsTableMethod } from '../../../../src/analysis/methods/points-table.ts';
import { evaluate } from '../../../../src/model/formula-value.ts';
import { accountsWith, runMethod } from './fixture.ts';

describe('how derived points follow from their measure', () => {
  const run = (derive: object) =>
    runMethod(pointsTableMethod, {
      scoring: {
        criteria: [
          {
            id: 'size',
            name: 'Size',
            weight: 1,
            derive: { measure: 'revenue', lowerIsBetter: false, ...derive } as never,
          },
        ],
      },
      accounts: accountsWith({ a: [20], b: [10], c: [10], d: [70] }),
    });
  const stated = (derive: object, account: string) => {
    const { formula, value, assumptions } = run(derive).figure(`account.${account}.score.criterion.size`);
    const revenue = { a: 20, b: 10, c: 10, d: 70 }[account];
    expect(formula && evaluate(formula, [revenue])).toBeCloseTo(value as number, 12);
    return { value, assumptions };
  };

  it.each([
    ['a', 2.5],
    ['b', 1],
    ['d', 10],
  ])('min–max is a line between the least and the greatest: %s', (account, value) => {
    expect(stated({ by: 'min-max' }, account).value).toBe(value);
  });

  it('says the place of a percentile among all', () => {
    expect(stated({ by: 'percentile' }, 'b')).toEqual({
      value: 2.5,
      assumptions: [
        { name: 'accounts-below', value: 0 },
        { name: 'accounts-equal', value: 2 },
        { name: 'accounts-measured', value: 4 },
      ],
    });
    expect(stated({ by: 'percentile', lowerIsBetter: true }, 'd').value).toBe(1);
  });
});
