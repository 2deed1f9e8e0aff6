import { describe, expect, it } from 'vitest';
import { figureValue, rounded, rowsOf } from '../../example/example.ts';

const column = (series: string, id: string): ReadonlyMap<unknown, unknown> =>
  new Map(rowsOf(series).map(row => [row.account, row[id]]));

describe('rationalisation of the example', () => {
  const verdicts = column('portfolio.rationalisation', 'rationalisation');
  const reasons = column('portfolio.rationalisation', 'rationalisationReasons');

  it('proposes three customers, keeps one that grows, and can’t judge one without margin', () => {
    const gone = [...verdicts].filter(([, verdict]) => verdict === 'let-go').map(([account]) => account);
    expect(gone).toEqual(['constructora-penagolosa', 'laminados-turolenses', 'fertilizantes-rambla-honda']);
    expect(reasons.get('estabilizados-utiel')).toBe('below-line growing');
    expect(reasons.get('enmiendas-turia-alto')).toBe('no-margin');
    expect(verdicts.get('papeles-alcalaten')).toBe('left');
  });

  it('shows that the hours must earn far more elsewhere than they cost', () => {
    expect(figureValue('portfolio.rationalisation.freed.hours')).toBe(525);
    expect(rounded('portfolio.rationalisation.freed.break-even', 0)).toBe(676);
    expect(figureValue('portfolio.rationalisation.freed.value-declared')).toBe(32_550);
  });
});

describe('customer profile of the example', () => {
  it('is right a little more often than the base rate', () => {
    expect(rounded('portfolio.profile.accuracy', 3)).toBe(0.739);
    expect(rounded('portfolio.profile.base-rate', 3)).toBe(0.565);
  });

  it('serves two prospects and watches the mine that resembles no customer, whatever its points', () => {
    expect([...column('portfolio.profile.prospects', 'recommendation')]).toEqual([
      ['desaladora-cabo-cervera', 'serve'],
      ['minera-cerro-pelon', 'watch'],
      ['azucarera-llanos-jucar', 'serve'],
      ['siderurgia-sierra-menera', 'watch'],
    ]);
    expect(column('portfolio.profile.prospects', 'recommendationReason').get('minera-cerro-pelon')).toBe(
      'too-few-fields',
    );
  });
});

describe('the programme of the example put to the test', () => {
  it('compares six designated accounts with those that never were key', () => {
    expect(rowsOf('programme.return.accounts')).toHaveLength(6);
    expect(rounded('programme.return.revenue.effect', 3)).toBe(0.123);
    const [revenue] = rowsOf('programme.return.outcomes');
    expect(Number(revenue?.low)).toBeLessThan(0);
    expect(Number(revenue?.high)).toBeGreaterThan(0.2);
  });

  it('leaves open whether it paid', () => {
    expect(rounded('programme.return.ratio', 2)).toBe(-0.43);
  });
});
