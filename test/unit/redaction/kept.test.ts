import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { keptFigures } from '../../../src/redaction/kept.ts';
import { load } from '../workspace/memory.ts';

const minimum = 5;
const quarters = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];

/** Accounts by their revenue a quarter; the first so many are key accounts. Their revenue is what is hidden. */
const asking = async (revenues: readonly number[], keys: number) => {
  const files = Object.fromEntries(
    revenues.map((revenue, index) => [
      `data/accounts/a${index}.yaml`,
      [
        `name: Cuenta ${index}`,
        ...(index < keys ? ['key: [{ from: 2025-Q1 }]'] : []),
        'history:',
        ...quarters.map(quarter => `  ${quarter}: { revenue: ${revenue} }`),
        '',
      ].join('\n'),
    ]),
  );
  const { value } = await load({
    ...files,
    'data/program/segments.yaml':
      'schemes:\n  - { id: own, name: Own, segments: [{ id: keys, name: Keys, when: [{ field: key, is: true }] }] }\n',
  });
  if (value === undefined) throw new Error('The workspace is unsound');
  const analysis = analyze(value, '2026-Q3');
  const indexIn = (file: string): number => Number(/a(\d+)\.yaml$/.exec(file)?.[1]);
  return (ids: readonly string[]) =>
    keptFigures(analysis, {
      ids,
      minimum,
      accountOf: ({ file, path }) => (path.includes('revenue') ? `a${indexIn(file)}` : undefined),
      amountAt: ({ file }) => revenues[indexIn(file)],
    }).refused.map(({ reason }) => reason);
};

const alike = [100, 101, 102, 103, 104, 105, 106];
const total = 'portfolio.revenue.total';
const ofKeys = 'portfolio.segments.own.keys.revenue';

test('a figure is kept where enough accounts stand behind it', async () => {
  expect(await (await asking(alike, 5))([total])).toEqual([]);
  expect(await (await asking(alike.slice(0, 4), 1))([total])).toEqual([
    'fewer than 5 accounts stand behind it',
  ]);
});

test('a figure that is mostly one account would tell of it', async () => {
  expect(await (await asking([...alike, 5_000], 5))([total])).toEqual([
    'one account makes up more than half of it',
  ]);
});

test('of two figures that differ by few accounts, only the first is kept', async () => {
  const ask = await asking(alike, 5);
  expect(await ask([ofKeys])).toEqual([]);
  expect(await ask([total, ofKeys])).toEqual([
    `with ${total} beside it, the values of 2 accounts could be worked out`,
  ]);
});

test('a name that is none keeps nothing', async () => {
  expect(await (await asking(alike, 5))(['portfolio.profits'])).toEqual(['there is no such figure']);
});

test('whatever the accounts: two figures that are kept differ by none or by enough, each with enough behind it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 2, maxLength: 14 }),
      fc.integer({ min: 1, max: 14 }),
      async (revenues, wanted) => {
        const keys = Math.min(wanted, revenues.length);
        const ask = await asking(revenues, keys);
        const refused = await ask([total, ofKeys]);
        const isDominated = (some: readonly number[]): boolean =>
          Math.max(...some) > some.reduce((sum, one) => sum + one, 0) / 2;
        const isSafe = (some: readonly number[]): boolean => some.length >= minimum && !isDominated(some);
        const others = revenues.length - keys;
        const both =
          isSafe(revenues) && isSafe(revenues.slice(0, keys)) && (others === 0 || others >= minimum);
        expect(refused.length === 0).toBe(both);
      },
    ),
    { numRuns: 60, seed: 2026 },
  );
});
