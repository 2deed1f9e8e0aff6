import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createLocale } from '../../../src/locale/locale.ts';
import { createMessages } from '../../../src/locale/messages.ts';

const localeOf = (tag: string) => {
  const language = tag.slice(0, 2);
  const text = readFileSync(`templates/locales/${language}.yaml`, 'utf8');
  return createLocale(tag, createMessages(language, parse(text)));
};
const table = { precision: 0, place: 'table' } as const;

describe('Spanish of Spain', () => {
  const es = localeOf('es-ES');
  it('groups four digits in tables, five in running text', () => {
    expect(es.number(1234, table)).toBe('1.234');
    expect(es.number(1234, { precision: 0, place: 'text' })).toBe('1234');
    expect(es.number(12_345.678, { precision: 1, place: 'text' })).toBe('12.345,7');
  });
  it('parts neither number nor sign from its unit, and uses a true minus', () => {
    expect(es.measure(0.1234, 'share', { precision: 1 })).toBe('12,3\u00a0%');
    expect(es.measure(-0.024, 'points', { precision: 1, signed: true })).toBe('\u22122,4\u00a0p.\u00a0p.');
    expect(es.measure(1234.5, 'money:EUR', { precision: 2 })).toBe('1.234,50\u00a0€');
    expect(es.bare(0.024, 'share', { precision: 1, signed: true })).toBe('+2,4');
    expect(es.bare(0, 'share', { precision: 1, signed: true })).toBe('0,0');
  });
  it('writes dates and periods', () => {
    expect(es.date('2026-09-05')).toBe('5\u00a0de\u00a0septiembre\u00a0de\u00a02026');
    expect(es.period('2026-Q3')).toBe('T3\u00a02026');
    expect(es.months('2026-01-01', '2026-09-30')).toBe('enero\u2013septiembre de 2026');
  });
  it('says large amounts in millions', () => {
    expect(es.largeMoney(60_275_000, 'EUR')).toBe('60,3 millones de euros');
  });
  it('falls back visibly to another language', () => {
    expect(es.text({ en: 'Key' })).toEqual({ text: 'Key', fallback: 'en' });
    expect(es.text({ es: 'Clave', en: 'Key' })).toEqual({ text: 'Clave' });
  });
});

describe('Spanish of Mexico', () => {
  const mx = localeOf('es-MX');
  it('writes a decimal point and the percent sign close', () => {
    expect(mx.measure(0.1234, 'share', { precision: 1 })).toBe('12.3%');
    expect(mx.number(1234.5, { precision: 1, place: 'table' })).toBe('1,234.5');
  });
});

describe('British English', () => {
  const en = localeOf('en-GB');
  it('writes numbers, money, dates and periods', () => {
    expect(en.measure(0.1234, 'share', { precision: 1 })).toBe('12.3%');
    expect(en.measure(-1234.5, 'money:EUR', { precision: 2 })).toBe('\u2212€1,234.50');
    expect(en.measure(0.024, 'points', { precision: 1, signed: true })).toBe('+2.4\u00a0pp');
    expect(en.date('2026-09-30')).toBe('30\u00a0September\u00a02026');
    expect(en.period('2026-Q3')).toBe('Q3\u00a02026');
    expect(en.months('2026-01-01', '2026-09-30')).toBe('January\u2013September 2026');
    expect(en.largeMoney(60_275_000, 'EUR')).toBe('€60.3 million');
  });
});
