import { expect, test } from 'vitest';
import { csvOf } from '../../../src/export/csv.ts';
import { neutral } from '../../../src/export/neutral.ts';
import type { ExportTable, Value } from '../../../src/export/table.ts';

const table = (...rows: readonly (readonly Value[])[]): ExportTable => ({
  id: 'portfolio.ranking',
  title: 'Ranking',
  columns: ['account', 'change'].map(id => ({ id, title: id, kind: 'text', precision: 0, signed: false })),
  rows,
});

test('a file has a head of ids, CR LF after every line, and quotes only where they are needed', () => {
  expect(csvOf(table(['Cal del Sur', 1.5], ['Áridos, S.A.', true], ['«Uno» "dos"', null]))).toBe(
    'account,change\r\nCal del Sur,1.5\r\n"Áridos, S.A.",true\r\n"«Uno» ""dos""",\r\n',
  );
  expect(csvOf(table(['first\nsecond', 0], [' spaced ', 0]))).toContain(
    '"first\nsecond",0\r\n" spaced ",0\r\n',
  );
});

test('numbers stay numbers, negative ones too, without the noise of binary sums', () => {
  expect(csvOf(table([-12.5, 0.1 + 0.2], [-0, 1e21]))).toBe('account,change\r\n-12.5,0.3\r\n0,1e+21\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "  '=1+1"],
  ['\t=1+1', "'\t'=1+1"],
  ['\rtext', "'\rtext"],
  ['＝1+1', "'＝1+1"],
  ['a;=HYPERLINK("x")', 'a;\'=HYPERLINK("x")'],
  ['line\n@next', "line\n'@next"],
])('the text %j can be no formula', (text, safe) => {
  expect(neutral(text)).toBe(safe);
});

test.each(['-5', '+34', '-3,5', 'a = b', 'uno; dos', 'crece - y cae', '–', '\u22125 %', 'correo@casa.es'])(
  'the text %j is left as it is',
  text => {
    expect(neutral(text)).toBe(text);
  },
);
