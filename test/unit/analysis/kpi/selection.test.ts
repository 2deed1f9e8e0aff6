import { describe, expect, it } from 'vitest';
import { isDear } from '../../../../src/analysis/kpi/selection.ts';
import { trendOf } from '../../../../src/analysis/kpi/trend.ts';
import { kpiAlignment } from '../../../../src/analysis/methods/kpi-alignment.ts';
import { kpiCadence } from '../../../../src/analysis/methods/kpi-cadence.ts';
import { kpiParts } from '../../../../src/analysis/methods/kpi-parts.ts';
import { kpiSelectionMethod } from '../../../../src/analysis/methods/kpi-selection.ts';
import type { KpiId } from '../../../../src/model/kpi.ts';
import { runMethod } from '../portfolio/fixture.ts';

const limits = { costToBenefit: 1, lowRating: 2 };

describe('whether a KPI is worth what it costs', () => {
  it('holds cost against benefit, the amount before the rating', () => {
    expect(isDear({ costToMeasure: 10, benefit: { amount: 9 } }, limits)).toBe(true);
    expect(isDear({ costToMeasure: 10, benefit: { amount: 10 } }, limits)).toBe(false);
    expect(isDear({ costToMeasure: 10, benefit: { amount: 0 } }, limits)).toBe(true);
    expect(isDear({ costToMeasure: 10, benefit: { rating: 2 } }, limits)).toBe(true);
    expect(isDear({ costToMeasure: 0, benefit: { rating: 1 } }, limits)).toBe(false);
    expect(isDear({ costToMeasure: 10 }, limits)).toBeUndefined();
    expect(isDear({ benefit: { rating: 1 } }, limits)).toBeUndefined();
  });
});

describe('selection (003: the cheaper % satisfied for the dear index)', () => {
  const csat = { kpi: 'csat' as const, costToMeasure: 5, benefit: { amount: 50 } };
  const nps = { kpi: 'nps' as const, cheaper: 'csat' as const, costToMeasure: 20, benefit: { amount: 30 } };
  const run = (...kpis: object[]) =>
    runMethod(kpiSelectionMethod, { kpis: { kpis: kpis as never[], selection: { maximum: 1 } } });

  it('replaces what is too dear by a cheaper sibling, and drops it without one', () => {
    const dear = { ...nps, benefit: { amount: 10 } };
    expect(run(csat, dear).figure('kpi.nps.advice').value).toBe('replace');
    expect(run(csat, dear).figure('kpi.selection.saving').value).toBe(20);
    expect(run(dear).figure('kpi.nps.advice').value).toBe('drop');
    expect(run(csat, dear).finding('kpi-selection.dear')?.params.replaced).toEqual({
      kind: 'text',
      text: 'yes',
    });
  });

  it('tells those that cost more than they bring from those that hardly serve a decision, and counts the surplus', () => {
    const weak = { kpi: 'churn' as const, costToMeasure: 5, benefit: { rating: 1 } };
    const kept = { kpi: 'renewal' as const, costToMeasure: 1, benefit: { amount: 9 } };
    expect(
      run(csat, { ...nps, benefit: { amount: 10 } }, weak, kept).finding('kpi-selection.dear')?.params,
    ).toMatchObject({ priced: { value: 1 }, weak: { value: 1 }, spare: { value: 0 }, excess: { value: 1 } });
    expect(run(csat, nps).finding('kpi-selection.dear')?.params).toMatchObject({
      judged: { value: 0 },
      spare: { value: 1 },
      excess: { value: 0 },
    });
  });

  it('lets the sibling stand in where there are too many, and only then', () => {
    expect(run(csat, nps).figure('kpi.nps.advice').value).toBe('replace');
    const roomy = runMethod(kpiSelectionMethod, { kpis: { kpis: [csat, nps] } });
    expect(roomy.figure('kpi.nps.advice').value).toBe('keep');
    expect(roomy.finding('kpi-selection.fits')).toBeDefined();
  });

  it('judges nothing where nobody says what it costs', () => {
    const found = run({ kpi: 'churn' });
    expect(found.figure('kpi.churn.advice').value).toBe('undecided');
    expect(found.figure('kpi.churn.cost-to-benefit').unavailable?.code).toBe('no-cost');
    expect(runMethod(kpiSelectionMethod, {}).figure('kpi.selection.count').unavailable?.code).toBe('no-kpis');
  });
});

describe('alignment', () => {
  const found = runMethod(kpiAlignment, {
    statements: {
      strategy: [
        { id: 'grow', text: 'Grow' },
        { id: 'green', text: 'Green' },
      ],
      objectives: [{ id: 'o', text: 'O', serves: ['grow'], kpis: ['churn'] }],
    },
    kpis: {
      areas: [{ id: 'sales', name: 'Sales' }],
      kpis: [
        { kpi: 'churn', owner: 'ana', levers: { discounts: 'more' } },
        { kpi: 'clv-margin', owner: 'ana', levers: { discounts: 'less' } },
        { kpi: 'nps', owner: 'zoe', levers: { discounts: 'less' } },
      ],
      selection: { conflicts: [{ between: ['nps', 'churn'], why: 'W' }] },
    },
  });

  it('finds what has no partner on either side', () => {
    expect(found.series('kpi.alignment').rows.map(({ kpi, orphan }) => [kpi, orphan])).toEqual([
      ['churn', null],
      ['clv-margin', 'kpi-without-strategy'],
      ['nps', 'kpi-without-strategy'],
      [null, 'line-without-kpi'],
      [null, 'area-without-kpi'],
    ]);
  });

  it('finds KPIs of one owner that pull a lever apart, and the declared pairs', () => {
    expect(found.series('kpi.conflicts').rows).toEqual([
      { kpi: 'churn', otherKpi: 'clv-margin', owner: 'ana', lever: 'discounts', why: null },
      { kpi: 'nps', otherKpi: 'churn', owner: null, lever: null, why: 'W' },
    ]);
  });

  it('tells how many KPIs one owner may answer for', () => {
    expect(found.figure('kpi.alignment.busy-owners').assumptions).toEqual([
      { name: 'kpis.selection.ownerMaximum', value: 5 },
    ]);
  });
});

describe('the general beside the specific', () => {
  const years = (prior: number, now: number) => ({
    history: { '2025-Q3': { revenue: prior }, '2026-Q3': { revenue: now } },
  });
  const run = (accounts: Readonly<Record<string, object>>) =>
    runMethod(kpiParts, { settings: { basis: 'quarter' }, accounts });

  it('does not let two accounts that grow hide a base that shrinks', () => {
    const found = run({ a: years(10, 20), b: years(10, 15), c: years(50, 45), d: years(50, 48) });
    expect(found.figure('kpi.parts.without-growers.net-revenue-retention').value).toBe(0.93);
    expect(found.figure('kpi.parts.growers.net-revenue-retention').value).toBe(1.75);
    expect(found.figure('kpi.parts.shrinking').value).toBe(0.5);
    expect(found.finding('kpi-parts.hidden')).toBeUndefined();
    const keyed = run({
      a: { ...years(10, 20), key: [{ from: '2024-Q1' }] },
      b: years(10, 15),
      c: years(50, 45),
      d: years(50, 48),
    });
    expect(keyed.finding('kpi-parts.hidden')?.params.growers).toEqual({ kind: 'accounts', ids: ['a', 'b'] });
  });
});

it('reads the parts by growth, too, where those by the programme do not differ', () => {
  const customer = (now: number, nps: number, key: boolean) => ({
    history: { '2025-Q3': { revenue: 10 }, '2026-Q3': { revenue: now } },
    ...(key ? { key: [{ from: '2024-Q1' }] } : {}),
    surveys: Array.from({ length: 20 }, () => ({ period: '2026-Q3', nps })),
  });
  const accounts = {
    a: customer(20, 10, true),
    b: customer(15, 10, false),
    c: customer(9, 2, true),
    d: customer(9, 2, false),
  };
  const { rows } = runMethod(kpiParts, { settings: { basis: 'quarter' }, accounts }).series('kpi.parts');
  expect(rows.find(({ kpi }) => kpi === 'nps')?.partVerdict).toBe('growth');
});

it('has the interval of the base and of each part beside its value', () => {
  const customer = (nps: number) => ({ key: [{ from: '2024-Q1' }], surveys: [{ period: '2026-Q3', nps }] });
  const found = runMethod(kpiParts, { accounts: { a: customer(10), b: customer(2), c: customer(9) } });
  const { interval } = found.figure('kpi.parts.key.nps');
  expect(interval).toBeDefined();
  expect(found.series('kpi.parts').rows.find(({ kpi }) => kpi === 'nps')).toMatchObject({
    wholeLow: interval?.low,
    keyPartLow: interval?.low,
    keyPartHigh: interval?.high,
    othersPartLow: null,
  });
});

describe('cadence', () => {
  const key = [{ from: '2024-Q1' }];
  const surveyed = (...periods: string[]) => ({
    since: '2020-01-01',
    history: Object.fromEntries(periods.map(period => [period, { surveyed: 1 }])),
  });
  const found = runMethod(kpiCadence, {
    accounts: {
      kept: {
        key,
        ...surveyed('2026-Q1'),
        reviews: ['2025-11-01', '2026-02-01', '2026-05-01', '2026-08-01'],
      },
      few: { key, ...surveyed('2026-Q1', '2026-Q2'), reviews: ['2025-09-30', '2026-02-01'] },
      fresh: {
        key: [{ from: '2026-Q2' }],
        ...surveyed('2026-Q1', '2026-Q2', '2026-Q3'),
        reviews: ['2026-05-01', '2026-08-01'],
      },
      never: { since: '2020-01-01' },
    },
  });

  it('is four reviews for a key account, in proportion to its quarters, and one or two surveys for everybody', () => {
    const rows = Object.fromEntries(found.series('kpi.cadence').rows.map(row => [row.account, row]));
    expect(rows.kept).toMatchObject({ reviewsHeld: 4, reviewsVerdict: 'kept', surveysVerdict: 'kept' });
    expect(rows.few).toMatchObject({ reviewsHeld: 1, reviewsVerdict: 'too-few', surveysVerdict: 'kept' });
    expect(rows.fresh).toMatchObject({ reviewsVerdict: 'kept', surveysVerdict: 'too-many' });
    expect(rows.never).toMatchObject({ surveysVerdict: 'too-few', reviewsVerdict: null });
    expect(found.figure('kpi.cadence.reviews').value).toBeCloseTo(2 / 3, 12);
  });

  it('is unknown where nobody records reviews', () => {
    const silent = runMethod(kpiCadence, { accounts: { a: { key } } });
    expect(silent.figure('kpi.cadence.reviews').unavailable?.code).toBe('no-reviews-recorded');
    expect(silent.results.findings).toEqual([]);
  });
});

describe('trend', () => {
  const trend = (kpi: KpiId, ...values: (number | undefined)[]) =>
    trendOf(
      kpi,
      values.flatMap((value, at) => (value === undefined ? [] : [{ at, value }])),
      values.length - 1,
      { quarters: 5, band: 0.05 },
    );

  it('follows the polarity, and one odd quarter does not turn it', () => {
    expect(trend('csat', 0.7, 0.75, 0.8, 0.85)).toBe('improving');
    expect(trend('churn', 0.01, 0.02, 0.03)).toBe('worsening');
    expect(trend('csat', 0.7, 0.7, 0.2, 0.7, 0.7)).toBe('steady');
    expect(trend('nps', 0, 2, 4)).toBe('steady');
    expect(trend('nps', -10, 0, 10)).toBe('improving');
    expect(trend('nps', 1, 2)).toBeUndefined();
  });

  it('is none where the quarter under review has no value', () => {
    expect(trend('csat', 0.7, 0.75, 0.8, 0.85, undefined)).toBeUndefined();
  });

  it('claims no course that neither the last quarter nor that of a year ago bears out', () => {
    expect(trend('nps', 100, 100, 100, 100, 60)).toBe('mixed');
    expect(trend('csat', 0.3, 0.5, 0.6, 0.7, 0.3)).toBe('mixed');
    expect(trend('interaction', 4, 3, 2.5, 2, 4.5)).toBe('mixed');
    // One of both is enough: the drop against a year ago stands, though the last quarter changed little.
    expect(trend('nps', 100, 75, 60, 50, 52)).toBe('worsening');
  });

  it('claims no course against which the last step goes', () => {
    expect(trend('nps', 100, 75, 60, 50, 75)).toBe('mixed');
    expect(trend('csat', 0.571, 0.6, 0.75, 0.8, 0.667)).toBe('mixed');
    // Within the band it goes neither way.
    expect(trend('contacts-to-close', 8.5, 8, 7.5, 7.3, 7.6)).toBe('improving');
  });
});
