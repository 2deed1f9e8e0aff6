import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from '../../../src/model/slug.ts';
import { idSchema } from '../../../src/model/text.ts';

test.each([
  ['Acme Corporation', 'acme-corporation'],
  ['Société d’Été S.A.', 'societe-dete-sa'],
  ['Königlich Essen', 'koniglich-essen'],
  ['Straße & Söhne', 'strasse-sohne'],
  ['Frankenversand Øst ÆON', 'frankenversand-ost-aeon'],
  ['  La maison d’Asie  ', 'la-maison-dasie'],
  ['B’s Beverages', 'bs-beverages'],
  ['Łódź-Handel', 'lodz-handel'],
  ['GTX Pro', 'gtx-pro'],
])('%s gives %s', (name, id) => {
  expect(slug(name)).toBe(id);
});

test('a name without a letter or digit of ours gives no id', () => {
  expect(slug('石灰')).toBeUndefined();
  expect(slug('…')).toBeUndefined();
});

test('whatever the name, the result is an id that the workspace accepts, and its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), name => {
      const id = slug(name);
      if (id === undefined) return;
      expect(idSchema.safeParse(id).success).toBe(true);
      expect(slug(id)).toBe(id);
    }),
  );
});
