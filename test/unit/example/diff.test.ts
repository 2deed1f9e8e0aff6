import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { compare } from '../../../src/explain/comparison.ts';
import { comparisonLines } from '../../../src/explain/comparison-text.ts';
import { createLocale } from '../../../src/locale/locale.ts';
import { createNames } from '../../../src/locale/names.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { workspace } from './example.ts';

const { value: messages } = await loadMessages(createFiles(packageRoot), 'en');
if (messages === undefined) throw new Error('The English texts do not load');
const text = {
  locale: createLocale('en-GB', messages),
  names: createNames(workspace),
  ink: { strong: (word: string) => word, faint: (word: string) => word },
};

/** The numbers at the end of a line, in units of their last decimal, so that they add up without error. */
const numbersIn = (line: string): readonly number[] =>
  [...line.matchAll(/[+−]?€?[\d,]+\.\d+/g)].map(([number]) =>
    Number(number.replaceAll(/[€,.+]/g, '').replace('−', '-')),
  );
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Lines of a section, each with those that stand further in under it. */
const sections = (lines: readonly string[], title: string): readonly (readonly string[])[] => {
  const start = lines.indexOf(title) + 1;
  const own = lines.slice(start, lines.indexOf('', start));
  return own.reduce<string[][]>((blocks, line) => {
    if (line.startsWith('    ')) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    return blocks;
  }, []);
};

test.each([
  ['2026-Q2', '2026-Q3', 'quarter'],
  ['2025-Q3', '2026-Q3', 'year-to-date'],
] as const)('what is printed between %s and %s adds up to the last unit', (before, after, basis) => {
  const compared = compare(analyze(workspace, before), analyze(workspace, after), { basis });
  const lines = comparisonLines(compared, text);

  const revenue = sections(lines, 'Revenue');
  const heads = revenue.map(([head = '']) => numbersIn(head)[0] ?? Number.NaN);
  expect(sum(heads.slice(0, -1))).toBe(heads.at(-1));
  const steps = revenue.filter(block => block.length > 1);
  expect(steps.length).toBeGreaterThan(2);
  for (const [head = '', ...accounts] of steps)
    expect([head, sum(accounts.flatMap(numbersIn))]).toEqual([head, numbersIn(head)[0]]);

  const scores = sections(lines, 'Scores').slice(1);
  expect(scores.length).toBeGreaterThan(10);
  for (const [head = '', ...criteria] of scores) {
    const [start = 0, end, change = 0, ...parts] = numbersIn(head);
    expect([head, start + change, sum(parts)]).toEqual([head, end, change]);
    const ofCriteria = [-2, -1].map(place => sum(criteria.map(line => numbersIn(line).at(place) ?? 0)));
    if (criteria.length > 0) expect([head, ...ofCriteria]).toEqual([head, parts[0], parts[1]]);
  }
});
