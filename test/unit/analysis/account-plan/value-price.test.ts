import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuePrice } from '../../../../src/analysis/methods/value-price.ts';
import { figureValue } from '../../example/example.ts';
import { runMethod } from '../portfolio/fixture.ts';
import type { WorkspaceInput } from '../support.ts';

type AccountInput = NonNullable<WorkspaceInput['accounts']>[string];
type OfferInput = NonNullable<AccountInput['valueAgainstPrice']>[number];

/**
 * The example with which the model of Forbis & Mehta is taught: the reference product costs $300; ours does $350 more, costs
 * $100 less to start up and $200 less to run. It is worth $950, and at $825 the customer keeps $125.
 */
const offer: OfferInput = {
  id: 'pump',
  unit: 'piece',
  alternative: { name: 'Reference', price: 300 },
  differences: [
    { title: 'Functionality', amount: 350 },
    { title: 'Start-up', amount: 100 },
    { title: 'Running', amount: 200 },
  ],
  price: 825,
};
const run = (offers: readonly OfferInput[], account: AccountInput = {}) =>
  runMethod(valuePrice, { accounts: { a: { ...account, valueAgainstPrice: [...offers] } } });
const value = (one: Partial<OfferInput>, name: string) =>
  run([{ ...offer, ...one }]).figure(`account.a.value-price.pump.${name}`);

describe('economic value to the customer (Forbis & Mehta 1981; domain 3.3)', () => {
  it('is the price of the alternative and what ours is worth more', () => {
    expect(value({}, 'value').value).toBe(950);
    expect(value({}, 'surplus').value).toBe(125);
    expect(value({}, 'captured').value).toBeCloseTo(525 / 650, 12);
  });

  it('shows the customer only what is proven, without what it would cost it to leave', () => {
    const differences = [
      { title: 'Yield', amount: 4, saidBy: 'measured' },
      { title: 'Support', amount: 3, saidBy: 'own' },
    ] as const;
    const ours = {
      alternative: { name: 'R', price: 100 },
      price: 103,
      switching: { cost: 2, to: 'alternative' },
    } as const;
    const params = (more: Partial<OfferInput>) =>
      run([{ ...offer, ...ours, differences: [...differences], ...more }]).finding('account.value-price')
        ?.params;
    expect(params({})).toMatchObject({
      proven: { value: 1 },
      isProven: { text: 'yes' },
      switching: { value: 2 },
    });
    expect(params({ price: 104.5 })).toMatchObject({ proven: { value: -0.5 }, isProven: { text: 'no' } });
  });

  it('names an offer whose surplus is not known beside one whose is', () => {
    const open = { ...offer, id: 'valve', name: 'Valve', differences: [{ title: 'Wear' }] };
    expect(run([offer, open]).finding('account.value-price')?.params).toMatchObject({
      openNames: { texts: ['Valve'] },
      unmeasuredNames: { texts: ['Wear'] },
    });
  });

  it('counts what is worse against us, exactly', () => {
    const differences = [
      { title: 'Less reagent', amount: 0.1 },
      { title: 'Less sludge', amount: 0.2 },
      { title: 'Longer haul', amount: -0.3 },
    ];
    expect(value({ differences }, 'differentiation').value).toBe(0);
    expect(value({ differences }, 'value').value).toBe(300);
    expect(value({ differences, price: 310 }, 'surplus').value).toBe(-10);
    expect(value({ differences }, 'captured').unavailable?.code).toBe('no-differentiation');
  });

  it('charges the cost of changing to whoever would have to change', () => {
    expect(value({ switching: { cost: 20, to: 'us' } }, 'value').value).toBe(930);
    expect(value({ switching: { cost: 20, to: 'alternative' } }, 'value').value).toBe(970);
  });

  it('lists the steps so that they add up to the value, and says who would have to change', () => {
    for (const [to, step, added] of [
      ['us', 'joining', -20],
      ['alternative', 'leaving', 20],
    ] as const) {
      const { rows } = run([{ ...offer, switching: { cost: 20, to } }]).series('account.a.value-price.build');
      const [reference, ...others] = rows;
      const steps = others.filter(({ isResult }) => isResult === false);
      expect(steps.at(-1)).toMatchObject({ valueStep: step, differenceUnit: added });
      const reached = steps.reduce(
        (sum, row) => sum + Number(row.differenceUnit),
        Number(reference?.levelUnit),
      );
      expect(rows.find(({ valueStep }) => valueStep === 'value')?.levelUnit).toBe(reached);
    }
  });

  it('has no value where a part is missing, and says which', () => {
    const reason = (one: Partial<OfferInput>, name = 'surplus') => value(one, name).unavailable;
    expect(reason({ alternative: { name: 'Unpriced' } })).toEqual({ code: 'no-reference-price' });
    expect(reason({ differences: [] })).toEqual({ code: 'no-differences' });
    expect(reason({ differences: [{ title: 'A', amount: 1 }, { title: 'B' }] })).toEqual({
      code: 'incomplete-differences',
      params: { n: 1, of: 2 },
    });
    const { price: _, ...unpriced } = offer;
    const found = run([unpriced]);
    expect(found.figure('account.a.value-price.pump.value').value).toBe(950);
    expect(found.figure('account.a.value-price.pump.surplus').unavailable?.code).toBe('no-price');
    expect(found.finding('account.value-price')?.params.verdict).toEqual({ kind: 'text', text: 'unknown' });
  });

  it('sums the offers of which all is known, a year', () => {
    const found = run([
      { ...offer, quantity: 10 },
      { ...offer, id: 'valve', quantity: 2, price: 950 },
      { ...offer, id: 'hose' },
    ]);
    expect(found.figure('account.a.value-price.surplus')).toMatchObject({
      value: 1250,
      coverage: { n: 2, of: 3 },
    });
    expect(found.figure('account.a.value-price.gain').value).toBe(7800);
    expect(found.figure('account.a.value-price.captured').value).toBeCloseTo(6550 / 7800, 12);
  });

  it('gives no value without a rate for the currency of the account', () => {
    const found = run([offer], { currency: 'USD' });
    expect(found.figure('account.a.value-price.pump.value').unavailable).toEqual({
      code: 'no-rate',
      params: { currency: 'USD', period: '2026-Q3' },
    });
  });
});

describe('properties of value against price', () => {
  const cents = fc.integer({ min: 0, max: 100_000 }).map(n => n / 100);

  it('divides what ours is worth more between the two sides, without remainder', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(cents, { minLength: 1, maxLength: 5 }),
        cents,
        (reference, amounts, price) => {
          const differences = amounts.map(amount => ({ title: 'D', amount }));
          const found = run([
            { ...offer, quantity: 1, alternative: { name: 'R', price: reference }, differences, price },
          ]);
          const of = (name: string) => Number(found.figure(`account.a.value-price.${name}`).value);
          expect(of('pump.surplus') + (price - reference)).toBeCloseTo(of('gain'), 6);
          const captured = found.figure('account.a.value-price.pump.captured').value;
          if (typeof captured === 'number' && price >= reference && of('pump.surplus') >= 0) {
            expect(captured).toBeGreaterThanOrEqual(0);
            expect(captured).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('value against price in the example', () => {
  it('finds a customer who pays more than it gets', () => {
    expect(figureValue('account.papelera-clariano.value-price.micronised.surplus')).toBe(-3.2);
    expect(figureValue('account.hidrogestion-cabriel.value-price.reactive-milk.surplus')).toBe(1.9);
  });
});
