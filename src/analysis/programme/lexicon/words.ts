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

const found = (text: string, phrases: readonly string[]): string[] => [
  ...new Set(phrases.flatMap(phrase => text.match(patternOf(phrase)) ?? [])),
];

const patternOf = (phrase: string): RegExp => {
  const words = phrase
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('\\*', '[\\p{L}\\p{N}]*')
    .replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'giu');
};
