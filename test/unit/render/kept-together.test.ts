import { describe, expect, it } from 'vitest';
import { keptTogether } from '../../../src/render/kept-together.ts';

const shown = (html: string): string => keptTogether(html).replaceAll('\u00a0', '·');

describe('a number at a line end', () => {
  it.each([
    ['cuesta 90 mil euros', 'cuesta 90·mil euros'],
    ['en 24 horas, de 18 partes', 'en 24·horas, de 18·partes'],
    ['el 30 de noviembre de 2026', 'el 30·de noviembre de 2026'],
    ['las plantas 1 y 2', 'las plantas 1·y·2'],
    ['una escala de −2 a +2', 'una escala de −2·a·+2'],
    ['es la n.º 8 de la tabla', 'es la n.º·8·de la tabla'],
    ['desde T2 2026', 'desde T2·2026'],
  ])('stays with what it counts: %s', (text, kept) => {
    expect(shown(`<p>${text}</p>`)).toBe(`<p>${kept}</p>`);
  });

  it('stays with its unit where the box that explains it ends between them', () => {
    expect(shown('<p><span>4,39</span> puntos</p>')).toBe('<p><span>4,39</span>·puntos</p>');
  });

  it.each([
    ['a loss of −€0.40.', 'a loss of [−€0.40].'],
    ['+$1,200 a year', '[+$1,200]·a year'],
    ['between −€90 thousand and +€5', 'between [−€90]·thousand and [+€5]'],
    ['costs €0.40, less −, then €5', 'costs €0.40, less −, then €5'],
  ])('keeps its sign and its currency, and no joiner is in it: %s', (text, kept) => {
    const html = shown(`<p>${text}</p>`);
    expect(html.replaceAll(/<span class="kept">(.*?)<\/span>/g, '[$1]')).toBe(`<p>${kept}</p>`);
    expect(html).not.toContain('\u2060');
  });

  it('leaves a year and the words after it to the line', () => {
    expect(shown('<p>en 2026 crece</p>')).toBe('<p>en 2026 crece</p>');
  });

  it('does not join what stands in two paragraphs', () => {
    expect(shown('<p>de 18</p> <p>partes</p>')).toBe('<p>de 18</p> <p>partes</p>');
  });

  it('leaves attributes, code and drawings alone', () => {
    const html = '<p class="a1 b"><script>let a = 1 in b</script><svg><text>90 mil</text></svg></p>';
    expect(keptTogether(html)).toBe(html);
  });
});
