import type { FrontMatter } from './front-matter.ts';
import type { SubjectKind } from './subject.ts';

/** What surrounds a place of a notebook, and therefore what may be named there. */
export interface Surroundings {
  /** Whether a loop has changed what names mean, so that only helpers can be checked. */
  readonly inLoop: boolean;
  /** Whom the `*` of an id may stand for. */
  readonly subjects: ReadonlySet<SubjectKind>;
}

/** @param each of which subjects the notebook makes a document each; undefined where its head can't be read, and all pass */
export const surroundingsOf = (each: FrontMatter['each'] | undefined): Surroundings => ({
  inLoop: false,
  subjects: new Set(each === undefined ? ['account', 'kam'] : each === 'none' ? [] : [each]),
});

const itemsOf: Readonly<Record<string, SubjectKind>> = { accounts: 'account', kams: 'kam' };

/** What surrounds the inside of a block. */
export const surroundingsIn = (block: string, over: string | undefined, here: Surroundings): Surroundings => {
  if (block !== 'each' && block !== 'with') return here;
  const item = itemsOf[over ?? ''];
  return {
    inLoop: true,
    subjects: item === undefined ? here.subjects : new Set([...here.subjects, item]),
  };
};

/** What surrounds each line of a notebook: the loops that begin at or before it and do not end there. */
export const surroundingsByLine = (text: string, outside: Surroundings): ((line: number) => Surroundings) => {
  const open: Surroundings[] = [];
  const changes: { readonly line: number; readonly here: Surroundings }[] = [];
  let [line, read] = [1, 0];
  for (const match of text.matchAll(/\{\{(?:#|(\/))(each|with)\b\s*([\w.]*)/g)) {
    const [whole, end, block = '', over] = match;
    if (end === undefined) open.push(surroundingsIn(block, over, open.at(-1) ?? outside));
    else open.pop();
    const to = match.index + whole.length;
    line += text.slice(read, to).split('\n').length - 1;
    read = to;
    changes.push({ line, here: open.at(-1) ?? outside });
  }
  return asked => changes.findLast(change => change.line <= asked)?.here ?? outside;
};

export const noSubject = (kind: SubjectKind): { readonly message: string; readonly hint: string } => ({
  message: `There is no ${kind === 'kam' ? 'key account manager' : 'account'} at hand here.`,
  hint: `Write "each: ${kind}" in the front matter, or put it inside {{#each ${kind}s}}`,
});
