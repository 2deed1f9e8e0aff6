import type { Advised } from './advice.ts';
import type { FigureId, Unit } from './figure.ts';

export type FindingSeverity = 'critical' | 'attention' | 'notable' | 'good';

/** A parameter of a finding's sentence; the locale formats it by its kind. */
export type FindingParam =
  | { readonly kind: 'figure'; readonly id: FigureId }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: Unit;
      readonly precision: number;
      readonly signed?: boolean;
    }
  /** A large amount in words: 60,3 millones de euros. */
  | { readonly kind: 'largeMoney'; readonly value: number; readonly currency: string }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'accounts'; readonly ids: readonly string[] }
  | { readonly kind: 'term'; readonly vocabulary: string; readonly code: string }
  /** A list of words of a vocabulary, in quotation marks where each is a name within the sentence. */
  | {
      readonly kind: 'terms';
      readonly vocabulary: string;
      readonly codes: readonly string[];
      readonly quoted?: boolean;
    }
  | { readonly kind: 'period'; readonly id: string }
  /** A day, YYYY-MM-DD. */
  | { readonly kind: 'date'; readonly day: string }
  /** A list of texts: "a, b and c", each in quotation marks where it is what somebody wrote rather than a name. */
  | {
      readonly kind: 'texts';
      readonly texts: readonly (string | Readonly<Record<string, string>>)[];
      readonly quoted?: boolean;
    }
  /** Product lines, each with the unit of the customer that it is about where there are several. */
  | { readonly kind: 'lines'; readonly lines: readonly { readonly line: string; readonly unit?: string }[] }
  | { readonly kind: 'text'; readonly text: string | Readonly<Record<string, string>> };

/**
 * What the data say, typed. Its sentence is `findings.<code>.message` of the locale (ICU MessageFormat with plural
 * rules), its recommended decision `findings.<code>.decision` where there is one.
 */
export interface Finding {
  readonly id: string;
  readonly code: string;
  /** The section that it can head: portfolio, ranking, kaism, segments, commitment, phase, vision, kpi, account. */
  readonly topic: string;
  /** The account it is about, when it is about one. */
  readonly account?: string;
  /** The key account manager it is about, when it is about one. */
  readonly kam?: string;
  readonly severity: FindingSeverity;
  /** Weight within its topic, higher first; ties are broken by id. */
  readonly rank: number;
  readonly figures: readonly FigureId[];
  readonly params: Readonly<Record<string, FindingParam>>;
  /** What its decision asks for of which accounts; absent where it asks nothing of anybody in particular. */
  readonly advises?: readonly Advised[];
}

/** The topic of a code, or of a name that is a topic already: `pipeline.account` → `pipeline`. */
export const topicOf = (name: string): string => name.split('.', 1)[0] ?? name;
