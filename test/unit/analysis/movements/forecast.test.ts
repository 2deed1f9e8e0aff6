import { expect, test } from 'vitest';
import { forecast } from '../../../../src/analysis/methods/forecast.ts';
import { runMethod } from '../portfolio/fixture.ts';

const quarter = '2026-Q3';

test('bias lets errors cancel out, the absolute error does not', () => {
  const { figure } = runMethod(forecast, {
    accounts: {
      high: { history: { [quarter]: { revenue: 90, forecast: 100 } } },
      low: { history: { [quarter]: { revenue: 110, forecast: 100 } } },
    },
  });
  expect(figure('portfolio.forecast.bias').value).toBe(0);
  expect(figure('portfolio.forecast.error').value).toBe(0.1);
  expect(figure('account.low.forecast.error').value).toBe(10);
});

test('a plant without a forecast does not pass for an error of its group', () => {
  const { figure } = runMethod(forecast, {
    accounts: {
      group: { history: { [quarter]: { revenue: 100, forecast: 100 } } },
      plant: { parent: 'group', history: { [quarter]: { revenue: 70 } } },
    },
  });
  expect(figure('account.group.forecast.error').value).toBe(0);
});

test('coverage says how many of those that bought had a forecast; none at all is a reason, not a zero', () => {
  const { figure } = runMethod(forecast, {
    accounts: { silent: { history: { [quarter]: { revenue: 10 } } } },
  });
  expect(figure('portfolio.forecast.error').unavailable).toEqual({ code: 'no-forecast' });
  expect(figure('portfolio.forecast.error').coverage).toEqual({ n: 0, of: 1 });
});
