import { describe, expect, it } from 'vitest';
import { registers } from '../../../../src/analysis/methods/registers.ts';
import { runMethod } from '../portfolio/fixture.ts';

describe('registers', () => {
  it('of a group hold what its companies record, each row with its line', () => {
    const contract = (id: string) => ({ id, start: '2026-01-01', end: '2026-12-31' });
    const found = runMethod(registers, {
      accounts: { a: { contracts: [contract('one')] }, b: { parent: 'a', contracts: [contract('two')] } },
    });
    const series = found.series('account.a.contracts');
    expect(series.rows.map(row => row.contract)).toEqual(['one', 'two']);
    expect(series.rowInputs).toEqual([
      [{ file: 'data/accounts/a.yaml', path: ['contracts', 0] }],
      [{ file: 'data/accounts/b.yaml', path: ['contracts', 0] }],
    ]);
  });

  it('put the contract that ends first on top, and the largest exposure', () => {
    const contract = (id: string, end: string) => ({ id, start: '2026-01-01', end });
    const risk = (title: string, probability: number, impact?: number) => ({
      title,
      probability,
      ...(impact === undefined ? {} : { impact }),
    });
    const found = runMethod(registers, {
      accounts: {
        a: {
          contracts: [contract('late', '2028-12-31'), contract('soon', '2026-12-31')],
          risks: [risk('unknown', 0.9), risk('small', 0.5, 100), risk('large', 0.2, 1000)],
        },
      },
    });
    expect(found.series('account.a.contracts').rows.map(row => row.contract)).toEqual(['soon', 'late']);
    expect(found.series('account.a.risks').rows.map(row => row.risk)).toEqual(['large', 'small', 'unknown']);
  });

  it('do not call a contract that ends soon one that is not due', () => {
    const contract = (id: string, product: string, end: string, more = {}) => ({
      id,
      product,
      start: '2025-01-01',
      end,
      ...more,
    });
    const { rows } = runMethod(registers, {
      accounts: {
        a: {
          contracts: [
            contract('gone', 'x', '2026-08-31'),
            contract('sought', 'y', '2026-12-31'),
            contract('bare', 'z', '2027-01-31'),
            contract('said', 'w', '2027-02-28', { renewal: 'pending' }),
            contract('early', 'v', '2028-06-30'),
            contract('far', 'z2', '2028-12-31'),
          ],
          opportunities: [
            { kind: 'renewal', stage: 'open', product: 'y' },
            { kind: 'renewal', stage: 'open', product: 'v' },
          ],
        },
      },
    }).series('account.a.contracts');
    expect(rows.map(({ daysLeft, renewal }) => [daysLeft, renewal])).toEqual([
      [-30, 'lapsed'],
      [92, 'under-way'],
      [123, 'ending'],
      [151, 'pending'],
      [639, 'under-way'],
      [823, 'not-due'],
    ]);
  });

  it('keep the lines beside the rows when they sort them', () => {
    const actions = [
      { title: 'later', owner: 'ana', due: '2026-12-01' },
      { title: 'late', owner: 'ana', due: '2026-09-01' },
    ];
    const series = runMethod(registers, { accounts: { a: { actions } } }).series('account.a.actions');
    expect(series.rows.map(row => row.title)).toEqual(['late', 'later']);
    expect(series.rowInputs?.[0]).toEqual([{ file: 'data/accounts/a.yaml', path: ['actions', 1] }]);
  });

  it('call a goal without a result by its day what it is', () => {
    const goals = [
      { text: 'due', due: '2026-09-30' },
      { text: 'coming', due: '2026-10-01' },
      { text: 'met', due: '2026-06-30', state: 'met' as const, target: 0.008, actual: 0.0076 },
    ];
    const { rows } = runMethod(registers, { accounts: { a: { goals } } }).series('account.a.goals');
    expect(rows.map(row => row.state)).toEqual(['overdue', 'open', 'met']);
    expect(rows[2]).toMatchObject({ goalTarget: 0.008, goalActual: 0.0076, precision: 4 });
  });
});
