import type { Finding, FindingParam } from '../../model/finding.ts';

/** Parameters of sentences, by kind. */
export const share = (value: number, signed = false): FindingParam => ({
  kind: 'number',
  value,
  unit: 'share',
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
export const count = (value: number): FindingParam => ({ kind: 'count', value });
export const account = (id: string): FindingParam => ({ kind: 'account', id });
export const accounts = (ids: readonly string[]): FindingParam => ({ kind: 'accounts', ids });
export const figure = (id: string): FindingParam => ({ kind: 'figure', id });
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
  topic: code.slice(0, code.indexOf('.')),
  severity,
  rank,
  figures,
  params,
});
