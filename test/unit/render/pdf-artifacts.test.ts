import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withArtifacts } from '../../../src/render/pdf-artifacts.ts';
import { readOperations } from '../../../src/render/pdf-content.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0));
const marked = (text: string): string => String.fromCharCode(...withArtifacts(bytes(text)));
const operators = (text: string): string[] => readOperations(bytes(text)).map(({ operator }) => operator);

describe('withArtifacts', () => {
  it('wraps a path from its first operator to its painting', () => {
    expect(marked('q 0 0 m 10 0 l S Q')).toBe('q /Artifact BMC\n0 0 m 10 0 l S\nEMC\n Q');
  });

  it('wraps text inside its text object, since the two must nest', () => {
    expect(marked('BT /F1 8 Tf (a\\)b) Tj ET')).toBe('BT /F1 8 Tf /Artifact BMC\n(a\\)b) Tj\nEMC\n ET');
  });

  it('leaves tagged content and clipping alone', () => {
    const tagged = bytes('/P <</MCID 0>> BDC BT (x) Tj ET EMC 0 0 5 5 re W n');
    expect(withArtifacts(tagged)).toBe(tagged);
  });

  it('starts a path anew after a clip', () => {
    expect(marked('0 0 5 5 re W n 1 1 m 2 2 l S')).toBe('0 0 5 5 re W n /Artifact BMC\n1 1 m 2 2 l S\nEMC\n');
  });

  it('is finished after one pass', () => {
    const piece = fc.constantFrom(
      'q',
      'Q',
      // Nothing may interrupt a path (ISO 32000-1, 8.2).
      '1 0 m 5 5 l S',
      '0 0 9 9 re f',
      '(a(b)c) Tj',
      '/X0 Do',
      '0 0 2 2 re W n',
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const once = withArtifacts(bytes(pieces.join('\n')));
        expect(withArtifacts(once)).toBe(once);
      }),
    );
  });
});

describe('readOperations', () => {
  it('is not misled by strings, names, numbers or dictionaries', () => {
    expect(operators('/Tj 12 Tf <</A (S f)>> /B [1 (Do) -.5] TJ <53> Tj % S\nf*')).toEqual([
      'Tf',
      'TJ',
      'Tj',
      'f*',
    ]);
  });

  it('refuses inline images, whose bytes are no tokens', () => {
    expect(() => operators('BI /W 1 ID x EI')).toThrow('inline image');
  });
});
