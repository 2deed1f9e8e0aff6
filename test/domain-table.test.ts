import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureIds, seriesIds } from '../src/analysis/ids.ts';
import { methods } from '../src/analysis/methods/index.ts';
import { drawnSeries } from './drawn-series.ts';

const root = new URL('..', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const exists = (path: string): boolean => existsSync(new URL(path, root));

const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
/** `matrix` (as `links`): what one holds is drawn from the other. */
const sistersIn = (cell: string): ReadonlyMap<string, string> =>
  new Map([...cell.matchAll(/`([^`]+)` \(as `([^`]+)`\)/g)].map(([, id = '', sister = '']) => [id, sister]));

/** The names in the cells of the tables of docs/domain.md; the first column is prose. */
const rows = read('docs/domain.md')
  .split('\n')
  .filter(line => line.startsWith('| ') && !/^\| (Asked for|-+) /.test(line))
  .map(line => {
    const [asked = '', ...cells] = line.split('|').slice(1, -1);
    const [method = [], test = [], id = [], place = []] = cells.map(namesIn);
    return { asked: asked.trim(), method, test, id, place, sisters: sistersIn(cells[2] ?? '') };
  });
const all = (column: 'method' | 'test' | 'id' | 'place'): string[] => rows.flatMap(row => row[column]);

const promised = [...figureIds, ...seriesIds];
const isPromised = (id: string): boolean =>
  id.endsWith('…') ? promised.some(one => one.startsWith(id.slice(0, -1))) : promised.includes(id);
const sections = drawnSeries(root);
const isSeries = (id: string): boolean => seriesIds.includes(id);
const isDrawn = (id: string, place: readonly string[]): boolean =>
  place.some(one => sections.get(one)?.series.has(id) ?? false);
const shows = (id: string, place: string): boolean =>
  isDrawn(id, [place]) || [...(sections.get(place)?.figures ?? [])].some(figure => covers(figure, id));
const covers = (pattern: string, id: string): boolean =>
  pattern === id ||
  (id.endsWith('…') && pattern.startsWith(id.slice(0, -1))) ||
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`).test(id);

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

  it('names every section in which a series of the line is drawn, and no other way to it', () => {
    const missing = rows.flatMap(({ asked, id, place, sisters }) =>
      id
        .filter(one => isSeries(one) && !isDrawn(sisters.get(one) ?? one, place))
        .map(one => `${asked}: ${one}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no section that shows nothing of its line', () => {
    const idle = rows.flatMap(({ asked, id, place }) =>
      place.filter(one => id.length > 0 && !id.some(own => shows(own, one))).map(one => `${asked}: ${one}`),
    );
    expect(idle).toEqual([]);
  });

  it('leaves out no method and no series', () => {
    expect(methods.map(({ id }) => id).filter(id => !all('method').includes(id))).toEqual([]);
    expect(seriesIds.filter(id => !all('id').includes(id))).toEqual([]);
  });
});
