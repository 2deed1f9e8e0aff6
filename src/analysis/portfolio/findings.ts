import type { Advised, Course } from '../../model/advice.ts';
import { type Finding, type FindingParam, topicOf } from '../../model/finding.ts';
import type { LocalizedText } from '../../model/text.ts';
import type { Money } from '../money.ts';
import type { Scope } from '../scope.ts';

/** Parameters of sentences, by kind. */
export const share = (value: number, signed = false): FindingParam => ({
  kind: 'number',
  value,
  unit: 'share',
  precision: 1,
  signed,
});
/** A difference of two percentages. */
export const percentagePoints = (value: number, signed = false): FindingParam => ({
  kind: 'number',
  value,
  unit: 'points',
  precision: 1,
  signed,
});
/** A declared line, without decimals where it has none: 10 %, 12.5 %. */
export const line = (value: number): FindingParam => ({
  kind: 'number',
  value,
  unit: 'share',
  precision: Number.isInteger(Number((value * 100).toFixed(6))) ? 0 : 1,
});
export const points = (value: number, precision = 1, signed = false): FindingParam => ({
  kind: 'number',
  value,
  unit: 'score',
  precision,
  signed,
});
export const index = (value: number): FindingParam => ({
  kind: 'number',
  value,
  unit: 'index',
  precision: 2,
});
export const days = (value: number): FindingParam => ({ kind: 'number', value, unit: 'days', precision: 0 });
export const years = (value: number): FindingParam => ({
  kind: 'number',
  value,
  unit: 'years',
  precision: 1,
});
/** An amount in words, in reporting currency. */
export const amount = (scope: Scope, value: Money | undefined): FindingParam => ({
  kind: 'largeMoney',
  value: value?.toNumber() ?? 0,
  currency: scope.workspace.settings.currency,
});
export const count = (value: number): FindingParam => ({ kind: 'count', value });
export const account = (id: string): FindingParam => ({ kind: 'account', id });
export const accounts = (ids: readonly string[]): FindingParam => ({ kind: 'accounts', ids });
export const figure = (id: string): FindingParam => ({ kind: 'figure', id });
export const period = (id: string): FindingParam => ({ kind: 'period', id });
export const date = (day: string): FindingParam => ({ kind: 'date', day });
export const texts = (values: readonly LocalizedText[]): FindingParam => ({ kind: 'texts', texts: values });
export const quoted = (values: readonly LocalizedText[]): FindingParam => ({
  kind: 'texts',
  texts: values,
  quoted: true,
});
export const text = (value: LocalizedText): FindingParam => ({ kind: 'text', text: value });
/** A word of a vocabulary, as the locale says it within a sentence. */
export const term = (vocabulary: string, code: string): FindingParam => ({ kind: 'term', vocabulary, code });
/** Several such words. */
export const terms = (vocabulary: string, codes: readonly string[]): FindingParam => ({
  kind: 'terms',
  vocabulary,
  codes,
});
/** A word that chooses a branch of the sentence and is never printed. */
export const choice = (word: string): FindingParam => ({ kind: 'text', text: word });

/** A finding of the whole portfolio: its id is its code. */
export const finding = (
  code: string,
  severity: Finding['severity'],
  rank: number,
  figures: readonly string[],
  params: Finding['params'],
): Finding => ({
  id: code,
  code,
  topic: topicOf(code),
  severity,
  rank,
  figures,
  params,
});

/** A finding about one account: its id is its code and the account, its figures are named without the account: `plan.completeness`. */
export const findingAbout = (
  id: string,
  code: string,
  severity: Finding['severity'],
  rank: number,
  figures: readonly string[],
  params: Finding['params'],
): Finding => ({
  id: `${code}.${id}`,
  code,
  topic: topicOf(code),
  account: id,
  severity,
  rank,
  figures: figures.map(name => `account.${id}.${name}`),
  params: { account: account(id), ...params },
  advises: [{ course: 'tend', accounts: [id] }],
});

/** The finding with what its decision asks for, instead of any course that it had. */
export const advising = (found: Finding, ...advises: readonly Advised[]): Finding => ({ ...found, advises });

/** Accounts that a decision names, and counts, by parameters of the finding. */
export const advised = (
  course: Course,
  ids: readonly string[],
  named?: string,
  counted?: string,
): Advised => ({
  course,
  accounts: ids,
  ...(named === undefined ? {} : { named }),
  ...(counted === undefined ? {} : { counted }),
});
