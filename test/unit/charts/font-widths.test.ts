import { describe, expect, it } from 'vitest';
import { readWidths } from '../../../bench/font-widths.ts';
import { fontWidths } from '../../../src/charts/font-widths.ts';
import { ellipsize, textWidth, twoLines, type Weight } from '../../../src/charts/text-width.ts';

const weights: readonly Weight[] = [300, 400, 500, 600];

describe('text width', () => {
  it.each(weights)('agrees with the bundled font at weight %i', weight => {
    const fromFont = Object.entries(readWidths(weight)).map(
      ([width, characters]) => `${width}:${characters}`,
    );
    expect(fontWidths[weight]).toBe(fromFont.join('\t'));
  });

  it('adds up the advance widths', () => {
    // A is 641 and V 609 thousandths at weight 400.
    expect(textWidth('AV', 10)).toBeCloseTo(12.5, 10);
    expect(textWidth('AV', 20)).toBeCloseTo(25, 10);
  });

  it('makes bold text wider', () => {
    expect(textWidth('Siderúrgica del Palancia', 10, 600)).toBeGreaterThan(
      textWidth('Siderúrgica del Palancia', 10),
    );
  });

  it('knows Greek and accented letters, and gives a stranger one em', () => {
    expect(textWidth('Δ', 10)).toBeLessThan(8);
    expect(textWidth('ő', 10)).toBeLessThan(8);
    expect(textWidth('字', 10)).toBe(10);
  });
});

describe('ellipsis', () => {
  it('leaves a text that fits', () => {
    expect(ellipsize('Irati', 100, 10)).toBe('Irati');
  });

  it('cuts a text that does not, within the limit', () => {
    const cut = ellipsize('Grupo Morteros Maestrat', 60, 10);
    expect(cut).toMatch(/^Grupo .*…$/);
    expect(textWidth(cut, 10)).toBeLessThanOrEqual(60);
  });

  it('leaves nothing where not even the ellipsis fits', () => {
    expect(ellipsize('Irati', 1, 10)).toBe('');
  });
});

describe('two lines', () => {
  it('breaks at a space, and leaves what fits on one line alone', () => {
    expect(twoLines('Potencial', 80, 10)).toBe('Potencial');
    expect(twoLines('Potencial de ingresos', 70, 10)).toBe('Potencial de\ningresos');
  });

  it('never makes a line wider than the limit', () => {
    const lines = twoLines('Sostenibilidad de la relación comercial a largo plazo', 80, 10).split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(80);
  });
});
