import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/charts/text-width.ts';
import { bundledWeight, measureWithBundledFont } from '../../../src/render/text-metrics.ts';

describe('text metrics', () => {
  it('lets Vega measure with the bundled font', async () => {
    const vega = await import('vega');
    measureWithBundledFont(vega);
    const width = vega.textMetrics.width({ fontSize: 10, fontWeight: 600 }, 'Siderúrgica del Palancia');
    expect(width).toBe(textWidth('Siderúrgica del Palancia', 10, 600));
  });

  it.each([
    [undefined, 400],
    ['normal', 400],
    ['bold', 600],
    [700, 600],
    [300, 300],
    [500, 500],
    ['450', 400],
  ] as const)('takes the nearest bundled weight for %s', (wanted, bundled) => {
    expect(bundledWeight(wanted)).toBe(bundled);
  });
});
