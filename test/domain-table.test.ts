import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureIds, seriesIds } from '../src/analysis/ids.ts';
import { methods } from '../src/analysis/methods/index.ts';

const root = new URL('..', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const exists = (path: string): boolean => existsSync(new URL(path, root));

/** The names in the cells of the tables of docs/domain.md; the first column is prose. */
const rows = read('docs/domain.md')
  .split('\n')
  .filter(line => line.startsWith('| ') && !/^\| (Asked for|-+) /.test(line))
  .map(line => {
    const [asked = '', ...cells] = line.split('|').slice(1, -1);
    const [method = [], test = [], id = [], place = []] = cells.map(cell =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
    return { asked: asked.trim(), method, test, id, place };
  });
const all = (column: 'method' | 'test' | 'id' | 'place'): string[] => rows.flatMap(row => row[column]);

const promised = [...figureIds, ...seriesIds];
const isPromised = (id: string): boolean =>
  id.endsWith('…') ? promised.some(one => one.startsWith(id.slice(0, -1))) : promised.includes(id);
const sections = new Set(
  readdirSync(new URL('reports', root))
    .filter(name => name.endsWith('.md'))
    .flatMap(name =>
      [...read(`reports/${name}`).matchAll(/^```section (\S+)/gm)].map(
        ([, section]) => `${name.slice(0, -3)} § ${section}`,
      ),
    ),
);

describe('the table of the domain', () => {
  it('names a method and a test for every line', () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ method, test }) => method.length === 0 || test.length === 0)).toEqual([]);
  });

  it('names files that exist', () => {
    expect(all('method').filter(name => !exists(`src/analysis/methods/${name}.ts`))).toEqual([]);
    const isTest = (name: string): boolean =>
      exists(`test/unit/${name}.test.ts`) || exists(`test/${name}.test.ts`);
    expect(all('test').filter(name => !isTest(name))).toEqual([]);
  });

  it('names figures and series that are promised', () => {
    expect(all('id').filter(id => !isPromised(id))).toEqual([]);
  });

  it('names sections that a reader finds', () => {
    expect(all('place').filter(place => !sections.has(place))).toEqual([]);
  });

  it('leaves out no method and no series', () => {
    expect(methods.map(({ id }) => id).filter(id => !all('method').includes(id))).toEqual([]);
    expect(seriesIds.filter(id => !all('id').includes(id))).toEqual([]);
  });
});
