import { describe, expect, it } from 'vitest';
import { readChartSchema } from '../../../src/platform/chart-schema.ts';
import { createChartGrammar } from '../../../src/render/chart-grammar.ts';

const grammar = createChartGrammar(readChartSchema);
const data = { name: 'rows' };

const told = async (spec: unknown): Promise<string[]> =>
  (await grammar.problems(spec)).map(({ path, message, hint }) =>
    [path.join('.'), message, ...(hint === undefined ? [] : [hint])].join(' | '),
  );

describe('the grammar of charts', () => {
  it.each([
    ['a bar chart', { data, mark: 'bar', encoding: { x: { field: 'a', type: 'quantitative' } } }],
    [
      'layers',
      {
        data,
        encoding: { x: { field: 'a' } },
        layer: [{ mark: 'line' }, { mark: { type: 'point', size: 3 } }],
      },
    ],
    ['small multiples', { data, facet: { field: 'a' }, spec: { mark: 'bar', encoding: {} } }],
    ['a filter', { data, mark: 'bar', encoding: {}, transform: [{ filter: 'datum.a > 3' }] }],
    [
      'views side by side',
      {
        data,
        hconcat: [
          { mark: 'bar', encoding: {} },
          { mark: 'tick', encoding: {} },
        ],
      },
    ],
  ])('has nothing against %s', async (_, spec) => {
    expect(await told(spec)).toEqual([]);
  });

  it('names every slip at its place, and the word that was meant', async () => {
    const spec = {
      data,
      mark: 'bra',
      encoding: { x: { field: 'a', type: 'quantitive' }, colr: { field: 'b' } },
    };
    expect(new Set(await told(spec))).toEqual(
      new Set([
        'mark | Vega-Lite does not know "bra" here. | Did you mean "bar"?',
        'encoding.x.type | Vega-Lite does not know "quantitive" here. | Did you mean "quantitative"?',
        'encoding.colr | Vega-Lite knows no property "colr" here. | Did you mean "color"?',
      ]),
    );
  });

  it.each([
    [
      'deep in an axis',
      { data, mark: 'bar', encoding: { x: { field: 'a', axis: { titel: 'A' } } } },
      'encoding.x.axis.titel | Vega-Lite knows no property "titel" here. | Did you mean "title"?',
    ],
    [
      'in a transform, of which there are twenty kinds',
      { data, mark: 'bar', transform: [{ filtr: 'true' }] },
      'transform.0.filtr | Vega-Lite knows no property "filtr" here. | Did you mean "filter"?',
    ],
    [
      'a value of the wrong type',
      { data, mark: 'bar', encoding: { x: { field: 3 } } },
      'encoding.x.field | Vega-Lite wants string here, not 3.',
    ],
    ['data that are missing', { mark: 'bar' }, ' | "data" is missing here.'],
    [
      'an expression',
      { data, mark: 'bar', transform: [{ filter: 'datum.a ===' }] },
      'transform.0.filter | This expression cannot be read: Unexpected end of input.',
    ],
    [
      'a layer that encodes nothing, on which the compiler breaks',
      { data, layer: [{ mark: 'line' }] },
      ' | Vega cannot draw this: its compiler breaks on it; look for a mark without an encoding.',
    ],
  ])('finds a slip: %s', async (_, spec, message) => {
    expect(await told(spec)).toEqual([message]);
  });
});
