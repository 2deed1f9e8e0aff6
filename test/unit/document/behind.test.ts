import { describe, expect, it } from 'vitest';
import { mostRowsBehind, rowsBehind } from '../../../src/document/behind.ts';

const seriesOf = (count: number) => ({
  rows: Array.from({ length: count }, (_, index) => ({ account: `a${index}` })),
});

describe('rowsBehind', () => {
  it('leaves a short series as it is', () => {
    const { rows, rest } = rowsBehind(seriesOf(mostRowsBehind + 1), 'a3');
    expect([rows.length, rest.length]).toEqual([mostRowsBehind + 1, 0]);
  });

  it('lists the first rows of a long one and counts the others', () => {
    const { rows, rest } = rowsBehind(seriesOf(1000), 'a3');
    expect(rows.map(({ account }) => account)).toEqual(
      Array.from({ length: mostRowsBehind }, (_, index) => `a${index}`),
    );
    expect(rest).toHaveLength(1000 - mostRowsBehind);
  });

  it('keeps the subject, wherever it stands', () => {
    const { rows, rest } = rowsBehind(seriesOf(1000), 'a700');
    expect(rows).toHaveLength(mostRowsBehind);
    expect(rows.at(-1)).toEqual({ account: 'a700' });
    expect(rest).toHaveLength(1000 - mostRowsBehind);
    expect(rest.some(({ account }) => account === 'a700')).toBe(false);
  });
});
