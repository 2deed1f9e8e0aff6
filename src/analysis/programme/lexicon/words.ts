import { english } from './en.ts';
import { spanish } from './es.ts';
import type { Aspect, Lexicon, LintRule } from './lexicon.ts';

const lexicons: Readonly<Record<string, Lexicon>> = { en: english, es: spanish };

/** The lexicon of a language tag; undefined where there is none, and then nothing is suggested or warned by words. */
const lexiconOf = (tag: string): Lexicon | undefined => lexicons[tag.slice(0, 2)];

/** Words of the text that hint at an aspect, as they stand in it, in the order of the lexicon. */
export const hintsOf = (text: string, tag: string, aspect: Aspect): string[] =>
  found(text, lexiconOf(tag)?.aspects[aspect] ?? []);

/** Words that narrow the text down under a rule, as they stand in it. */
export const restrictionsOf = (text: string, tag: string, rule: LintRule): string[] =>
  rule === 'figure' ? figuresIn(text) : found(text, lexiconOf(tag)?.restrictions[rule] ?? []);

// Digits with what belongs to them: 2028, 12,5 %, 30.000.
const figuresIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*(?:\s?%)?/g) ?? [];

const found = (text: string, phrases: readonly string[]): string[] => {
  const plain = text.replaceAll(/\s+/g, ' ');
  return [...new Set(phrases.flatMap(phrase => occurrences(plain, phrase)))];
};

const wordCharacter = /[\p{L}\p{N}]/u;
const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && wordCharacter.test(character);

// By hand rather than by a pattern for each phrase: compiling those with Unicode classes took a second.
const occurrences = (text: string, phrase: string): string[] => {
  const lower = text.toLowerCase();
  const needle = phrase.replace(/\*$/, '');
  const anyEnding = needle !== phrase;
  const words: string[] = [];
  for (let start = lower.indexOf(needle); start >= 0; start = lower.indexOf(needle, start + 1)) {
    let end = start + needle.length;
    if (anyEnding) while (isWordCharacter(text[end])) end += 1;
    if (!isWordCharacter(text[start - 1]) && !isWordCharacter(text[end])) words.push(text.slice(start, end));
  }
  return words;
};
