import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Merged, merge } from '../../../src/import/merge/merge.ts';
import { mergeOrderLines } from '../../../src/import/merge/order-lines.ts';
import type { Fields } from '../../../src/import/rows.ts';
import { keyOrder } from '../../../src/import/write.ts';
import { account, written } from './written-by-hand.ts';

const merged = (text: string, imported: unknown, base: unknown = {}, force = false): Merged =>
  merge({
    text,
    imported: imported as Fields,
    base: base as Fields,
    force,
    order: keyOrder('data/accounts/a.yaml'),
    tables: ['history', 'opportunities', 'contacts', 'needs'],
  });

const byHand = `# What we know of Acme
name: "Acme" # official name
# Where its head office is
country: ES
fields: { plants: 2, note: 'by hand' } # of our own
history:
  # counted anew
  2026-Q1: { revenue: 1, plan: 3 } # by Ana
  2026-Q2: { plan: 4 }

  # the end
needs: []
contacts:
  - id: ana
    name: Ana # hers
  - id: bo
    name: Bo
opportunities: # none yet
vision:
  text: |
    A long story
`;

describe('an import into a file that people write in', () => {
  test('adds and changes lines where they belong, and touches no other', () => {
    const { text } = merged(
      byHand,
      {
        name: 'Acme',
        country: 'PT',
        industry: 'Steel: hot',
        fields: { plants: 3, erp: true },
        history: { '2025-Q4': { revenue: 3 }, '2026-Q2': { revenue: 5.125 }, '2026-Q3': { revenue: 9 } },
        needs: [{ text: 'Lime' }],
        contacts: [
          { id: 'ana', name: 'Ana', title: 'Buyer' },
          { id: 'cy', name: 'Cy' },
        ],
        opportunities: [{ id: '1', stage: 'won' }],
      },
      { country: 'ES', fields: { plants: 2 } },
    );
    expect(text).toBe(`# What we know of Acme
name: "Acme" # official name
industry: "Steel: hot"
# Where its head office is
country: PT
fields: { plants: 3, note: 'by hand', erp: true } # of our own
history:
  # counted anew
  2025-Q4: { revenue: 3 }
  2026-Q1: { revenue: 1, plan: 3 } # by Ana
  2026-Q2: { revenue: 5.1250, plan: 4 }
  2026-Q3: { revenue: 9 }

  # the end
needs:
  - { text: Lime }
contacts:
  - id: ana
    name: Ana # hers
    title: Buyer
  - id: bo
    name: Bo
  - id: cy
    name: Cy
opportunities: # none yet
  - { id: "1", stage: won }
vision:
  text: |
    A long story
`);
  });

  test('what only the import changed is taken, what only a hand changed stays, what both changed is told', () => {
    const text = 'name: A\ncountry: Malta\nregion: South\nindustry: Steel\n';
    const base = { name: 'A', country: 'Spain', region: 'South', industry: 'Iron', location: 'Here' };
    const imported = { name: 'A', country: 'Spain', region: 'North', industry: 'Lime', location: 'Here' };
    const found = merged(text, imported, base);
    expect(found.text).toBe('name: A\ncountry: Malta\nregion: North\nindustry: Steel\n');
    expect(found.kept).toEqual([['country'], ['location']]);
    expect(found.conflicts).toEqual([
      { path: ['industry'], offset: 47, kept: 'Steel', imported: 'Lime', reason: 'by-hand' },
    ]);
    expect(parse(merged(text, imported, base, true).text)).toEqual(imported);
  });

  test('a value that others share by an anchor is left alone even when forced', () => {
    const text = 'name: &n Acme\nshortName: *n\nhistory: &h\n  2026-Q1: { revenue: 1 }\n';
    const found = merged(
      text,
      { name: 'B', shortName: 'C', history: { '2026-Q2': { revenue: 1 } } },
      {},
      true,
    );
    expect(found.text).toBe(text);
    expect(found.conflicts.map(({ reason }) => reason)).toEqual(['shared', 'shared', 'shared']);
  });

  test('keeps line ends, and the missing one at the end', () => {
    const { text } = merged('name: A\r\nhistory:\r\n    2026-Q1:\r\n        revenue: 1', {
      country: 'ES',
      history: { '2026-Q1': { orders: 2 }, '2026-Q2': { revenue: 1 } },
    });
    expect(text).toBe(
      'name: A\r\ncountry: ES\r\nhistory:\r\n    2026-Q1:\r\n        revenue: 1\r\n        orders: 2\r\n    2026-Q2:\r\n        revenue: 1',
    );
  });

  test.each([
    ['a folded text', 'name: A\nlocation: > # where\n  one\n  two\n\ncountry: ES\n'],
    ['an empty value', 'name: A\nlocation:\ncountry: ES\n'],
    ['an empty value with a comment', 'name: A\nlocation: # where?\ncountry: ES\n'],
    ['a flow map as the whole file', '{ name: A, location: "x", country: ES }\n'],
    ['a value on the next line', 'name: A\nlocation:\n  # here\n  x\ncountry: ES\n'],
    ['single quotes', "name: A\nlocation: 'x'\ncountry: ES\n"],
  ])('replaces %s', (_, text) => {
    const found = merged(text, { location: 'a, b: c # d' }, {}, true);
    expect(parse(found.text)).toEqual({ name: 'A', location: 'a, b: c # d', country: 'ES' });
    for (const comment of text.match(/#.*/g) ?? []) expect(found.text).toContain(comment);
  });

  test('a file of comments alone is filled', () => {
    expect(merged('# soon', { name: 'A' }).text).toBe('# soon\nname: A\n');
  });
});

/** Values by path, those at the given paths left out. */
const others = (value: unknown, touched: ReadonlySet<string>, path: readonly unknown[] = []): unknown => {
  if (touched.has(JSON.stringify(path))) return undefined;
  if (Array.isArray(value))
    return value
      .map(item => others(item, touched, [...path, `[${item?.id}]`]))
      .filter(item => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, others(item, touched, [...path, key])])
      .filter(([, item]) => item !== undefined),
  );
};

/** Keys were added to the file and nothing else, none of them in place of an empty list or map. */
const onlyNewKeys = ({ changed, added }: Merged, text: string): boolean =>
  changed.length === 0 &&
  added.every(path => path.length === 1) &&
  !/(\{\}|\[\])/.test(text) &&
  !text.startsWith('{');

/** Lines of a text that another one does not have in the same order. */
const linesLost = (text: string, other: string): string[] => {
  const lines = other.split(/\r?\n/);
  let next = 0;
  return text.split(/\r?\n/).filter(line => {
    const at = lines.indexOf(line, next);
    if (at >= 0) next = at + 1;
    return at < 0;
  });
};

/** Whether all of an import is there, among other things; entries of lists by their id. */
const holds = (value: unknown, imported: unknown): boolean => {
  if (Array.isArray(value) && Array.isArray(imported))
    return imported.every(entry =>
      holds(
        value.find(({ id }) => String(id) === entry.id),
        entry,
      ),
    );
  if (typeof imported !== 'object' || imported === null) return Object.is(value, imported);
  return Object.entries(imported).every(([key, item]) =>
    holds((value as Record<string, unknown> | undefined)?.[key], item),
  );
};

test('whatever the file and the import: only what it brings changes, all else stays to the byte', () => {
  fc.assert(
    fc.property(written, account, fc.boolean(), (text, imported, force) => {
      const found = merged(text, imported, {}, force);
      const touched = new Set([...found.added, ...found.changed].map(path => JSON.stringify(path)));
      const after: unknown = parse(found.text);
      expect(others(after, touched)).toEqual(others(parse(text), touched));
      if (touched.size === 0) expect(found.text).toBe(text);
      if (onlyNewKeys(found, text)) expect(linesLost(text, found.text)).toEqual([]);
      if (text.includes('\r\n')) expect(found.text).not.toMatch(/[^\r]\n/);
      for (const comment of text.match(/# (about|note) \d/g) ?? []) expect(found.text).toContain(comment);
      expect(merged(found.text, imported, {}, force).text).toBe(found.text);
      if (force && found.conflicts.length === 0) expect(holds(after, imported)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('order lines', () => {
  const base = 'account,date,amount\na,2026-01-01,1\na,2026-01-01,1\nb,2026-01-02,2\n';

  test('of the import come and go; those of a hand stay where they are', () => {
    const text = base.replace('b,', 'c,2026-03-03,9\nb,');
    const imported = 'account,date,amount\na,2026-01-01,1\nb,2026-01-02,3\n';
    expect(mergeOrderLines(text, imported, base)).toEqual({
      text: 'account,date,amount\na,2026-01-01,1\nc,2026-03-03,9\nb,2026-01-02,3\n',
    });
  });

  test('that nobody can tell from those of the import are not doubled', () => {
    expect(mergeOrderLines(base, 'account,date,amount\na,2026-01-01,1\n', undefined)).toEqual({ unknown: 2 });
  });
});
