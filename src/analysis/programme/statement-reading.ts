import { type Statement, statementAspects } from '../../model/statement.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Aspect, LintRule } from './lexicon/lexicon.ts';
import { hintsOf, restrictionsOf } from './lexicon/words.ts';

/** The three presence tests of domain 2.5. */
export const presenceTests: readonly Aspect[] = [
  'customer-type',
  'relationship-type',
  'organisational-approach',
];
export const lintRules: readonly LintRule[] = ['figure', 'date', 'quota', 'exclusion'];

/** `suggested`: nobody marked it, but the lexicon knows words of the text. Never a pass. */
export type Presence = 'present' | 'suggested' | 'absent';

export interface AspectReading {
  readonly aspect: Aspect;
  readonly presence: Presence;
  /** The words marked by the author, or those that the lexicon found. */
  readonly words?: LocalizedText;
  /** Place of the mark among the spans of the statement. */
  readonly span?: number;
}

export interface LintWarning {
  readonly rule: LintRule;
  readonly words: LocalizedText;
}

export interface StatementReading {
  readonly aspects: readonly AspectReading[];
  readonly warnings: readonly LintWarning[];
  /** Presence tests passed, 0–3. */
  readonly passed: number;
}

/**
 * Reads a statement by its author's marks. A mark counts when its words stand in the text, in each language that the
 * statement is written in.
 * @param language tag in which a text without languages is read
 */
export const readStatement = (statement: Statement, language: string): StatementReading => {
  const aspects = statementAspects.map(aspect => readAspect(statement, aspect, language));
  return {
    aspects,
    warnings: lintRules.flatMap(rule => warningOf(statement.text, rule, language)),
    passed: aspects.filter(one => presenceTests.includes(one.aspect) && one.presence === 'present').length,
  };
};

const readAspect = (statement: Statement, aspect: Aspect, language: string): AspectReading => {
  const span = statement.spans.findIndex(one => one.aspect === aspect && stands(one.quote, statement.text));
  const marked = statement.spans[span];
  if (marked !== undefined) return { aspect, presence: 'present', words: marked.quote, span };
  const hints = wordsIn(statement.text, language, (text, tag) => hintsOf(text, tag, aspect));
  return hints === undefined
    ? { aspect, presence: 'absent' }
    : { aspect, presence: 'suggested', words: hints };
};

const stands = (quote: LocalizedText, text: LocalizedText): boolean => {
  const holds = (whole: string, part: string | undefined): boolean =>
    part !== undefined && plain(whole).includes(plain(part));
  if (typeof text === 'string')
    return typeof quote === 'string'
      ? holds(text, quote)
      : Object.values(quote).some(part => holds(text, part));
  return Object.entries(text).every(([tag, whole]) =>
    holds(whole, typeof quote === 'string' ? quote : quote[tag]),
  );
};

// YAML folds lines, so a quote may differ from the text in white space only.
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const warningOf = (text: LocalizedText, rule: LintRule, language: string): LintWarning[] => {
  const words = wordsIn(text, language, (one, tag) => restrictionsOf(one, tag, rule));
  return words === undefined ? [] : [{ rule, words }];
};

const wordsIn = (
  text: LocalizedText,
  language: string,
  find: (text: string, tag: string) => readonly string[],
): LocalizedText | undefined => {
  if (typeof text === 'string') {
    const words = find(text, language);
    return words.length === 0 ? undefined : words.join(', ');
  }
  const byTag = Object.entries(text)
    .map(([tag, one]) => [tag, find(one, tag)] as const)
    .filter(([, words]) => words.length > 0);
  return byTag.length === 0
    ? undefined
    : Object.fromEntries(byTag.map(([tag, words]) => [tag, words.join(', ')]));
};
