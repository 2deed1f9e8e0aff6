import { expect, test } from 'vitest';
import { isolated } from '../../../src/locale/direction.ts';

test('a name from right to left keeps its order to itself', () => {
  expect(isolated('شركة الجير (S.A.) 12')).toBe('\u2068شركة الجير (S.A.) 12\u2069');
  expect(isolated('תעשיות סיד')).toBe('\u2068תעשיות סיד\u2069');
});

test('other texts, and texts of several lines, are left as they are', () => {
  expect(isolated('Ñandú & Cía., S.L. 🏭')).toBe('Ñandú & Cía., S.L. 🏭');
  expect(isolated('- שלום\n- Hola')).toBe('- שלום\n- Hola');
});
