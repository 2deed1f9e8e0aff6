import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { figuresOf } from '../../../src/analysis/make.ts';
import type { Method } from '../../../src/analysis/method.ts';
import { finding } from '../../../src/analysis/portfolio/findings.ts';
import { unwatched } from '../../../src/analysis/reading/reading.ts';
import { recent } from '../../../src/analysis/recent.ts';
import { seriesOnDemand } from '../../../src/analysis/series-on-demand.ts';
import { workspaceOf } from './support.ts';

const period = '2026-Q3';
const accountIds = ['b', 'a-b', 'a'];
const workspace = workspaceOf({
  accounts: Object.fromEntries(accountIds.map(id => [id, { name: id.toUpperCase() }])),
});

const about = { section: '0', literature: [], settings: [], finds: {} };
const empty = { figures: [], series: [], findings: [] };
const figure = (id: string) => figuresOf('test', period)(id, 1, 'count', 0, []);

/** Notes which accounts it was asked for. */
const noting = (asked: string[]): Method => ({
  ...about,
  id: 'noting',
  run: () => ({ ...empty, figures: [figure('portfolio.one'), figure('a-figure.one')] }),
  ofAccount: (_, account) => {
    asked.push(account);
    return { figures: [figure(`account.${account}.two`), figure(`account.${account}.one`)], series: [] };
  },
});

test('an account is computed when one of its ids is asked for, and then kept', () => {
  const asked: string[] = [];
  const { figures } = analyze(workspace, period, [noting(asked)]);
  expect(asked).toEqual([]);
  expect(figures.get('portfolio.one')?.value).toBe(1);
  expect(figures.has('account.nobody.one')).toBe(false);
  expect(asked).toEqual([]);
  expect(figures.get('account.a.one')?.value).toBe(1);
  expect(figures.has('account.a.three')).toBe(false);
  expect(asked).toEqual(['a']);
});

test('what is about an account that there is not is known not to be there without a method', () => {
  const unmade: Method = {
    ...about,
    id: 'unmade',
    run: () => {
      throw new Error('It was run');
    },
  };
  const { figures, series } = analyze(workspace, period, [unmade]);
  expect(series.get('account.*.actions')).toBeUndefined();
  expect(figures.has('account.nobody.one')).toBe(false);
});

test('a walk through all comes by id, in the order of code points', () => {
  const { figures } = analyze(workspace, period, [noting([])]);
  const ids = [...figures.keys()];
  expect(ids).toHaveLength(8);
  expect(ids).toEqual([...ids].sort());
  expect([...figures.values()].map(({ id }) => id)).toEqual(ids);
});

test('a method that gives the portfolio what belongs to an account, or the reverse, is a fault of ours', () => {
  const astray: Method = {
    ...about,
    id: 'astray',
    run: () => ({ ...empty, figures: [figure('account.a.one')] }),
  };
  expect(() => analyze(workspace, period, [astray]).portfolio).toThrow('astray gives account.a.one');
  const elsewhere: Method = { ...noting([]), run: () => empty };
  const { figures } = analyze(workspace, period, [
    { ...elsewhere, ofAccount: () => ({ figures: [figure('account.b.one')], series: [] }) },
  ]);
  expect(() => figures.get('account.a.one')).toThrow('gives account.b.one among the results of a');
});

test('two methods that claim one id are a fault of ours', () => {
  const { figures } = analyze(workspace, period, [
    { ...noting([]), run: () => empty },
    { ...noting([]), id: 'again', run: () => empty },
  ]);
  expect(() => figures.get('account.a.one')).toThrow('Two methods claim the id account.a.two');
});

test('a list of all accounts is made once, when somebody reads it', () => {
  let made = 0;
  const series = seriesOnDemand({ reading: unwatched }, 'portfolio.list', () => {
    made += 1;
    return { id: 'portfolio.list', columns: [], rows: [{ account: 'a' }], inputs: ['account.a.one'] };
  });
  const { portfolio } = analyze(workspace, period, [
    { ...about, id: 'listing', run: () => ({ ...empty, series: [series] }) },
  ]);
  const found = portfolio.series.get('portfolio.list');
  expect(made).toBe(0);
  expect(JSON.parse(JSON.stringify(found))).toEqual({
    id: 'portfolio.list',
    columns: [],
    rows: [{ account: 'a' }],
    inputs: ['account.a.one'],
  });
  expect(found?.rows[0]).toBe(found?.rows[0]);
  expect(made).toBe(1);
});

test('only the results asked for last are kept', () => {
  const asked: string[] = [];
  const get = recent(key => {
    asked.push(key);
    return key;
  }, 2);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(get(key)).toBe(key);
  // b was the one not asked for the longest when c came.
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

test('a figure lists its inputs when somebody asks, and a copy or JSON still has them', () => {
  let asked = 0;
  const inputs = () => {
    asked += 1;
    return ['portfolio.two'];
  };
  const made = figuresOf('test', period)('portfolio.one', 1, 'count', 0, inputs);
  expect(asked).toBe(0);
  expect(made.inputs).toEqual(['portfolio.two']);
  expect({ ...made }).toEqual(figuresOf('test', period)('portfolio.one', 1, 'count', 0, inputs()));
  expect(JSON.parse(JSON.stringify(made))).toEqual({ ...made });
});

test('a method is run when something is asked for that it can have made', () => {
  const run: string[] = [];
  const methodOf = (id: string, finds: Method['finds'], makes: readonly string[]): Method => ({
    ...about,
    id,
    finds,
    run: () => {
      run.push(id);
      const findings = Object.values(finds).flatMap(topics =>
        topics.map((topic: string) => finding(`${topic}.found`, 'notable', 1, [], {})),
      );
      return { ...empty, figures: makes.map(figure), findings };
    },
  });
  const analysis = analyze(workspace, period, [
    methodOf('concentration', { everyone: ['growth'] }, ['portfolio.concentration.hhi']),
    methodOf('loss', { everyone: ['dependence'] }, ['portfolio.loss']),
    methodOf('phase', { everyone: ['growth'] }, []),
  ]);
  expect(analysis.figures.get('portfolio.concentration.hhi')?.value).toBe(1);
  expect(run).toEqual(['concentration']);
  expect(analysis.findingsOn('growth').map(({ id }) => analysis.madeBy.findings.get(id))).toHaveLength(2);
  expect(run).toEqual(['concentration', 'phase']);
  expect(analysis.findingsAbout('account')).toEqual([]);
  expect(run).toEqual(['concentration', 'phase']);
  expect(analysis.figures.has('portfolio.unheard-of')).toBe(false);
  expect(analysis.findings).toHaveLength(3);
  expect(run).toEqual(['concentration', 'phase', 'loss']);
});

test('a method that finds what it does not say that it finds is a fault of ours', () => {
  const secretive: Method = {
    ...about,
    id: 'secretive',
    finds: { account: ['growth'] },
    run: () => ({ ...empty, findings: [finding('growth.found', 'notable', 1, [], {})] }),
  };
  expect(() => analyze(workspace, period, [secretive]).findings).toThrow(
    'secretive does not say that it finds growth.found',
  );
});
