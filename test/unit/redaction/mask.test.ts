import { describe, expect, test } from 'vitest';
import { keyedDigest } from '../../../src/platform/keyed-digest.ts';
import { codesFor } from '../../../src/redaction/codes.ts';
import { createMask, withoutLegalForm } from '../../../src/redaction/mask.ts';
import { codeBookOf } from '../../../src/redaction/names.ts';
import { codedNotebook } from '../../../src/redaction/notebook-text.ts';
import { load } from '../workspace/memory.ts';

const mask = createMask([
  { name: 'Aguas del Serpis, S.A.', code: 'C-1' },
  { name: 'Aguas del Serpis', code: 'C-1' },
  { name: 'aguas-del-serpis', code: 'C-1' },
  { name: 'Aguas', code: 'C-2' },
  { name: 'Müller & Söhne', code: 'C-3' },
]);

describe('a mask', () => {
  test.each([
    ['Con Aguas del Serpis, S.A. crecemos.', 'Con C-1. crecemos.'],
    ['AGUAS DEL SERPIS y aguas-del-serpis', 'C-1 y C-1'],
    ['Aguas\n  del Serpis', 'C-1'],
    ['Aguas del Ser\u00adpis', 'C-1'],
    ['Aguas del\u00a0Serpis’s plan', 'C-1’s plan'],
    ['Ａｇｕａｓ ｄｅｌ Ｓｅｒｐｉｓ', 'C-1'],
    ['Aguas del Turia', 'C-2 del Turia'],
    ['muller & sohne, MÜLLER & SÖHNE, Mu\u0308ller & So\u0308hne', 'C-3, C-3, C-3'],
    ['Paraguas del Serpis', 'Paraguas del Serpis'],
    ['Nothing at all', 'Nothing at all'],
  ])('finds a name however it is written: %j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  test('a name goes without its legal form, too', () => {
    expect(withoutLegalForm('Aguas del Serpis, S.A.')).toBe('Aguas del Serpis');
    expect(withoutLegalForm('Cales GmbH & Co. KG')).toBe('Cales');
    expect(withoutLegalForm('Aguas del Serpis')).toBeUndefined();
    expect(withoutLegalForm('S.A.')).toBeUndefined();
  });
});

describe('codes', () => {
  const profile = { key: 'a-key-of-the-tests', labels: {}, digits: 4, codes: {} };
  const ids = Array.from({ length: 60 }, (_, index) => `account-${index}`);

  test('stay when accounts come and go', () => {
    const all = codesFor('accounts', ids, profile, keyedDigest);
    const fewer = codesFor('accounts', ids.slice(20), profile, keyedDigest);
    expect(new Set([...all.values()].map(({ id }) => id)).size).toBe(60);
    for (const [id, code] of fewer) expect(code).toEqual(all.get(id));
  });

  test('depend on the key, and stand in no order', () => {
    const shown = (key: string) =>
      [...codesFor('accounts', ids, { ...profile, key }, keyedDigest).values()].map(code => code.shown);
    const [one, other] = [shown('a-key-of-the-tests'), shown('another-key-of-the-tests')];
    expect(one.filter((code, index) => code === other[index]).length).toBeLessThan(3);
    expect([...one].sort()).not.toEqual(one);
    expect(one[0]).toMatch(/^C-\d{4}$/);
  });

  test('are those that the audience declares, where it does', () => {
    const codes = codesFor(
      'accounts',
      ids,
      { ...profile, labels: { accounts: 'Cliente' }, codes: { 'account-7': '07' } },
      keyedDigest,
    );
    expect(codes.get('account-7')).toEqual({ shown: 'Cliente 07', id: 'cliente-07' });
  });
});

test('a notebook names accounts by their codes, in prose and where it asks for figures', async () => {
  const { value } = await load({
    'data/accounts/aguas-del-serpis.yaml': 'name: Aguas del Serpis\n',
    'data/accounts/plan.yaml': 'name: Plan\n',
  });
  if (value === undefined) throw new Error('The workspace is sound');
  const book = codeBookOf(
    value,
    {
      title: 'Partners',
      key: 'a-key-of-the-tests',
      names: ['accounts'],
      labels: {},
      digits: 4,
      codes: { 'aguas-del-serpis': '1', plan: '2' },
      aliases: {},
      hide: [],
      keep: [],
      prose: 'mask',
    },
    keyedDigest,
  );
  const text = `---
title: On Aguas del Serpis
---
Aguas del Serpis: {{figure "account.aguas-del-serpis.revenue"}}, {{figure "account.plan.revenue"}}

\`\`\`table account.*.plan
where: { account: plan }
\`\`\`
`;
  expect(codedNotebook(book)(text)).toBe(`---
title: On C-1
---
C-1: {{figure "account.c-1.revenue"}}, {{figure "account.c-2.revenue"}}

\`\`\`table account.*.plan
where: { account: plan }
\`\`\`
`);
});
