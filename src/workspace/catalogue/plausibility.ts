import type { Diagnostic } from '../../model/diagnostic.ts';
import { clip, type Place, report } from './report.ts';

/** What can be, but hardly is: warnings, each told once for all that one slip has made. */

/** At most four names, then how many more there are. */
export const few = (names: readonly string[]): string => {
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
};

export const missingQuarters = (span: Place, quarters: readonly string[]): Diagnostic =>
  report(
    'warning',
    'workspace/missing-quarter',
    span,
    `Revenue of ${few(quarters)} is missing between quarters that have it; it is not taken for zero, so growth and retention over it are not available.`,
    ['Add the quarter; where the customer bought nothing, write "revenue: 0".'],
  );

export const missingFixedCosts = (span: Place, quarters: readonly string[]): Diagnostic =>
  report(
    'warning',
    'workspace/missing-quarter',
    span,
    `The fixed costs of ${few(quarters)} are missing between quarters that have them; they are not taken for zero, so the cover of fixed costs over them is not available.`,
    ['Add the quarter.'],
  );

export const implausibleAmount = (
  span: Place,
  what: string,
  quarters: readonly string[],
  hint: string,
): Diagnostic =>
  report('warning', 'workspace/implausible-amount', span, `${what} in ${few(quarters)}.`, [hint]);

export const implausibleMagnitude = (
  span: Place,
  field: string,
  value: number,
  decades: number,
  others: string,
  more: number,
): Diagnostic =>
  report(
    'warning',
    'workspace/implausible-magnitude',
    span,
    `"${field}" is ${value} here, about ${powerOfTen(decades)} times ${others}${more > 0 ? ` (as in ${more} more places of the account)` : ''}.`,
    ['Write all amounts in units of the currency, none in thousands and none in per cent.'],
  );

const powersOfTen = ['a thousand', 'ten thousand', 'a hundred thousand', 'a million'] as const;

const powerOfTen = (decades: number): string =>
  powersOfTen[Math.max(0, Math.round(decades) - 3)] ?? 'many million';

export const percentAsAmount = (span: Place, field: string, value: number): Diagnostic =>
  report(
    'warning',
    'workspace/suspicious-unit',
    span,
    `"${field}" is an amount of money; ${value} is next to nothing of the revenue.`,
    ['Write the amount in units of the currency, if this is a percentage of the revenue.'],
  );

export const implausibleRate = (
  span: Place,
  currency: string,
  rate: number,
  before: string,
  other: number,
): Diagnostic => {
  const looksInverted = Math.abs(rate * other - 1) < 0.15;
  const isFar = rate > other * 2 || rate < other / 2;
  return report(
    'warning',
    'workspace/implausible-rate',
    span,
    isFar
      ? `The rate of ${currency}, ${rate}, is more than twice or less than half of that of ${before}, ${other}.`
      : `The rate of ${currency}, ${rate}, is that of ${before}, ${other}, upside down.`,
    [
      looksInverted
        ? `It looks inverted: write units of reporting currency for one ${currency}, ${Number((1 / rate).toPrecision(4))}.`
        : 'Correct it; a rate says how many units of reporting currency one unit of the foreign currency is worth.',
    ],
  );
};

export const duplicateEntry = (span: Place, list: string, more: number): Diagnostic =>
  report(
    'warning',
    'workspace/duplicate-entry',
    span,
    `This entry of "${list}" says the same as an earlier one, and counts twice${more > 0 ? `; so do ${more} more` : ''}.`,
    ['Keep one of them; where both are meant, write what tells them apart.'],
  );

export const duplicateName = (span: Place, name: string, other: string): Diagnostic =>
  report(
    'warning',
    'workspace/duplicate-name',
    span,
    `"${clip(name)}" is the name of ${other} as well: the same one entered twice, or two that no reader can tell apart.`,
    ['Keep one of the two files, or write what tells them apart into the name.'],
  );

export const futureEvent = (
  span: Place,
  date: string,
  limit: string,
  what: string,
  more: number,
): Diagnostic =>
  report(
    'warning',
    'workspace/future-date',
    span,
    `${date} lies after ${limit}, ${what}, so this can't have happened yet${more > 0 ? `; nor can ${more} more in this file` : ''}.`,
    ['Correct the date, or enter it when it has happened.'],
  );

export const manyFutureEvents = (span: Place, files: number, date: string, limit: string): Diagnostic =>
  report(
    'warning',
    'workspace/future-date',
    span,
    `${files} files have dates after ${limit}, such as ${date}, of what is said to have happened.`,
    ['Correct "dataAsOf" or "period", if it is that one that is wrong; else the dates.'],
  );

export const percentAsShare = (span: Place, what: string, value: number): Diagnostic =>
  report(
    'warning',
    'workspace/suspicious-unit',
    span,
    `"${what}" is a share; ${value} means ${Number((value * 100).toPrecision(12))}%.`,
    [`Write ${Number((value / 100).toPrecision(12))} for ${value}%.`],
  );

export const shareAsScore = (span: Place, what: string, value: number): Diagnostic =>
  report(
    'warning',
    'workspace/suspicious-unit',
    span,
    `"${what}" is a score from −100 to 100; ${value} is next to nothing.`,
    [`Write ${Number((value * 100).toPrecision(12))} if ${value} is meant as a share.`],
  );

export const unusedRate = (span: Place, currency: string): Diagnostic =>
  report(
    'warning',
    'workspace/contradiction',
    span,
    `${currency} is the reporting currency itself; its amounts are not converted, and this rate is not used.`,
    ['Take it away, or correct "currency".'],
  );

/** The same slip in so many accounts that one report has to do. */
export const inManyAccounts = (example: Diagnostic, accounts: number): Diagnostic => ({
  ...example,
  message: `${example.message} ${accounts - 1} more accounts have the same.`,
});
