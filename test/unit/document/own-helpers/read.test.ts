import { expect, it } from 'vitest';
import { readOwnHelpers } from '../../../../src/document/own-helpers/read.ts';

const read = (text: string, name = 'per-head') =>
  readOwnHelpers([{ file: `templates/helpers/${name}.js`, text }], ['figure']);

const told = (text: string, name?: string) =>
  read(text, name).diagnostics.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`);

it('takes functions in each form that a module can export, every character in its place', () => {
  const forms = [
    'export default (a, b) => a / b;',
    'export default function (a, b) { return a / b; }',
    'export default function perHead(a, b) { return a / b; }\nconst x = perHead;',
    '// Per head.\nconst share = 1;\nexport default\n  (a, b) => a / b * share',
  ];
  for (const form of forms) {
    const { scripts, diagnostics } = read(form);
    expect(diagnostics).toEqual([]);
    const [script] = scripts;
    expect(script?.name).toBe('per-head');
    const helper = new Function(`let helper; ${script?.text}\nreturn helper;`)() as (
      a: number,
      b: number,
    ) => number;
    expect(helper(6, 3)).toBe(2);
    expect(script?.text.indexOf('a / b')).toBe(form.indexOf('a / b'));
  }
});

it('tells at its place what is no helper', () => {
  expect(told('export default (a => a')).toEqual(['1:23 helper/syntax']);
  expect(told('const a = 1;')).toEqual(['1:1 helper/shape']);
  expect(told("import fs from 'node:fs';\nexport default () => fs;")).toEqual(['1:1 helper/shape']);
  expect(told("export default () => import('node:fs');")).toEqual(['1:22 helper/shape']);
  expect(told('export default () => import.meta.url;')).toEqual(['1:22 helper/shape']);
  expect(told('export default async () => 1;')).toEqual(['1:16 helper/shape']);
  expect(told('export const a = 1;\nexport default () => a;\nexport { a as b };')).toEqual([
    '1:1 helper/shape',
    '3:1 helper/shape',
  ]);
  expect(told('export default () => 1;', 'figure')).toEqual(['1:1 helper/name']);
  expect(told('export default () => 1;', 'Per Head')).toEqual(['1:1 helper/name']);
});
