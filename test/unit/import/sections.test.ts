import { expect, test } from 'vitest';
import { sectionsOf } from '../../../src/import/sections.ts';

test('headers divide the file; each section keeps the line numbers of the file', () => {
  const text = [
    'CREATE TABLE t AS SELECT 1;',
    '-- into: accounts',
    'SELECT name FROM t;',
    '-- a remark',
    '-- into: accounts.history',
    'SELECT 2;',
    '-- rejects',
    'SELECT 3;',
  ].join('\n');
  const sections = sectionsOf('my.sql', text).value;
  expect(sections?.map(({ into, line }) => [into, line])).toEqual([
    ['preparation', 0],
    ['accounts', 2],
    ['accounts.history', 5],
    ['rejects', 7],
  ]);
  expect(sections?.[2]?.sql.split('\n')[5]).toBe('SELECT 2;');
});

test('a target that does not exist is refused at its line, with the one that was meant', () => {
  const { value, diagnostics } = sectionsOf('my.sql', 'SELECT 1;\n-- into: acounts.history\nSELECT 2;');
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ code: 'import/unknown-target', span: { file: 'my.sql', line: 2 } });
  expect(diagnostics[0]?.hints[0]).toContain('accounts.history');
});

test('a header without its colon or target is no comment that goes unnoticed', () => {
  expect(sectionsOf('my.sql', '-- into accounts\nSELECT 1;').value?.map(({ into }) => into)).toEqual([
    'preparation',
    'accounts',
  ]);
  expect(sectionsOf('my.sql', '-- into:\nSELECT 1;').diagnostics).toHaveLength(1);
});
