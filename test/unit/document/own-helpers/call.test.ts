import { expect, it } from 'vitest';
import { readOwnHelpers } from '../../../../src/document/own-helpers/read.ts';
import { composed, hostile, prose, section } from '../composed.ts';

const withHelpers = (helpers: Readonly<Record<string, string>>, text: string) =>
  composed(
    section('one') + text,
    undefined,
    readOwnHelpers(
      Object.entries(helpers).map(([name, body]) => ({ file: `templates/helpers/${name}.js`, text: body })),
      [],
    ),
  );

const printed = (helper: string, text: string): string => prose(withHelpers({ own: helper }, text));

it('is given texts and numbers, values of figures among them, and the named ones last', () => {
  const shown = printed(
    'export default (...all) => JSON.stringify(all)',
    '{{own "a" 1 true (value "portfolio.revenue.total") (value "portfolio.lifetime.orders.r") unit="x"}}',
  );
  expect(shown).toContain(
    '["a",1,true,1000,null,{"unit":"x","language":"en","locale":"en-GB"}]'.replaceAll('"', '&quot;'),
  );
});

it('gives numbers that are printed in the reader’s language, or compared', () => {
  const half = 'export default value => value === null ? null : value / 2';
  expect(printed(half, '{{measure (own (value "portfolio.revenue.total")) unit="money"}}')).toContain('500');
  expect(printed(half, '{{measure (own (value "portfolio.lifetime.orders.r"))}}')).toContain('n/a');
  expect(printed('export default a => a > 2', '{{#if (own 3)}}more{{else}}less{{/if}}')).toContain('more');
});

it('gives text, never markup', () => {
  const shown = printed('export default (a, { b }) => a + b', '{{own company b="<b>"}}');
  expect(shown).not.toMatch(/<img|<b>|<strong>/);
  expect(shown).toContain('&lt;img');
  expect(hostile).toContain('<img');
});

it('that fails is a problem of the document, at its line; so is what cannot be passed or printed', () => {
  const { problems } = withHelpers(
    {
      fails: 'export default a =>\n  a.b.c',
      gives: 'export default () => ({})',
      takes: 'export default () => 1',
    },
    '{{fails 1}} {{gives}} {{takes (figure "portfolio.revenue.total")}} {{fails 1}}',
  );
  expect(problems?.map(({ code, message, span }) => [code, message, span?.file, span?.line])).toEqual([
    [
      'helper/failed',
      expect.stringContaining('The helper "fails" failed: TypeError'),
      'templates/helpers/fails.js',
      2,
    ],
    [
      'helper/failed',
      'What the helper "gives" gives back cannot be printed.',
      'templates/helpers/gives.js',
      1,
    ],
    [
      'helper/failed',
      'The helper "takes" was given something else than a text or a number.',
      'templates/helpers/takes.js',
      1,
    ],
  ]);
});

it('begins anew in each document', () => {
  const count = 'let calls = 0; export default () => ++calls';
  expect(
    [printed(count, '{{own}}{{own}}'), printed(count, '{{own}}')].map(one => one.replaceAll(/<[^>]*>/g, '')),
  ).toEqual(['12', '1']);
});
