import type { Diagnostic } from '../../model/diagnostic.ts';
import { daysOf } from '../../model/period.ts';
import { at, type SourceRef } from '../../model/source.ts';
import * as catalogue from '../catalogue.ts';
import type { Draft, Locate } from '../draft.ts';
import { suggest } from '../suggest.ts';

/** How a check finds the place of what it reports. */
export interface Tools {
  readonly locate: Locate;
  /** A scalar as its author wrote it. */
  readonly written: (ref: SourceRef) => string | undefined;
}

/** The day up to which the data tell: the one declared, else the last of the period under review. */
export const dateOfData = ({ settings }: Pick<Draft, 'settings'>): string | undefined =>
  settings && (settings.document.dataAsOf ?? daysOf(settings.period, settings.fiscalYearStart).last);

export type Check = (draft: Draft, tools: Tools) => Iterable<Diagnostic>;

/** Reports a name that is not among those that are known. `what` completes the sentence: `There is no person "…"`. */
export function* unknownReference(
  what: string,
  name: string | undefined,
  known: ReadonlySet<string>,
  ref: SourceRef,
  tools: Tools,
  where: 'workspace' | 'account' = 'workspace',
): Generator<Diagnostic> {
  if (name === undefined || known.has(name)) return;
  yield catalogue.unknownReference(tools.locate(ref), what, name, suggest(name, known), where);
}

/**
 * Reports every entry of a list whose id an earlier entry has. Entries without an id are passed over.
 * @param key the key that holds the id
 */
export function* duplicateIds(
  list: readonly { readonly id?: string | undefined }[],
  listRef: SourceRef,
  tools: Tools,
  key = 'id',
): Generator<Diagnostic> {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    if (id === undefined) continue;
    if (seen.has(id)) yield catalogue.duplicateId(tools.locate(at(listRef, index, key)), id);
    seen.add(id);
  }
}
