import type { Collected } from './composer.ts';
import { escapeMarkup } from './escape.ts';
import type { DocumentModel } from './model.ts';

// Control characters, which no text of the data holds: what is typed never looks like a mark.
const [before, after] = ['\u0002', '\u0003'];
const reference = new RegExp(`${before}([^${after}]*)${after}`, 'g');

/** As many as stand beside a title and its reason. */
const mostReferences = 2;

/** Marks a cross reference, or several in lines of their own; they become links when every number is known. */
export const referenceMark = (...labels: readonly string[]): string => `${before}${labels.join(' ')}${after}`;

/**
 * Puts links in place of the marks of cross references, once every figure has its number. A label whose section does
 * not show in this document prints nothing, and leaves no line of its own: the notebook's check has made sure that the label exists.
 */
export const linkReferences = (model: DocumentModel, labels: Collected['labels']): DocumentModel => {
  const link = (_: string, names: string): string =>
    names
      .split(' ')
      .flatMap(name => labels.get(name) ?? [])
      .slice(0, mostReferences)
      .map(target => `<a href="#${target.anchor}">${escapeMarkup(target.label)}</a>`)
      .join('<br>');
  return rewritten(model, text =>
    text.includes(before) ? text.replace(reference, link) : text,
  ) as DocumentModel;
};

/** The value with its texts rewritten; the very same one where none of them changed, as nearly all of a document. */
const rewritten = (value: unknown, rewrite: (text: string) => string): unknown => {
  if (typeof value === 'string') return rewrite(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(item => rewritten(item, rewrite));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    // Drawings hold chart specifications, which carry no references.
    if (key === 'drawing') continue;
    const child = (value as Record<string, unknown>)[key];
    const changed = rewritten(child, rewrite);
    if (changed === child) continue;
    copy ??= { ...value };
    copy[key] = changed;
  }
  return copy ?? value;
};
