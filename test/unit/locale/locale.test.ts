import { describe, expect, it } from 'vitest';
import { createLocale, type Locale } from '../../../src/locale/locale.ts';
import { createMessages } from '../../../src/locale/messages.ts';
import { createFiles } from '../../../src/platform/files.ts';
import { loadMessages } from '../../../src/platform/locales.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';

const product = createFiles(packageRoot);
const localeOf = async (tag: string): Promise<Locale> => {
  const { value, diagnostics } = await loadMessages(product, tag);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error(`no texts for ${tag}`);
  return createLocale(tag, value);
};
const [es, mx, gb, us] = [
  await localeOf('es-ES'),
  await localeOf('es-MX'),
  await localeOf('en-GB'),
  await localeOf('en-US'),
];
const table = { precision: 0, place: 'table' } as const;
const text = { precision: 0, place: 'text' } as const;

describe('numbers of any locale', () => {
  it.each([
    [1.005, 2, '1.01'],
    [0.5, 0, '1'],
    [2.5, 0, '3'],
    [-2.5, 0, '\u22123'],
    [-0.04, 1, '0.0'],
    [-0, 0, '0'],
    [1e15, 0, '1,000,000,000,000,000'],
  ])('round %d to %i decimals by its decimal form, halves away from zero', (value, precision, written) => {
    expect(gb.number(value, { precision })).toBe(written);
  });
  it('print a share alike with its sign and without it', () => {
    expect(gb.measure(0.285, 'share', text)).toBe('29%');
    expect(gb.bare(0.285, 'share', text)).toBe('29');
  });
  it('sign what is not zero once it is rounded', () => {
    expect(gb.bare(0.0004, 'share', { precision: 1, signed: true })).toBe('0.0');
    expect(gb.bare(0.0005, 'share', { precision: 1, signed: true })).toBe('+0.1');
  });
});

describe('Spanish of Spain', () => {
  it('groups four digits in tables, five in running text', () => {
    expect(es.number(1234, table)).toBe('1.234');
    expect(es.number(1234, text)).toBe('1234');
    expect(es.number(12_345.678, { precision: 1, place: 'text' })).toBe('12.345,7');
  });
  it('parts neither number nor sign from its unit, and uses a true minus', () => {
    expect(es.measure(0.1234, 'share', { precision: 1 })).toBe('12,3\u00a0%');
    expect(es.measure(-0.024, 'points', { precision: 1, signed: true })).toBe('\u22122,4\u00a0p.\u00a0p.');
    expect(es.measure(1234.5, 'money:EUR', { precision: 2 })).toBe('1.234,50\u00a0€');
    expect(es.measure(-1234.5, 'money:MXN', { precision: 2 })).toBe('\u22121.234,50\u00a0MXN');
    expect(es.bare(0.024, 'share', { precision: 1, signed: true })).toBe('+2,4');
    expect(es.bare(0, 'share', { precision: 1, signed: true })).toBe('0,0');
  });
  it('writes dates and periods, months in lower case and years ungrouped', () => {
    expect(es.date('2026-09-05')).toBe('5\u00a0de\u00a0septiembre\u00a0de\u00a02026');
    expect(es.shortDate('2026-09-05')).toBe('5\u00a0sept.\u00a02026');
    expect(es.period('2026-Q3')).toBe('T3\u00a02026');
    expect(es.months('2026-01-01', '2026-09-30')).toBe('enero\u2013septiembre de 2026');
    expect(es.months('2025-10-01', '2026-09-30')).toBe('octubre de 2025 \u2013 septiembre de 2026');
    expect(es.months('2026-09-01', '2026-09-30')).toBe('septiembre de 2026');
  });
  it('says large amounts in millions, with the sign in front', () => {
    expect(es.largeMoney(60_275_000, 'EUR')).toBe('60,3 millones de euros');
    expect(es.largeMoney(-1_250_000, 'EUR', { style: 'symbol' })).toBe('\u22121,3 M€');
    expect(es.largeMoney(999_700, 'EUR')).toBe('1,0 millones de euros');
    expect(es.largeMoney(7_432, 'EUR', { style: 'symbol', signed: true })).toBe('+7432 €');
    expect(es.largeMoney(-427, 'EUR', { style: 'symbol', signed: true })).toBe('\u2212427 €');
  });
  it('keeps three digits of amounts between ten and a hundred thousand', () => {
    expect(es.largeMoney(12_708, 'EUR')).toBe('12.700 euros');
    expect(es.largeMoney(-10_500, 'EUR', { style: 'symbol' })).toBe('\u221210,5 mil €');
    expect(es.largeMoney(14_020, 'EUR')).toBe('14 mil euros');
    expect(es.largeMoney(99_960, 'EUR')).toBe('100 mil euros');
    expect(es.largeMoney(9_949, 'EUR')).toBe('9949 euros');
  });
  it('lists with «y», and with «e» before the sound i', () => {
    expect(es.list(['cal', 'yeso'])).toBe('cal y yeso');
    expect(es.list(['energía', 'industria'])).toBe('energía e industria');
    expect(es.list(['agua', 'hielo'])).toBe('agua y hielo');
    expect(es.list(['A', 'B', 'Hidro'])).toBe('A, B e Hidro');
    expect(es.list(['A'])).toBe('A');
    expect(es.list([])).toBe('');
  });
  it('ends a message in one full stop, whatever ends the text put into it', () => {
    const messages = createMessages('es', {
      findings: {
        company: 'Trabaja con {name}.',
        quote: 'Ocurrió: «{text}». Nada más.',
        folder: 'Escriba ../{name}.',
      },
    });
    const { t } = createLocale('es', messages);
    expect(t('findings.company', { name: 'Aceros, S.A.' })).toBe('Trabaja con Aceros, S.A.');
    expect(t('findings.company', { name: 'Aceros' })).toBe('Trabaja con Aceros.');
    expect(t('findings.quote', { text: 'La plaza queda vacante.' })).toBe(
      'Ocurrió: «La plaza queda vacante». Nada más.',
    );
    expect(t('findings.folder', { name: 'aquí' })).toBe('Escriba ../aquí.');
  });
  it('says counts in a message with its own digits', () => {
    expect(es.t('interface.moreRows', { count: 12_345, kind: 'account' })).toBe('y 12.345 cuentas más');
  });
  it('falls back visibly to another language', () => {
    expect(es.text({ en: 'Key' })).toEqual({ text: 'Key', fallback: 'en' });
    expect(es.text({ es: 'Clave', en: 'Key' })).toEqual({ text: 'Clave' });
    expect(es.marked({ en: 'Key' })).toBe('Key\u00a0[en]');
    expect(es.marked({ es: 'Clave', en: 'Key' })).toBe('Clave');
  });
});

describe('Spanish of Mexico', () => {
  it('writes a decimal point, groups with commas, and keeps the percent sign close', () => {
    expect(mx.measure(0.1234, 'share', { precision: 1 })).toBe('12.3%');
    expect(mx.number(1234.5, { precision: 1, place: 'table' })).toBe('1,234.5');
    expect(mx.number(1234, text)).toBe('1,234');
  });
  it('puts the currency first: $ for pesos, a code for dollars', () => {
    expect(mx.measure(-1234.5, 'money:MXN', { precision: 2 })).toBe('\u2212$1,234.50');
    expect(mx.measure(1234.5, 'money:USD', { precision: 2 })).toBe('USD\u00a01,234.50');
    expect(mx.largeMoney(60_275_000, 'MXN')).toBe('60.3 millones de pesos');
    expect(mx.largeMoney(60_275_000, 'MXN', { style: 'symbol' })).toBe('$60.3 M');
  });
  it('writes dates in its own way', () => {
    expect(mx.date('2026-09-30')).toBe('30\u00a0de\u00a0septiembre\u00a0de\u00a02026');
    expect(mx.shortDate('2026-09-30')).toBe('30\u00a0sep.\u00a02026');
  });
  it('says the texts of Spanish with its words and its numbers', () => {
    expect(mx.t('interface.cost')).toBe('Costo');
    // An abbreviation keeps its capitals.
    expect(mx.t('reasons.no-swot-items')).toContain('FODA');
    expect(mx.t('methods.commitment.defaults')).toContain('30%; corte de profundidad, 0.50');
    expect(mx.t('methods.robustness.defaults')).toContain('10,000 ponderaciones');
  });
  it('takes a text of Mexico before one of Spanish', () => {
    expect(mx.text({ es: 'Coste', 'es-MX': 'Costo' })).toEqual({ text: 'Costo' });
    expect(mx.text({ es: 'Coste' })).toEqual({ text: 'Coste' });
  });
});

describe('British English', () => {
  it('writes numbers, money, dates and periods', () => {
    expect(gb.measure(0.1234, 'share', { precision: 1 })).toBe('12.3%');
    expect(gb.number(1234, text)).toBe('1,234');
    expect(gb.measure(-1234.5, 'money:EUR', { precision: 2 })).toBe('\u2212€1,234.50');
    expect(gb.measure(0.024, 'points', { precision: 1, signed: true })).toBe('+2.4\u00a0pp');
    expect(gb.date('2026-09-30')).toBe('30\u00a0September\u00a02026');
    expect(gb.period('2026-Q3')).toBe('Q3\u00a02026');
    expect(gb.months('2026-01-01', '2026-09-30')).toBe('January\u2013September 2026');
    expect(gb.largeMoney(60_275_000, 'EUR')).toBe('€60.3 million');
    expect(gb.largeMoney(-60_275_000, 'EUR', { style: 'symbol' })).toBe('\u2212€60.3m');
    expect(gb.list(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('American English', () => {
  it('writes the month before the day, and $ without its country', () => {
    expect(us.date('2026-09-30')).toBe('September\u00a030,\u00a02026');
    expect(us.shortDate('2026-09-30')).toBe('Sep\u00a030,\u00a02026');
    expect(us.measure(1234.5, 'money:USD', { precision: 2 })).toBe('$1,234.50');
    expect(us.largeMoney(60_275_000, 'USD')).toBe('$60.3 million');
    expect(us.list(['a', 'b', 'c'])).toBe('a, b, and c');
  });
  it('spells in its own way, names of parameters aside', () => {
    expect(us.prose('The programme is organised; Programmes, too.')).toBe(
      'The program is organized; Programs, too.',
    );
    expect(us.t('methods.rationalisation.title')).toMatch(/rationalization/i);
  });
});

describe('a sentence', () => {
  const texts = new Map([
    ['numbers.8', 'eight'],
    ['openingNumbers.16', 'sixteen'],
    ['formats.groupFrom', '4'],
    ['at', '{n, plural, other {#}} of {all, plural, other {#}} meet it. {n, plural, other {#}} do, {name}.'],
    ['named', '{name} meets it'],
  ]);
  const said = createLocale('en-GB', { language: 'en', texts });

  it('does not begin with the digits of a count, and keeps them further in', () => {
    expect(said.say('at', { n: 16, all: 16, name: 'all 16' })).toBe(
      'Sixteen of 16 meet it. Sixteen do, all 16.',
    );
    expect(said.say('at', { n: 8, all: 23, name: '-' })).toBe('Eight of 23 meet it. Eight do, -.');
  });
  it('leaves the digits of a name alone', () => {
    expect(said.say('named', { name: '16 Mills' })).toBe('16 Mills meets it');
  });
});
