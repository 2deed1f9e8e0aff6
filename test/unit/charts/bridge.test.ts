import { expect, it } from 'vitest';
import { perUnitOf } from '../../../src/charts/change-scale.ts';
import { lossesOf, lossGround, lossPerUnit } from '../../../src/charts/loss-ground.ts';
import { svgOf, textsOf } from './drawn.ts';
import { analysisOf, inputOf } from './fixture.ts';
import { bridgeSeries, lossSeries } from './programme-fixture.ts';

it('draws what changed from zero, between the two totals', async () => {
  const texts = textsOf(await svgOf('bridge', inputOf(analysisOf(bridgeSeries()))));
  expect(texts).toContain('Cambio sobre 2025, millones de euros');
  expect(texts).toEqual(expect.arrayContaining(['58,0', '60,3', 'ΔPY', '+2,3']));
});

it('says so where its scale can’t be that of the losses', async () => {
  const steps = (change: number) => ({
    ...bridgeSeries(),
    rows: [
      { step: 'prior', amount: 10e6, from: 0, to: 10e6 },
      { step: 'lost', amount: change, from: 10e6, to: 10e6 + change },
      { step: 'current', amount: 10e6 + change, from: 0, to: 10e6 + change },
    ],
  });
  const losses = lossSeries([['c0', 8e6]], 10e6);
  const saysIn = async (chart: string, change: number): Promise<string> =>
    textsOf(await svgOf(chart, inputOf(analysisOf(steps(change), losses)))).join();
  expect(await saysIn('bridge', -8e6)).not.toContain('veces');
  expect(await saysIn('bridge', -4e6)).not.toContain('veces');
  expect(await saysIn('bridge', -0.2e6)).toMatch(
    /La unidad mide aquí \d+ veces lo que en el gráfico de pérdidas/,
  );
  expect(await saysIn('loss', -0.2e6)).not.toContain('veces');
});

it('keeps the scale of the losses, however few of them are shown', () => {
  const all: readonly (readonly [string, number])[] = [
    ['c0', 8e6],
    ['a-customer-with-a-long-name', 2e6],
  ];
  const input = inputOf(analysisOf(lossSeries(all, 10e6)));
  const [worst] = lossesOf(input);
  if (worst === undefined) throw new Error('no loss');
  const shown = lossGround(input, [worst], { pitch: 20, bottom: 1 });
  expect(perUnitOf(shown)).toBe(lossPerUnit(input));
});
