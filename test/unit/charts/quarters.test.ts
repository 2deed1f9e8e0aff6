import { expect, it } from 'vitest';
import { svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf, quarterSeries } from './fixture.ts';

it('says beside each quarter what it lacks to its plan, where there is room', async () => {
  const rows = [{ period: '2026-Q3', actual: 20.5e6, plan: 20.9e6, prior: 19e6, forecast: null }];
  const input = inputOf(analysisOf(quarterSeries('portfolio.quarters', rows)));
  const texts = async (width: number): Promise<string[]> =>
    textsOf(await svgOf('quarters', { ...input, width }));
  expect(await texts(300)).toContain('T3: ΔPL −0,4');
  expect(await texts(60)).toContain('T3');
});
