import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** Details of findings, by their place. */
const detailsIn = (value: unknown, path: string): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) =>
        name === 'detail' && typeof one === 'string'
          ? [[path, one] as const]
          : detailsIn(one, `${path}.${name}`),
      )
    : [];

describe.each(['es', 'en'])('the details of findings in %s', language => {
  const file = new URL(`../../../templates/locales/${language}.yaml`, import.meta.url);
  const all = detailsIn(parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }), language);

  it('end their sentence after a quotation, for another may follow on the page', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, text]) => /[»”]$/.test(text))).toEqual([]);
  });
});
