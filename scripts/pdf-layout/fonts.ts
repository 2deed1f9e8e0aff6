import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';

/** A font of a printed document, as far as its text is measured and read. */
export interface ReadFont {
  /** Name without the prefix of its subset: IBMPlexSans-SemiBold. */
  readonly name: string;
  /** Drawn glyph by glyph as pictures, which no reader can scale or search well. */
  readonly type3: boolean;
  /** Splits a string in hexadecimal digits into codes of glyphs. */
  codes(hex: string): readonly number[];
  /** Advance of a glyph, in thousandths of the size. */
  width(code: number): number;
  text(code: number): string;
}

export const readFont = (font: PDFDict): ReadFont => {
  const type3 = font.get(PDFName.of('Subtype')) === PDFName.of('Type3');
  const bytes = font.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1;
  const widths = bytes === 2 ? readWidths(font) : new Map<number, number>();
  const texts = readTexts(font);
  return {
    name: nameOf(font),
    type3,
    codes: hex =>
      Array.from(hex.matchAll(bytes === 2 ? /[\dA-F]{4}/gi : /[\dA-F]{2}/gi), ([code]) =>
        Number.parseInt(code, 16),
      ),
    width: code => widths.get(code) ?? 500,
    text: code => texts.get(code) ?? '',
  };
};

const nameOf = (font: PDFDict): string => {
  const name = font.lookup(PDFName.of('BaseFont'));
  return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : 'Type 3';
};

/** The array W: `first [w w w]` for glyphs in a row, `first last w` for those of one width (ISO 32000-1, 9.7.4.3). */
const readWidths = (font: PDFDict): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>();
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const entries = descendant.lookupMaybe(PDFName.of('W'), PDFArray);
  let index = 0;
  while (entries !== undefined && index < entries.size()) {
    const first = numberAt(entries, index);
    const next = entries.lookup(index + 1);
    if (next instanceof PDFArray) {
      for (let i = 0; i < next.size(); i += 1) widths.set(first + i, numberAt(next, i));
      index += 2;
    } else {
      const last = numberAt(entries, index + 1);
      for (let code = first; code <= last; code += 1) widths.set(code, numberAt(entries, index + 2));
      index += 3;
    }
  }
  return widths;
};

const numberAt = (array: PDFArray, index: number): number => array.lookup(index, PDFNumber).asNumber();

const singles = /<([\dA-F]+)>\s*<([\dA-F]+)>/gi;
const ranges = /<([\dA-F]+)>\s*<([\dA-F]+)>\s*<([\dA-F]+)>/gi;

/** What the glyphs mean, from the map that a font carries for who copies text. */
const readTexts = (font: PDFDict): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>();
  const stream = font.lookup(PDFName.of('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) return texts;
  const map = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(singles)) texts.set(hex(code), utf16(text));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', text = ''] of block.matchAll(ranges))
      for (let code = hex(first); code <= hex(last); code += 1)
        texts.set(code, String.fromCodePoint((utf16(text).codePointAt(0) ?? 0) + code - hex(first)));
  return texts;
};

const hex = (digits: string): number => Number.parseInt(digits, 16);

const utf16 = (digits: string): string =>
  String.fromCharCode(...Array.from(digits.matchAll(/[\dA-F]{4}/gi), ([unit]) => hex(unit)));
