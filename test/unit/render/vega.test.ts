import { describe, expect, it } from 'vitest';
import { lightColours } from '../../../src/brand/palette.ts';
import type { Chart, Drawing } from '../../../src/charts/chart.ts';
import { charts } from '../../../src/charts/index.ts';
import { renderChart } from '../../../src/render/vega.ts';
import {
  analysisOf,
  curve,
  customers,
  inputOf,
  kaism,
  localeFor,
  portfolioQuarters,
} from '../charts/fixture.ts';

const analysis = analysisOf(portfolioQuarters(), curve(), customers(), kaism());
const chartNames = ['quarters', 'revenue-curve', 'kaism', 'cover-stripes'] as const;

const named = (name: string): Chart => {
  const chart = charts.find(one => one.name === name);
  if (chart === undefined) throw new Error(`no chart ${name}`);
  return chart;
};

const drawingOf = (name: string, language: 'es' | 'en' = 'es'): Drawing => {
  const chart = named(name);
  const drawn = chart.draw(inputOf(analysis, { language }), chart.options.parse({}));
  if ('unavailable' in drawn) throw new Error(`${name} has nothing to draw`);
  return drawn;
};

const render = (name: string, idPrefix = 'chart') =>
  renderChart(drawingOf(name), { locale: localeFor('es'), idPrefix });

const tiny = (extra: object): Pick<Drawing, 'spec' | 'alternative'> => ({
  alternative: 'A picture',
  spec: {
    data: { values: [{ x: 1234.5 }] },
    mark: 'point',
    encoding: { x: { field: 'x', type: 'quantitative' } },
    ...extra,
  },
});

describe('renderChart', () => {
  it.each(chartNames)('gives %s the same bytes again, alone or beside others', async name => {
    const alone = await render(name);
    const together = await Promise.all([...chartNames, name].map(one => render(one)));
    expect(together.at(-1)).toBe(alone);
  });

  it.each(chartNames)('makes %s one picture with one name', async name => {
    const svg = await render(name);
    expect(svg.match(/role="/g)).toHaveLength(1);
    expect(svg.match(/aria-/g)).toHaveLength(1);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]{20,}"/);
  });

  it.each(chartNames)('paints %s in the colours of the page, which defines them', async name => {
    const svg = await render(name);
    expect(svg).not.toMatch(/#[0-9a-fA-F]{6}/);
    expect(svg).toContain('"var(--ink)"');
    expect(svg).not.toContain('fill="white"');
  });

  it('keeps the exact width and leaves no long fractions', async () => {
    const svg = await render('kaism');
    expect(svg).toMatch(/^<svg [^>]* width="495" height="391" viewBox="0 0 495 391"/);
    expect(svg).not.toMatch(/\d\.\d{3}/);
  });

  it('names the colours of the brand for a chart that stands alone', async () => {
    const svg = await renderChart(drawingOf('kaism'), {
      locale: localeFor('es'),
      idPrefix: 'k',
      palette: { ...lightColours, accent: '#AA3300' },
    });
    expect(svg).toContain('var(--accent,#AA3300)');
    expect(svg).not.toContain('#1C3FAA');
  });

  it('escapes the alternative text', async () => {
    const svg = await renderChart(
      { ...tiny({}), alternative: 'A "B" <C> & D' },
      { locale: localeFor('en'), idPrefix: 'x' },
    );
    expect(svg).toContain('aria-label="A &quot;B&quot; &lt;C&gt; &amp; D"');
  });

  it('numbers ids from one under the prefix, whatever was drawn before', async () => {
    const clipped = tiny({ mark: { type: 'point', clip: true } });
    const draw = () => renderChart(clipped, { locale: localeFor('en'), idPrefix: 'figure-7' });
    const [first, second] = [await draw(), await draw()];
    expect(first).toContain('id="figure-7-1"');
    expect(first).toContain('url(#figure-7-1)');
    expect(second).toBe(first);
  });

  it('prints numbers of an analyst’s chart in the reader’s language', async () => {
    const spec = tiny({
      encoding: { x: { field: 'x', type: 'quantitative' }, text: { field: 'x', format: ',.1f' } },
      mark: 'text',
    });
    const inSpanish = await renderChart(spec, { locale: localeFor('es'), idPrefix: 'a' });
    const inEnglish = await renderChart(spec, { locale: localeFor('en'), idPrefix: 'a' });
    expect(inSpanish).toContain('>1.234,5<');
    expect(inEnglish).toContain('>1,234.5<');
  });

  it('refuses data from outside', async () => {
    const outside = tiny({ data: { url: 'https://example.org/data.json' } });
    await expect(renderChart(outside, { locale: localeFor('en'), idPrefix: 'x' })).rejects.toThrow(
      /may not load/,
    );
  });

  it('refuses a spec that Vega-Lite only understands in part', async () => {
    const broken = tiny({ encoding: { x: { field: 'x', type: 'quantitative' }, nonsense: { field: 'x' } } });
    await expect(renderChart(broken, { locale: localeFor('en'), idPrefix: 'x' })).rejects.toThrow();
  });
});
