import type { Diagnostic } from '../../model/diagnostic.ts';
import { clip, didYouMean, type Place, report } from './report.ts';

export const unknownReference = (
  span: Place,
  what: string,
  name: string,
  suggestion: string | undefined,
  where: 'workspace' | 'account' = 'workspace',
): Diagnostic =>
  report(
    'error',
    'workspace/unknown-reference',
    span,
    `There is no ${what} "${clip(name)}" in this ${where}.`,
    [didYouMean(suggestion) ?? placeOf[what]?.(clip(name))],
  );

/** Where one would write what there is not yet. */
const placeOf: Readonly<Record<string, (id: string) => string>> = {
  person: id => `Write data/people/${id}.yaml, with "name" and "role", or take the line away.`,
  account: id => `Write data/accounts/${id}.yaml, with "name", or take the line away.`,
  product: id => `Enter it in data/products.yaml, with the id ${id}, or take the line away.`,
};

export const duplicateId = (span: Place, id: string): Diagnostic =>
  report(
    'error',
    'workspace/duplicate-id',
    span,
    `The id "${clip(id)}" is taken by an earlier entry of this list.`,
    ['Give each entry its own id.'],
  );

export const ownershipCycle = (span: Place, way: readonly string[]): Diagnostic =>
  report(
    'error',
    'workspace/ownership-cycle',
    span,
    `Accounts control each other in a circle: ${way.join(' → ')}.`,
    ['Take away one "parent".'],
  );

export const uncheckedReference = (span: Place, message: string): Diagnostic =>
  report('warning', 'workspace/unchecked-reference', span, message);

export const offScale = (
  span: Place,
  points: number,
  scale: { readonly min: number; readonly max: number },
): Diagnostic =>
  report(
    'error',
    'workspace/off-scale',
    span,
    `${points} lies outside the points scale, ${scale.min} to ${scale.max}.`,
  );

export const emptyScale = (span: Place, message: string): Diagnostic =>
  report('error', 'workspace/empty-scale', span, message, ['Choose two different values.']);

export const noWeight = (span: Place): Diagnostic =>
  report('error', 'workspace/no-weight', span, 'All weights are 0, so no score can be computed.', [
    'Give at least one criterion a weight.',
  ]);

export const derivedCriterionRated = (span: Place, id: string): Diagnostic =>
  report(
    'warning',
    'workspace/derived-criterion-rated',
    span,
    `The points of "${id}" are derived from data; this rating is not used.`,
    ['Take the rating away, or "derive" from the criterion.'],
  );

export const missingRate = (
  span: Place,
  currency: string,
  reporting: string,
  quarters: readonly string[],
): Diagnostic =>
  report(
    'error',
    'workspace/missing-rate',
    span,
    `The account has amounts in ${currency}, but there is no rate to ${reporting} for ${quarters.join(', ')}.`,
    [`Add the rates to data/workspace.yaml under "rates: { ${currency}: … }".`],
  );

export const wrongOrder = (
  span: Place,
  end: string,
  endValue: string | number,
  start: string,
  startValue: string | number,
): Diagnostic =>
  report(
    'error',
    'workspace/wrong-order',
    span,
    `"${end}" (${endValue}) must not come before "${start}" (${startValue}).`,
  );

export const missingDate = (span: Place, message: string, hints: readonly string[]): Diagnostic =>
  report('error', 'workspace/missing-date', span, `${message}.`, hints);

export const statusConflict = (span: Place, message: string): Diagnostic =>
  report('warning', 'workspace/status-conflict', span, message, ['Correct one of the two.']);

export const futureActual = (span: Place, field: string, quarter: string, period: string): Diagnostic =>
  report(
    'warning',
    'workspace/future-actual',
    span,
    `"${field}" of ${quarter} lies after the period under review, ${period}; only plan and forecast belong there.`,
  );

export const quoteNotFound = (span: Place, words: string, language: string | undefined): Diagnostic =>
  report(
    'error',
    'workspace/quote-not-found',
    span,
    `"${clip(words)}" does not stand in the statement${language === undefined ? '' : ` in language ${language}`}.`,
    ['Quote the words exactly as they stand there.'],
  );

/** @param more texts that lack a language too, and the files in which they are besides this one */
export const missingLanguage = (
  span: Place,
  locales: readonly string[],
  more: { readonly texts: number; readonly files: number },
): Diagnostic =>
  report(
    'warning',
    'workspace/missing-language',
    span,
    `The text has no ${locales.join(' and no ')} version; the reader gets it in another language, marked as such${moreTexts(more)}.`,
    [`Add ${locales.map(locale => `"${locale}: …"`).join(' and ')}.`],
  );

const moreTexts = ({ texts, files }: { readonly texts: number; readonly files: number }): string => {
  if (texts === 0) return '';
  const where = files === 0 ? 'of this file' : `of ${files + 1} files`;
  return texts === 1 ? `; so is one more ${where}` : `; so are ${texts} more ${where}`;
};

export const noHistory = (span: Place, period: string): Diagnostic =>
  report(
    'warning',
    'workspace/no-history',
    span,
    `No account has revenue in the period under review, ${period}.`,
    ['Add the quarter to the history of the accounts, or choose another period.'],
  );

export const suspiciousUnit = (span: Place, kpi: string, value: number): Diagnostic =>
  report(
    'warning',
    'workspace/suspicious-unit',
    span,
    `The target of ${kpi} is a share; ${value} means ${value * 100}%.`,
    [`Write ${Number((value / 100).toPrecision(12))} for ${value}%.`],
  );

export const thousandsSeparator = (span: Place, text: string): Diagnostic =>
  report(
    'warning',
    'workspace/thousands-separator',
    span,
    `${text} is read as a number with three decimals: the point separates decimals, not thousands.`,
    [
      `For thousands write ${text.replace('.', '')}.`,
      `If ${Number(text)} is meant, write ${text.endsWith('0') ? text.slice(0, -1) : `${text}0`}.`,
    ],
  );

export const costRewarded = (span: Place): Diagnostic =>
  report(
    'warning',
    'workspace/cost-rewarded',
    span,
    'A higher cost to serve gives more points here, so the most expensive accounts would rank highest.',
    ['Add "lowerIsBetter: true"; with breakpoints, let their points fall.'],
  );

export const breakpointsTurned = (span: Place): Diagnostic =>
  report(
    'error',
    'workspace/contradiction',
    span,
    'With breakpoints "lowerIsBetter" changes nothing: their points say which way is better.',
    ['Take it away, and let the points fall where less is better: [[0, 10], [5, 1]].'],
  );
