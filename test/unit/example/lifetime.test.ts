import { describe, expect, it } from 'vitest';
import { analysis, figureValue, rounded, rowsOf, workspace } from './example.ts';

const row = (account: string) => rowsOf('portfolio.lifetime').find(one => one.account === account);

describe('lifetime and profit in the example', () => {
  it('fits sixty decided renewals, six of them lost', () => {
    expect(figureValue('portfolio.lifetime.contracts.decisions')).toBe(60);
    expect(figureValue('portfolio.lifetime.contracts.losses')).toBe(6);
  });

  it('fits thirteen customers who order as SciPy does: r 5.362, α 4.685, a 0.081, b 7.067', () => {
    expect(rounded('portfolio.lifetime.orders.r', 2)).toBe(5.36);
    expect(rounded('portfolio.lifetime.orders.alpha', 2)).toBe(4.69);
    expect(rounded('portfolio.lifetime.orders.a', 3)).toBe(0.081);
    expect(rounded('portfolio.lifetime.orders.b', 2)).toBe(7.07);
    expect(rounded('portfolio.lifetime.orders.log-likelihood', 3)).toBe(-1032.555);
  });

  it('hears that Turolenses has fallen silent, and moves it', () => {
    expect(row('laminados-turolenses')).toMatchObject({
      quadrant: 'strangers',
      quadrantPrior: 'barnacles',
      estimator: 'orders',
      moved: true,
    });
    expect(rowsOf('portfolio.lifetime.orders')[0]).toMatchObject({
      account: 'laminados-turolenses',
      silentDays: 61,
    });
    expect(analysis.findings.find(({ code }) => code === 'lifetime.silent')).toBeDefined();
  });

  it('calls the grower on a short contract a butterfly, and places all key accounts', () => {
    expect(row('alto-magro')).toMatchObject({ quadrant: 'butterflies', estimator: 'contract', key: true });
    expect(rowsOf('portfolio.lifetime').filter(({ key }) => key === true)).toHaveLength(8);
  });

  it('cannot place the one who buys through a distributor: it has years and no margin', () => {
    expect(rowsOf('portfolio.lifetime.missing')).toMatchObject([
      { account: 'enmiendas-turia-alto', axis: 'profit', estimator: 'declared' },
    ]);
  });

  it('has every order of the history in the order file, to the cent', () => {
    const lines = workspace.orders?.accounts.get('aguas-calderona');
    const account = workspace.accounts.find(({ id }) => id === 'aguas-calderona');
    const quarters = Object.values(account?.history ?? {});
    const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
    expect(sum(lines?.begins ?? [])).toBe(sum(quarters.map(({ orders = 0 }) => orders)));
    expect(sum(lines?.amounts ?? [])).toBeCloseTo(sum(quarters.map(({ revenue = 0 }) => revenue)), 2);
  });
});
