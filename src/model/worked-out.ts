import type { Assumption } from './figure.ts';
import type { SourceRef } from './source.ts';

/** How what was worked out prints: a number, a day, a quarter, or a code of a closed vocabulary. */
export type WorkedOutKind = 'number' | 'date' | 'period' | { readonly term: string };

/**
 * What enters some calculations and is neither a figure nor a setting: the data gave it. Nobody can type it, so an explanation
 * says it in words (`explain.worked-out.<name>` of a locale) where a setting keeps its key.
 */
export const workedOutKinds = {
  'accounts-below': 'number',
  'accounts-equal': 'number',
  'accounts-measured': 'number',
  'people-asked': 'number',
  'rating-carried-from': 'period',
  'repeat-orders': 'number',
  'solved-since': 'date',
  'strength-scored-by': { term: 'scorer' },
  'survey-of': 'period',
  'weeks-to-last-order': 'number',
  'weeks-watched': 'number',
  'years-from': { term: 'years-from' },
} as const satisfies Readonly<Record<string, WorkedOutKind>>;

export type WorkedOutName = keyof typeof workedOutKinds;

/** @param source the one place that tells it, where there is one */
export const workedOut = (name: WorkedOutName, value: number | string, source?: SourceRef): Assumption => ({
  name,
  value,
  ...(source === undefined ? {} : { source }),
});

export const isWorkedOut = (name: string): name is WorkedOutName => Object.hasOwn(workedOutKinds, name);
