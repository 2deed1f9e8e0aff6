import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, leastDifference } from '../../../src/brand/colour.ts';
import { colourProblems } from '../../../src/brand/colour-problems.ts';
import { brandRules, darkColours, lightColours, palettesOf } from '../../../src/brand/palette.ts';
import { colourTokens } from '../../../src/charts/theme.ts';
import { type BrandColourName, brandSchema } from '../../../src/model/brand.ts';
import { brandStyles } from '../../../src/render/page-brand.ts';

const brandOf = (brand: object) => brandSchema.parse(brand);
const problemsOf = (brand: object) =>
  colourProblems(brandOf(brand)).map(({ name, side, against }) => `${name} on ${side} against ${against}`);
const names = Object.keys(brandRules) as BrandColourName[];
const hex = fc.integer({ min: 0, max: 0xffffff }).map(n => `#${n.toString(16).padStart(6, '0')}`);

describe('the colours that are ours', () => {
  it.each([
    ['light', lightColours],
    ['dark', darkColours],
  ])('can be read on %s paper, and good and bad told apart by everybody', (_, palette) => {
    for (const text of ['ink', 'ink2', 'ink3', 'accent', 'goodText', 'badText'] as const)
      expect(contrast(palette[text], palette.paper), text).toBeGreaterThanOrEqual(4.5);
    for (const mark of ['py', 'good', 'bad'] as const)
      expect(contrast(palette[mark], palette.paper), mark).toBeGreaterThanOrEqual(3);
    expect(leastDifference(palette.good, palette.bad)).toBeGreaterThanOrEqual(32);
  });
  it('are those of the style sheet', () => {
    const [light = '', dark = ''] = readFileSync('templates/styles/tokens.css', 'utf8').split('@media');
    for (const [name, token] of [...Object.entries(colourTokens), ['badText', '--bad-text'] as const]) {
      const key = name as keyof typeof lightColours;
      expect(light.toLowerCase()).toContain(`${token}: ${lightColours[key].toLowerCase()};`);
      expect(dark.toLowerCase()).toContain(`${token}: ${darkColours[key].toLowerCase()};`);
    }
  });
  it('stay where the brand says nothing, or the same', () => {
    expect(palettesOf(brandOf({}))).toEqual({ light: lightColours, dark: darkColours });
    expect(brandStyles({ palettes: palettesOf(brandOf({})) })).toBe('');
  });
});

describe('a colour of the brand', () => {
  it('takes its place on light pages, and its hue on dark ones', () => {
    const { light, dark } = palettesOf(brandOf({ accent: '#7A1FA2' }));
    expect(light.accent).toBe('#7a1fa2');
    expect(contrast(dark.accent, dark.paper)).toBeGreaterThanOrEqual(4.5);
    expect(dark.accent).not.toBe(darkColours.accent);
  });
  it('is what it is on dark pages where it says so', () => {
    expect(palettesOf(brandOf({ accent: { dark: '#FFCC66' } })).dark.accent).toBe('#ffcc66');
    expect(palettesOf(brandOf({ accent: { dark: '#FFCC66' } })).light.accent).toBe(lightColours.accent);
  });
  it('gives what lies between ink and paper the hue of the ink', () => {
    const { light } = palettesOf(brandOf({ ink: '#2B1B0E' }));
    expect(light.ink).toBe('#2b1b0e');
    expect(light.ink2).not.toBe(lightColours.ink2);
    expect(contrast(light.ink3, light.paper)).toBeGreaterThanOrEqual(4.5);
  });
  it('that is too pale is refused, with the ratio and the nearest that does', () => {
    const [problem] = colourProblems(brandOf({ accent: '#FFB000' }));
    expect(problem).toMatchObject({ name: 'accent', side: 'light', against: 'paper', needed: 4.5 });
    expect(problem?.measured).toBeCloseTo(1.8, 1);
    expect(contrast(problem?.suggestion ?? '#ffffff', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
  it('must differ from its pair for the colour-blind', () => {
    expect(problemsOf({ good: '#00843D', bad: '#C8102E' })).toEqual(['good on light against bad']);
    expect(problemsOf({ good: '#1C5FAA', bad: '#C0392B' })).toEqual([]);
  });
  it('of the previous period must stand out from the actual one', () => {
    expect(problemsOf({ previous: '#1F2B3D' })).toEqual(['previous on light against ink']);
  });
});

it('whatever light colours pass, the dark page that is made from them can be read', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), hex, (name, colour) => {
      const brand = brandOf({ [name]: colour });
      const { dark } = palettesOf(brand);
      for (const own of names)
        expect(contrast(dark[brandRules[own].token], dark.paper)).toBeGreaterThanOrEqual(
          brandRules[own].contrast,
        );
      if (!colourProblems(brand).some(({ kind }) => kind === 'difference'))
        expect(leastDifference(dark.good, dark.bad)).toBeGreaterThanOrEqual(
          name === 'good' || name === 'bad' ? 0 : 32,
        );
    }),
    { numRuns: 60 },
  );
});

it('what is suggested would have passed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), hex, (name, colour) => {
      for (const { name: blamed, suggestion } of colourProblems(brandOf({ [name]: colour }))) {
        if (suggestion === undefined) continue;
        const after = colourProblems(brandOf({ [blamed]: suggestion }));
        expect(after.filter(({ kind, against }) => kind === 'contrast' && against === 'paper')).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
