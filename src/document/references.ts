import type { Collected } from './composer.ts';
import { escapeMarkup } from './escape.ts';
import type { DocumentModel } from './model.ts';

// Control characters, which no text of the data holds: what is typed never looks like a mark.
const [before, after] = ['\u0002', '\u0003'];
const reference = new RegExp(`${before}([^${after}]*)${after}`, 'g');

/** Marks a cross reference; it becomes a link when every number is known. */
export const referenceMark = (label: string): string => `${before}${label}${after}`;

/**
 * Puts links in place of the marks of cross references, once every figure has its number. A label whose section does
 * not show in this document prints nothing: the notebook's check has made sure that the label exists.
 */
export const linkReferences = (model: DocumentModel, labels: Collected['labels']): DocumentModel => {
  const link = (_: string, name: string): string => {
    const target = labels.get(name);
    return target === undefined ? '' : `<a href="#${target.anchor}">${escapeMarkup(target.label)}</a>`;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return value.includes(before) ? value.replace(reference, link) : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    // Drawings hold chart specifications, which carry no references.
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, key === 'drawing' ? child : walk(child)]),
    );
  };
  return walk(model) as DocumentModel;
};
