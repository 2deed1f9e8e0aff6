import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBar, pin, sparkline, varianceBar } from '../../../src/charts/inline/index.ts';

const good = 'var(--good)';
const bad = 'var(--bad)';

describe('graphics of table cells', () => {
  it('colours by effect on the business, not by sign', () => {
    expect(varianceBar(5, { max: 10 })).toContain(good);
    expect(varianceBar(-5, { max: 10 })).toContain(bad);
    expect(varianceBar(5, { max: 10, polarity: 'lower' })).toContain(bad);
    expect(varianceBar(5, { max: 10, polarity: 'neutral' })).not.toMatch(/--good|--bad/);
  });

  it('gives a bad pin a square head and a good one a round head', () => {
    expect(pin(0.1, { max: 0.2 })).toContain('<circle');
    expect(pin(-0.1, { max: 0.2 })).not.toContain('<circle');
    expect(pin(-0.1, { max: 0.2 })).toContain('<rect');
  });

  it('hollows the head of a bad pin that is near its target, and ticks how far near goes', () => {
    const near = pin(-0.1, { max: 0.2, limit: -0.15, near: true });
    expect(near.match(/<rect/g)).toHaveLength(2);
    expect(near).toContain('stroke-dasharray');
    expect(pin(-0.1, { max: 0.2 })).not.toContain('stroke-dasharray');
    expect(pin(0.1, { max: 0.2, near: true }).match(/<rect/g)).toBeNull();
    expect(pin(-0.1, { max: 0.05, limit: -0.15 })).not.toContain('stroke-dasharray');
  });

  it('draws the axis alone where the value is missing', () => {
    expect(varianceBar(undefined, { max: 10 })).not.toMatch(/<rect|--good|--bad/);
    expect(pin(undefined, { max: 10 })).not.toMatch(/<circle|<rect/);
    expect(fitBar(undefined)).not.toContain('<rect');
  });

  it('marks a value beyond the scale', () => {
    expect(varianceBar(12, { max: 10 }).length).toBeGreaterThan(varianceBar(10, { max: 10 }).length);
    expect(pin(12, { max: 10 }).length).toBeGreaterThan(pin(10, { max: 10 }).length);
  });

  it('leaves a gap in a sparkline where a quarter is missing', () => {
    expect(sparkline([1, 2, undefined, 4]).match(/M[\d.]+,/g)).toHaveLength(2);
    expect(sparkline([undefined, undefined])).not.toContain('<path');
  });

  it('stays inside its box for any value, and is hidden from assistive technology', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 1000 }),
        (value, max) => {
          for (const svg of [
            varianceBar(value, { max, width: 90 }),
            pin(value, { max, width: 90 }),
            fitBar(value, { max, width: 90 }),
          ]) {
            expect(svg).toMatch(/^<svg class="inline-chart" aria-hidden="true" width="90"/);
            expect(svg).not.toMatch(/NaN|Infinity/);
            const across = [...svg.matchAll(/[ML](-?[\d.]+),|\sc?x="(-?[\d.]+)"/g)].map(match =>
              Number(match[1] ?? match[2]),
            );
            expect(Math.min(...across)).toBeGreaterThanOrEqual(0);
            expect(Math.max(...across)).toBeLessThanOrEqual(90);
          }
        },
      ),
      { examples: [[5, 0]] },
    );
  });
});
