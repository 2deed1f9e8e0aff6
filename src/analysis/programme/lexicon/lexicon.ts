import type { Statement } from '../../../model/statement.ts';

export type Aspect = Statement['spans'][number]['aspect'];

/** Words that narrow a statement down: a vision that lives from quotas ages with them (domain 2.5). */
export type LintRule = 'figure' | 'date' | 'quota' | 'exclusion';

/**
 * Words of one language that hint at an aspect or break the openness of a statement. A trailing `*` stands for any ending. A
 * lexicon suggests and warns; it never passes a test.
 */
export interface Lexicon {
  readonly aspects: Readonly<Record<Aspect, readonly string[]>>;
  /** Figures need no words; they are found by their digits. */
  readonly restrictions: Readonly<Record<Exclude<LintRule, 'figure'>, readonly string[]>>;
}
