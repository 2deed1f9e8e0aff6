/** A name that must not be read, and what stands in its place. */
export interface Term {
  readonly name: string;
  readonly code: string;
}

/** Replaces every name that it knows, wherever it stands in a text. */
export type Mask = (text: string) => string;

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Soft hyphens and joiners stand within words, and part none. */
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;

/** Case, accents, width and invisible characters make no other name. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFKC');

/** The words of a text, in their order, with their places. */
export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(words)].map(([word], index, all) => {
    const start = all[index]?.index ?? 0;
    return { folded: folded(word), start, end: start + word.length };
  });

/** Between the words of a name stand few characters, and no end of a sentence or of a table cell. */
const widestGap = 4;

/**
 * A name is found by its words, whatever stands between them (`aguas-del-serpis`, a line end, an initial's point) and
 * however they are written; of names that begin alike, the longest. Time grows with the text, not with the names.
 */
export const createMask = (terms: readonly Term[]): Mask => {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly code: string }[]>();
  for (const { name, code } of terms) {
    const own = wordsOf(name).map(word => word.folded);
    const [first] = own;
    if (first === undefined) continue;
    const known = byFirst.get(first) ?? [];
    if (known.some(one => one.words.join(' ') === own.join(' '))) continue;
    known.push({ words: own, code });
    byFirst.set(
      first,
      known.sort((a, b) => b.words.length - a.words.length),
    );
  }
  return text => {
    if (byFirst.size === 0) return text;
    const found = wordsOf(text);
    let masked = '';
    let done = 0;
    for (let index = 0; index < found.length; index += 1) {
      const word = found[index];
      const term = byFirst
        .get(word?.folded ?? '')
        ?.find(one => one.words.every((own, step) => isNext(found, index, step, own)));
      const last = term && found[index + term.words.length - 1];
      if (word === undefined || term === undefined || last === undefined) continue;
      masked += text.slice(done, word.start) + term.code;
      done = last.end;
      index += term.words.length - 1;
    }
    return done === 0 ? text : masked + text.slice(done);
  };
};

const isNext = (found: readonly Word[], index: number, step: number, own: string): boolean => {
  const word = found[index + step];
  if (word?.folded !== own) return false;
  const before = found[index + step - 1];
  return step === 0 || (before !== undefined && word.start - before.end <= widestGap);
};

const legalForms = new Set(
  'a ab ag as b bv c co coop corp cv de gmbh inc kg l limited llc lp ltd ltda nv oy plc r rl s sa sab sae sapi sarl sas sau sc scoop se sl slu spa srl u v y'.split(
    ' ',
  ),
);

/** A name without its legal form: who writes of the Aguas del Serpis rarely adds that it is an S.A. */
export const withoutLegalForm = (name: string): string | undefined => {
  const own = wordsOf(name);
  let kept = own.length;
  while (kept > 1 && legalForms.has(own[kept - 1]?.folded ?? '')) kept -= 1;
  const last = own[kept - 1];
  if (kept === own.length || last === undefined) return undefined;
  const short = name.slice(own[0]?.start, last.end);
  return short.length >= 4 ? short : undefined;
};
