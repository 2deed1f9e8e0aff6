import { expect, test } from 'vitest';
import type { CellPlace } from '../../../src/export/workbook/sheet.ts';
import { letters, reference, sheetNames } from '../../../src/export/workbook/sheet.ts';
import { spreadsheetFormula } from '../../../src/export/workbook/spreadsheet-formula.ts';
import {
  constant,
  countOf,
  interpolated,
  minus,
  plus,
  quotient,
  reached,
  sumOf,
  sumOfProducts,
  times,
  weightedMeanOf,
} from '../../../src/model/formula.ts';

const at = (row: number, column = 0): CellPlace => ({ sheet: 'Data', column, row });
const written = (...given: Parameters<typeof spreadsheetFormula>): string | undefined =>
  spreadsheetFormula(...given)?.replaceAll(/'Data'!|\$/g, '');

test('columns are lettered and sheets quoted as spreadsheets do', () => {
  expect([0, 25, 26, 51, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
  expect(reference({ sheet: "L'Horta", column: 1, row: 3 })).toBe("'L''Horta'!$B$3");
});

test('names of sheets are short, unlike and without what spreadsheets refuse', () => {
  const name = sheetNames();
  const made = ['Ingresos: a/b [c]?', 'Uno', 'UNO', `${'x'.repeat(40)}`, `${'x'.repeat(41)}`, "'quoted'"].map(
    name,
  );
  expect(made).toEqual([
    'Ingresos a b c',
    'Uno',
    'UNO 2',
    `${'x'.repeat(30)}…`,
    `${'x'.repeat(28)}… 2`,
    'quoted',
  ]);
  expect(made.every(one => one.length <= 31)).toBe(true);
});

test('operators keep their order', () => {
  expect(written(quotient(minus(0, 1), 1), [at(1), at(2)])).toBe('(A1-A2)/A2');
  expect(written(times(plus(0, 1), plus(0, 1)), [at(1), at(2)])).toBe('(A1+A2)*(A1+A2)');
  expect(written(minus(0, constant(-2)), [at(1)])).toBe('A1-(-2)');
});

test('cells below each other are one range, and those without a number are left out', () => {
  expect(written(sumOf(), [at(1), at(2), undefined, at(3), at(5)])).toBe('SUM(A1:A3,A5)');
  expect(written(sumOf(), [undefined])).toBeUndefined();
  expect(written(plus(0, 1), [at(1), undefined])).toBeUndefined();
  expect(written(countOf(), [at(1), undefined])).toBe('2');
});

test('pairs of value and weight count where both are known', () => {
  const pairs = [at(1), at(1, 1), at(2), at(2, 1), undefined, at(3, 1)];
  expect(written(sumOfProducts(), pairs)).toBe('A1*B1+A2*B2');
  expect(written(weightedMeanOf(), pairs)).toBe('(A1*B1+A2*B2)/SUM(B1:B2)');
});

test('a line through points is flat outside them', () => {
  expect(
    written(
      interpolated(0, [
        [0, 1],
        [10, 5],
      ]),
      [at(1)],
    ),
  ).toBe('IF(A1<0,1,IF(A1<10,1+(5-1)*(A1-0)/(10-0),5))');
  expect(written(reached(0, constant(3)), [at(1)])).toBe('IF(A1>=3,1,0)');
});

test('what no spreadsheet takes is not written', () => {
  const many = Array.from({ length: 400 }, (_, index) => at(2 * index + 1));
  expect(written(sumOf(), many)).toMatch(/^SUM\(.+\)\+SUM\(.+\)$/);
  const more = Array.from({ length: 3000 }, (_, index) => at(2 * index + 1));
  expect(written(sumOf(), more)).toBeUndefined();
});
