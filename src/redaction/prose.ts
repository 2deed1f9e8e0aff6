import type { z } from 'zod';
import { accountSchema } from '../model/account.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { personSchema } from '../model/person.ts';
import { programNames, programSchemas } from '../model/program.ts';
import { at, type SourceRef } from '../model/source.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Locate } from '../workspace/draft.ts';
import { isLocalizedText, stepsInto } from '../workspace/schema.ts';
import { freeText, likelyName } from './diagnostics.ts';
import { hiddenText } from './fields.ts';
import { type Term, wordsOf } from './mask.ts';

interface Prose {
  readonly text: string;
  readonly ref: SourceRef;
}

/** Words that are shorter are too often something else. */
const shortestPart = 5;
const mostNamed = 20;

/**
 * What no mask can promise: free texts that are still shown, and words in them that are part of a hidden name.
 * @param seen the workspace as the audience sees it
 * @param locate finds a place of it in the files as they are
 */
export const proseWarnings = (
  seen: Workspace,
  terms: readonly Term[],
  locate: Locate,
): readonly Diagnostic[] => {
  const texts = [...proseOf(seen)].filter(({ text }) => text !== hiddenText);
  const [first] = texts;
  if (first === undefined) return [];
  const withFigures = texts.filter(({ text }) =>
    /\d[\d.,]*\s*(%|€|\$|£|[A-Z]{3}\b)|\d{3,}/.test(text),
  ).length;
  return [
    freeText(locate(first.ref), texts.length, withFigures),
    ...likelyNames(texts, terms).map(({ word, code, found }) =>
      likelyName(found[0] && locate(found[0].ref), word, code, found.length - 1),
    ),
  ];
};

/** Words that only one hidden name has, with its code. */
const partsOf = (terms: readonly Term[]): ReadonlyMap<string, string> => {
  const codes = new Map<string, Set<string>>();
  for (const { name, code } of terms)
    for (const { folded } of wordsOf(name))
      if (folded.length >= shortestPart && !/\d/.test(folded))
        codes.set(folded, (codes.get(folded) ?? new Set()).add(code));
  return new Map(
    [...codes].flatMap(([word, [code, ...more]]) =>
      code === undefined || more.length > 0 ? [] : [[word, code] as const],
    ),
  );
};

interface Likely {
  readonly word: string;
  readonly code: string;
  readonly found: readonly Prose[];
}

/** Parts of hidden names that stand in texts with a capital, and that no text writes small as an ordinary word. */
const likelyNames = (texts: readonly Prose[], terms: readonly Term[]): readonly Likely[] => {
  const parts = partsOf(terms);
  const written = texts.flatMap(prose =>
    wordsOf(prose.text)
      .filter(({ folded }) => parts.has(folded))
      .map(({ folded, start, end }) => ({ folded, word: prose.text.slice(start, end), prose })),
  );
  const isNamed = ({ word }: { readonly word: string }): boolean => /^\p{Lu}/u.test(word);
  const ordinary = new Set(written.filter(one => !isNamed(one)).map(({ folded }) => folded));
  const found = new Map<string, Likely>();
  for (const { folded, word, prose } of written.filter(({ folded: own }) => !ordinary.has(own))) {
    const known = found.get(folded);
    const all = new Set([...(known?.found ?? []), prose]);
    found.set(folded, { word: known?.word ?? word, code: parts.get(folded) ?? '', found: [...all] });
  }
  return [...found.values()].slice(0, mostNamed);
};

function* proseOf(seen: Workspace): Generator<Prose> {
  for (const account of seen.accounts) yield* textsIn(accountSchema, account, account.source);
  for (const person of seen.people) yield* textsIn(personSchema, person, person.source);
  const { decisions, ...program } = seen.program;
  for (const decision of decisions)
    yield* textsIn(programSchemas.decisions.shape.decisions.element, decision, decision.source);
  for (const name of programNames) {
    const file = name === 'decisions' ? undefined : program[name];
    if (file) yield* textsIn(programSchemas[name], file, file.source);
  }
}

function* textsIn(schema: z.core.$ZodType, value: unknown, ref: SourceRef): Generator<Prose> {
  if (isLocalizedText(schema)) {
    if (typeof value === 'string') yield { text: value, ref };
    else for (const text of Object.values(value ?? {})) yield { text: String(text), ref };
  } else if (typeof value === 'object' && value !== null)
    for (const [step, below, child] of stepsInto(schema, value)) yield* textsIn(below, child, at(ref, step));
}
