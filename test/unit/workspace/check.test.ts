import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountSchema } from '../../../src/model/account.ts';
import { decisionsSchema } from '../../../src/model/decision.ts';
import { personSchema } from '../../../src/model/person.ts';
import { phaseSchema } from '../../../src/model/phase.ts';
import { scoringSchema } from '../../../src/model/scoring.ts';
import { workspaceSettingsSchema } from '../../../src/model/workspace-settings.ts';
import { checkShape } from '../../../src/workspace/check.ts';
import { suggest } from '../../../src/workspace/suggest.ts';
import { parseYaml } from '../../../src/workspace/yaml.ts';

type AnySchema = Parameters<typeof checkShape>[0];

const check = (schema: AnySchema, text: string) => checkShape(schema, parseYaml('a.yaml', text)).diagnostics;
const account = (text: string) => check(accountSchema, `name: A\n${text}`);
const only = (diagnostics: ReturnType<typeof check>) => {
  expect(diagnostics).toHaveLength(1);
  const [diagnostic] = diagnostics;
  if (diagnostic === undefined) throw new Error('no diagnostic');
  return diagnostic;
};

describe('keys', () => {
  test('an unknown key is marked itself and the nearest known one is named', () => {
    const found = only(account('history: { 2026-Q1: { revnue: 3 } }'));
    expect(found).toMatchObject({ code: 'workspace/unknown-key', span: { line: 2, column: 23, length: 6 } });
    expect(found.hints).toEqual(['Did you mean "revenue"?']);
  });

  test('a key that resembles none lists those that belong there', () => {
    const found = only(account('key: [{ from: 2026-Q1, xyzzy: 1 }]'));
    expect(found.hints).toEqual(['Keys that belong here: from, to.']);
  });

  test('who stopped in the middle of a name meant the shortest one that goes on so', () => {
    const ids = ['portfolio.curve', 'portfolio.revenue.change', 'portfolio.revenue.total'];
    expect(suggest('portfolio.revenu', ids)).toBe('portfolio.revenue.total');
    expect(suggest('portfolio.curv', ids)).toBe('portfolio.curve');
  });

  test('letter case, accents and joins are forgiven in suggestions', () => {
    expect(only(account('short_name: B')).hints).toEqual(['Did you mean "shortName"?']);
    expect(only(account('Indústry: B')).hints).toEqual(['Did you mean "industry"?']);
  });

  test('a misspelt required key is one mistake, not two', () => {
    expect(check(personSchema, 'nmae: Ana\nrole: kam').map(({ code }) => code)).toEqual([
      'workspace/unknown-key',
    ]);
  });

  test('keys of the chosen option of a discriminated union are known, those of the other are not', () => {
    const found = only(
      check(
        phaseSchema,
        'signals:\n  - { kind: computed, id: a, text: T, measure: key-accounts-added, zeroAt: 0, oneAt: 1, ratings: {} }',
      ),
    );
    expect(found.code).toBe('workspace/unknown-key');
    const rated = check(phaseSchema, 'signals:\n  - { kind: rated, id: a, text: T, rating: {} }');
    expect(rated.map(({ hints }) => hints)).toEqual([['Did you mean "ratings"?']]);
  });

  test('a missing key is reported at the entry that lacks it, with what it takes', () => {
    const found = only(account('opportunities:\n  - id: a\n  - stage: open'));
    expect(found).toMatchObject({ code: 'workspace/missing-key', span: { line: 3 } });
    expect(found.hints).toEqual(['Add "stage": one of prospecting, open, won, lost.']);
  });

  test('a record key in the wrong form says the form, and the form of this very key', () => {
    const found = only(account('history: { 3T2026: {} }'));
    expect(found).toMatchObject({ code: 'workspace/bad-format', span: { line: 2, column: 12 } });
    expect(found.hints).toEqual(['Write 2026-Q3.']);
  });
});

describe('values', () => {
  test.each([
    ['"1.234,50"', 'Write 1234.5: no thousands separator, and a point before the decimals.'],
    ['1234,5', 'Write 1234.5: no thousands separator, and a point before the decimals.'],
    ['"1,234.50"', 'Write 1234.5: no thousands separator, and a point before the decimals.'],
    ['"85,000"', 'Write 85000 if the comma separates thousands, 85 if decimals follow it.'],
    ['"-12,500 €"', 'Write -12500 if the comma separates thousands, -12.5 if decimals follow it.'],
    ['"0,125"', 'Write 0.125: no thousands separator, and a point before the decimals.'],
    ['1.234.567 €', 'Write 1234567: no thousands separator, and a point before the decimals.'],
    ['12,5 %', 'Write a share as a number between 0 and 1: 0.125.'],
    ['"1234.5"', 'Take the quotes away: 1234.5.'],
  ])('a number written as %s gets the spelling that is read', (written, hint) => {
    const found = only(
      account(
        `history: { 2026-Q1: { revenue: ${written.includes(',') && !written.startsWith('"') ? `"${written}"` : written} } }`,
      ),
    );
    expect(found.code).toBe('workspace/wrong-type');
    expect(found.message).toMatch(/^Expected a number, found the text "/);
    expect(found.hints).toEqual([hint]);
  });

  test('words that are no number get no invented one', () => {
    expect(only(account('history: { 2026-Q1: { revenue: pending } }')).hints).toEqual([]);
  });

  test.each([
    ['since: 30/09/2026', 'Write 2026-09-30.'],
    ['since: 1.2.2026', 'Write 2026-02-01.'],
    ['since: 2026-02-30', '2026-02 has the days 01 to 28.'],
    ['since: 2019-13-45', 'Months go from 01 to 12.'],
    ['since: 2019-31-05', 'The month stands before the day: if 05 is the month, write 2019-05-31.'],
    ['manager: Ana López', 'Write ana-lopez.'],
    ['currency: usd', 'Write USD.'],
    ['currency: EUX', 'Did you mean EUR?'],
    ['industry: 4', 'Put it in quotes: "4".'],
    ['sponsor:', 'Fill it in, or delete the line.'],
    ['contacts: ana', 'Write it as a list: [ana].'],
  ])('%s', (line, hint) => {
    expect(only(account(line)).hints).toContain(hint);
  });

  test('a day that there is not is told as that, whatever else might stand there', () => {
    expect(only(account('since: 2019-13-45')).message).toBe(
      'There is no such day as 2019-13-45 in the calendar.',
    );
    const due = check(
      decisionsSchema,
      'decisions: [{ id: a, period: 2026-Q3, title: T, reason: R, owner: O, due: 2019-02-30 }]',
    );
    expect(only(due).message).toBe('There is no such day as 2019-02-30 in the calendar.');
  });

  test.each([
    ['history: { 2026-Q1: { revenue: 85.000,50 } }', '85.000,50', 'Write 85000.50.'],
    ['history: { 2026-Q1: { orders: 3, revenue: 0,05 } }', '0,05', 'Write 0.05.'],
    ['ratings: { 2026-Q1: { fit: 7,5 } }', '7,5', 'Write 7.5.'],
    [
      'history: { 2026-Q1: { revenue: 85,000 } }',
      '85,000',
      'Write 85000 if the comma separates thousands, 85 if decimals follow it.',
    ],
  ])('a comma before decimals in braces is told as that, once: %s', (line, written, hint) => {
    const found = only(account(line));
    expect(found).toMatchObject({
      code: 'workspace/decimal-comma',
      span: { column: line.indexOf(written) + 1, length: written.length },
      hints: [hint],
    });
  });

  test('a share over one and a fraction of a whole are told apart from wrong types', () => {
    const [probability] = account('opportunities: [{ stage: open, probability: 35 }]');
    expect(probability).toMatchObject({
      code: 'workspace/out-of-range',
      hints: ['A share is written between 0 and 1: 0.35.'],
    });
    expect(only(account('history: { 2026-Q1: { orders: 2.5 } }')).message).toBe(
      'Expected a whole number, found the number 2.5.',
    );
  });

  test('a value outside a vocabulary names the nearest one and all of them', () => {
    const found = only(account('status: actve'));
    expect(found).toMatchObject({ code: 'workspace/unknown-value', span: { line: 2, column: 9, length: 5 } });
    expect(found.hints).toEqual(['Did you mean "active"?', 'Allowed: active, prospect, lost.']);
  });

  test('lists and texts that are too short', () => {
    expect(only(check(scoringSchema, 'criteria: []')).message).toBe('The list needs at least 1 entry.');
    expect(only(check(personSchema, 'name: ""\nrole: kam')).message).toBe('The text must not be empty.');
  });
});

describe('unions say what is wrong with the option that was meant', () => {
  test('a rating as a map', () => {
    expect(only(account('ratings: { 2026-Q1: { fit: { points: 3, dtae: 2026-01-31 } } }'))).toMatchObject({
      code: 'workspace/unknown-key',
      hints: ['Did you mean "date"?'],
    });
  });

  test('a rating that is neither number nor map', () => {
    expect(only(account('ratings: { 2026-Q1: { fit: high } }')).message).toBe(
      'Expected a number or a map, found the text "high".',
    );
  });

  test('text per language', () => {
    expect(only(account('vision: { text: { ES: Hola } }')).message).toContain(
      'a language is written like es or es-MX',
    );
    expect(only(account('vision: { text: 5 }')).message).toBe('Expected text or a map, found the number 5.');
  });

  test('a date or a quarter', () => {
    const found = only(
      check(
        decisionsSchema,
        'decisions: [{ id: a, period: 2026-Q3, title: T, reason: R, owner: O, due: soon }]',
      ),
    );
    expect(found.message).toContain(
      'a date is written like 2026-09-30, or a quarter is written like 2026-Q3',
    );
  });

  test('a discriminator that names no option', () => {
    expect(only(check(phaseSchema, 'signals: [{ kind: ratd, id: a }]'))).toMatchObject({
      code: 'workspace/unknown-value',
      hints: ['Did you mean "rated"?', 'Allowed: rated, computed.'],
    });
    expect(only(check(phaseSchema, 'signals: [{ id: a }]')).code).toBe('workspace/missing-key');
  });
});

describe('what is left of a file', () => {
  test('keeps what was right, so that cross-checks go on', () => {
    const shape = checkShape(
      accountSchema,
      parseYaml('a.yaml', 'name: A\nmanager: ana\nsince: soon\nfoo: 1'),
    );
    expect(shape.value).toBeUndefined();
    expect(shape.diagnostics).toHaveLength(2);
    expect(shape.remains).toMatchObject({ name: 'A', manager: 'ana' });
  });

  test('is the file without a list of which an entry lacks what it needs', () => {
    const shape = checkShape(
      accountSchema,
      parseYaml(
        'a.yaml',
        'name: A\nnmae: B\nmanager: ana\ncontracts:\n  - { start: 2019-13-45, note: 1 }\nlost: { reason: 5 }\n',
      ),
    );
    expect(shape.remains).toMatchObject({ name: 'A', manager: 'ana', contracts: [] });
    expect(shape.remains?.lost).toBeUndefined();
  });

  test('is nothing where a required value is wrong', () => {
    expect(checkShape(accountSchema, parseYaml('a.yaml', 'name: 5')).remains).toBeUndefined();
  });
});

test('whatever stands in a file, every issue is explained at a place', () => {
  const leaf = fc.oneof(
    fc.constantFrom(null, true, 5, -1, 0.5, 'x', '2026-09-30', '2026-Q3', 'active', 'rated', '1.234,5'),
    fc.string({ maxLength: 5 }),
  );
  const names = fc.constantFrom(
    'name',
    'history',
    'ratings',
    '2026-Q1',
    'kind',
    'signals',
    'criteria',
    'derive',
    'by',
    'points',
    'vision',
    'text',
    'es',
    'spans',
    'quote',
    'rates',
    'EUR',
    'key',
    'from',
    'fields',
    'zz',
  );
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.dictionary(names, tie('tree'), { maxKeys: 5 }),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }));
  const schemas: readonly AnySchema[] = [accountSchema, phaseSchema, scoringSchema, workspaceSettingsSchema];
  fc.assert(
    fc.property(tree, fc.constantFrom(...schemas), (value, schema) => {
      // JSON is YAML.
      const { value: read, diagnostics } = checkShape(schema, parseYaml('a.yaml', JSON.stringify(value)));
      expect(read === undefined).toBe(diagnostics.length > 0);
      for (const { span, message } of diagnostics) {
        expect(span).toBeDefined();
        expect(message).not.toMatch(/undefined|Invalid input|\[object/);
      }
    }),
    { numRuns: 500 },
  );
});
