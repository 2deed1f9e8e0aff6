import type { FigureInput } from '../../model/figure.ts';
import { at } from '../../model/source.ts';
import { money } from '../money.ts';
import { pointsRows } from '../portfolio/points-table.ts';
import type { Scope } from '../scope.ts';
import { type ContributionGap, type CustomerContribution, contributions } from './contribution.ts';
import { growthOf, type Protection, protectionsOf, type Test, type Untested } from './protection.ts';
import { settingsOf } from './settings.ts';

/**
 * What the declared rules say of an account: it would be let go; it contributes little and something keeps it; it
 * contributes enough; it left already; a rule can't be tested for want of data ("review"), or the contribution itself
 * is not known ("unknown").
 */
export type Verdict = 'let-go' | 'protected' | 'keep' | 'left' | 'review' | 'unknown';

export type VerdictReason = ContributionGap | 'lost' | 'above-line' | 'below-line' | Protection | Untested;

export interface Judged extends CustomerContribution {
  readonly verdict: Verdict;
  readonly reasons: readonly VerdictReason[];
  /** Relative change of revenue, as reported; absent where it can't be compared. */
  readonly growth?: number;
  readonly score?: number;
}

/** The declared rules applied to everyone of the portfolio, in the order of contribution. */
export const judged = (scope: Scope): readonly Judged[] =>
  scope.of(contributions).map(row => judge(scope, row));

const judge = (scope: Scope, row: CustomerContribution): Judged => {
  const growth = growthOf(scope, row);
  const score = scope.of(pointsRows).get(row.customer.id)?.value;
  const facts = {
    ...row,
    ...(typeof growth === 'number' ? { growth } : {}),
    ...(score === undefined ? {} : { score }),
  };
  const say = (verdict: Verdict, reasons: readonly VerdictReason[]): Judged => ({
    ...facts,
    verdict,
    reasons,
  });
  if (row.standing === 'lost') return say('left', ['lost']);
  if (row.gap !== undefined) return say('unknown', [row.gap]);
  if (!isBelow(scope, row)) return say('keep', ['above-line']);
  const tests = protectionsOf(scope, row, growth, score);
  const kept = tests.filter(({ verdict }) => verdict === 'kept');
  const untested = tests.filter(({ verdict }) => verdict === 'untested');
  const reasonsOf = (some: readonly Test[]): readonly VerdictReason[] => [
    'below-line',
    ...some.map(({ reason }) => reason),
  ];
  if (kept.length > 0) return say('protected', reasonsOf(kept));
  if (untested.length > 0) return say('review', reasonsOf(untested));
  return say('let-go', ['below-line']);
};

/** What a verdict rests on: the contribution, and where that lies below the line, every protection that was tested. */
export const verdictInputs = (scope: Scope, row: Judged): readonly FigureInput[] => {
  const prefix = `account.${row.customer.id}.rationalisation`;
  return [`${prefix}.contribution`, `${prefix}.ratio`, ...furtherInputs(scope, row)];
};

const furtherInputs = (scope: Scope, row: Judged): readonly FigureInput[] => {
  switch (row.verdict) {
    case 'left':
      return [at(row.customer.account.source, 'status')];
    case 'unknown':
    case 'keep':
      return [];
    case 'protected':
    case 'review':
    case 'let-go':
      return protectionsOf(scope, row, growthOf(scope, row), row.score).flatMap(test => test.inputs);
  }
};

/** Below every line that is declared. Without positive revenue there is no ratio, and the contribution alone decides. */
const isBelow = (scope: Scope, { contribution, ratio }: CustomerContribution): boolean => {
  const { below } = settingsOf(scope);
  if (contribution === undefined) return false;
  const belowRatio =
    below.ratio === undefined || (ratio === undefined ? !contribution.greaterThan(0) : ratio < below.ratio);
  return belowRatio && (below.contribution === undefined || contribution.lessThan(money(below.contribution)));
};
