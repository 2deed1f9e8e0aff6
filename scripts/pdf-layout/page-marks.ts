import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { readOperations } from '../../src/render/pdf-content.ts';
import { type ReadFont, readFont } from './fonts.ts';
import {
  type Box,
  boxAround,
  combine,
  identity,
  intersection,
  type Matrix,
  transform,
  union,
} from './geometry.ts';

/** What is painted in one place: a run of text on a line, a line, an area, a picture. */
export interface Mark {
  readonly kind: 'text' | 'shape';
  readonly box: Box;
  /** Number of its tag on the page; undefined for what belongs to the layout and not to the document. */
  readonly tag?: number;
  /** What of it the page lets be seen. */
  readonly seen: Box;
  readonly text: string;
  /** Size in points; 0 for shapes. */
  readonly size: number;
  /** Letters that slant across the page: their boxes cover each other, though they don't. */
  readonly slanting: boolean;
  readonly font?: ReadFont;
  /** How many characters the font has no glyph for. */
  readonly missing: number;
}

const millimetre = 72 / 25.4;

/** Part of the size that letters take above and below the line they stand on: capitals and descenders. */
const ascent = 0.7;
const descent = 0.2;

/** A space at an end takes no room, and neither does the hyphen of a word that is not divided: they hang over what is beside. */
const blank = /^[\s\u00ad]*$/;

const pathOperators: Readonly<Record<string, number>> = { m: 2, l: 2, c: 6, v: 4, y: 4, re: 4 };
const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);

/** Everything that a page paints, in the order of painting. */
export const readMarks = (page: PDFPage): readonly Mark[] => {
  const { width, height } = page.getSize();
  const toMillimetres: Matrix = [1 / millimetre, 0, 0, -1 / millimetre, 0, height / millimetre];
  const reader = new MarkReader(page, toMillimetres, {
    left: 0,
    top: 0,
    right: width / millimetre,
    bottom: height / millimetre,
  });
  for (const stream of contentStreams(page)) reader.read(decodePDFRawStream(stream).decode());
  return reader.marks;
};

const contentStreams = (page: PDFPage): PDFRawStream[] => {
  const contents = page.node.lookup(PDFName.of('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams.flatMap(one => {
    const stream = one === undefined ? undefined : page.doc.context.lookup(one);
    return stream instanceof PDFRawStream ? [stream] : [];
  });
};

interface State {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly font?: ReadFont;
  readonly size: number;
}

/** Follows the operators of a page as far as places, sizes, clips and tags need (ISO 32000-1, 8 and 9). */
class MarkReader {
  readonly marks: Mark[] = [];
  private readonly page: PDFPage;
  private readonly fonts = new Map<string, ReadFont>();
  private readonly saved: State[] = [];
  private readonly tags: (number | undefined)[] = [];
  private state: State;
  /** Where the line of text begins, and where its next letter stands. */
  private line: Matrix = identity;
  private next: Matrix = identity;
  private path: (readonly [number, number])[] = [];
  private clipping = false;

  constructor(page: PDFPage, matrix: Matrix, clip: Box) {
    this.page = page;
    this.state = { matrix, clip, size: 0 };
  }

  read(bytes: Uint8Array): void {
    const decoder = new TextDecoder('latin1');
    for (const { operator, start, end } of readOperations(bytes))
      this.operate(operator, decoder.decode(bytes.subarray(start, end - operator.length)));
  }

  private operate(operator: string, operands: string): void {
    if (operator in pathOperators) this.addToPath(operator, numbers(operands));
    else if (paints.has(operator) || operator === 'n') this.endPath(operator !== 'n');
    else if (operator === 'Tj' || operator === 'TJ') this.show(operands);
    else this.change(operator, operands);
  }

  private change(operator: string, operands: string): void {
    switch (operator) {
      case 'q':
        this.saved.push(this.state);
        break;
      case 'Q':
        this.state = this.saved.pop() ?? this.state;
        break;
      case 'cm':
        this.state = { ...this.state, matrix: combine(asMatrix(operands), this.state.matrix) };
        break;
      case 'W':
      case 'W*':
        this.clipping = true;
        break;
      case 'Do':
        this.paintObject(operands);
        break;
      case 'BDC':
      case 'BMC':
        this.tags.push(tagOf(operands) ?? this.tags.at(-1));
        break;
      case 'EMC':
        this.tags.pop();
        break;
      case 'Tf':
        this.setFont(operands);
        break;
      case 'Tm':
        this.beginLine(asMatrix(operands));
        break;
      case 'Td': {
        const [x = 0, y = 0] = numbers(operands);
        this.beginLine(combine([1, 0, 0, 1, x, y], this.line));
        break;
      }
    }
  }

  private beginLine(matrix: Matrix): void {
    this.line = matrix;
    this.next = matrix;
  }

  private addToPath(operator: string, values: readonly number[]): void {
    const { matrix } = this.state;
    if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = values;
      this.path.push(transform(matrix, x, y), transform(matrix, x + width, y + height));
      return;
    }
    for (let i = 0; i + 1 < values.length; i += 2)
      this.path.push(transform(matrix, values[i] ?? 0, values[i + 1] ?? 0));
  }

  private endPath(painted: boolean): void {
    const { path } = this;
    this.path = [];
    const clipping = this.clipping;
    this.clipping = false;
    if (path.length === 0) return;
    const box = boxAround(path);
    if (clipping) this.state = { ...this.state, clip: intersection(this.state.clip, box) };
    if (painted) this.addShape(box);
  }

  private addShape(box: Box): void {
    const seen = intersection(box, this.state.clip);
    if (seen.right < seen.left || seen.bottom < seen.top) return;
    this.marks.push({
      kind: 'shape',
      box,
      seen,
      text: '',
      size: 0,
      slanting: false,
      missing: 0,
      ...this.tagged(),
    });
  }

  private paintObject(operands: string): void {
    const object = this.resource('XObject', operands.trim().slice(1));
    if (!(object instanceof PDFRawStream)) return;
    const bounds = object.dict.lookupMaybe(PDFName.of('BBox'), PDFArray);
    const [left = 0, bottom = 0, right = 1, top = 1] = bounds === undefined ? [] : numbers(bounds.toString());
    this.addShape(
      boxAround([transform(this.state.matrix, left, bottom), transform(this.state.matrix, right, top)]),
    );
  }

  private setFont(operands: string): void {
    const [, name = '', size = ''] = /\/(\S+)\s+([\d.]+)/.exec(operands) ?? [];
    const known = this.fonts.get(name);
    const found = known === undefined ? this.resource('Font', name) : undefined;
    const font = known ?? (found instanceof PDFDict ? readFont(found) : undefined);
    if (font !== undefined) this.fonts.set(name, font);
    this.state = { ...this.state, size: Number(size), ...(font === undefined ? {} : { font }) };
  }

  private resource(kind: string, name: string): unknown {
    return this.page.node.Resources()?.lookupMaybe(PDFName.of(kind), PDFDict)?.lookup(PDFName.of(name));
  }

  /** Strings, and between them what is taken from the advance, in thousandths of the size. */
  private show(operands: string): void {
    const { font, size, matrix: outer, clip } = this.state;
    if (font === undefined) return;
    const matrix = combine(this.next, outer);
    let advance = 0;
    let [from, to] = [Number.POSITIVE_INFINITY, 0];
    let text = '';
    let missing = 0;
    for (const [, hex, shift] of operands.matchAll(/<([\dA-Fa-f]*)>|([+-]?[\d.]+)/g)) {
      if (shift !== undefined) advance -= Number(shift);
      for (const code of font.codes(hex ?? '')) {
        const inked = !blank.test(font.text(code));
        if (inked) from = Math.min(from, advance);
        advance += font.width(code);
        if (inked) to = advance;
        text += font.text(code);
        if (code === 0) missing += 1;
      }
    }
    this.next = combine([1, 0, 0, 1, (advance / 1000) * size, 0], this.next);
    const [left, right] = [Math.min(from, to), to].map(place => ((place ?? 0) / 1000) * size) as [
      number,
      number,
    ];
    // A page that is turned upside down by its matrix turns its letters back, so that up is where the size is positive.
    const box = boxAround([
      transform(matrix, left, -descent * size),
      transform(matrix, right, ascent * size),
      transform(matrix, right, -descent * size),
      transform(matrix, left, ascent * size),
    ]);
    const points = Math.hypot(matrix[2], matrix[3]) * size * millimetre;
    const seen = intersection(box, clip);
    const slanting = Math.abs(matrix[0]) > 1e-3 && Math.abs(matrix[1]) > 1e-3;
    this.addText({ kind: 'text', box, seen, text, size: points, slanting, font, missing, ...this.tagged() });
  }

  /** Chromium places letters one by one: what goes on where the last one ended is one run. */
  private addText(mark: Mark): void {
    const last = this.marks.at(-1);
    if (
      last?.kind === 'text' &&
      last.tag === mark.tag &&
      last.font === mark.font &&
      Math.abs(last.box.bottom - mark.box.bottom) < 0.05 &&
      mark.box.left - last.box.right > -0.35 &&
      mark.box.left - last.box.right < 0.12 * mark.size
    ) {
      this.marks[this.marks.length - 1] = {
        ...last,
        box: union(last.box, mark.box),
        seen: union(last.seen, mark.seen),
        text: last.text + mark.text,
        missing: last.missing + mark.missing,
      };
    } else this.marks.push(mark);
  }

  private tagged(): { readonly tag?: number } {
    const tag = this.tags.at(-1);
    return tag === undefined ? {} : { tag };
  }
}

const numbers = (operands: string): number[] =>
  Array.from(operands.matchAll(/[+-]?(?:\d+\.?\d*|\.\d+)/g), ([number]) => Number(number));

const asMatrix = (operands: string): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(operands);
  return [a, b, c, d, e, f];
};

const tagOf = (operands: string): number | undefined => {
  const tag = /\/MCID\s+(\d+)/.exec(operands)?.[1];
  return tag === undefined ? undefined : Number(tag);
};
