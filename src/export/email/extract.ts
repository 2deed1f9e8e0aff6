import type { Block, DocumentModel, Section } from '../../document/model.ts';
import { flatBlocks } from '../documents.ts';

/** Gmail cuts a message off at 102 kB; what forwards add needs room, too. */
export const mostBytes = 90_000;

/** What a message can do without, the least first. */
const cuts: readonly ((section: Section) => readonly Section[])[] = [
  section => [section],
  section => (section.appendix ? [] : [section]),
  section =>
    section.appendix ? [] : [{ ...section, blocks: told(section, new Set(['table', 'figure', 'prose'])) }],
];

const told = ({ blocks }: Section, without: ReadonlySet<Block['kind']>): readonly Block[] =>
  flatBlocks(blocks).filter(({ kind }) => !without.has(kind));

export interface Extract {
  readonly document: DocumentModel;
  /** Whether something was left out. */
  readonly isShortened: boolean;
}

/** A document, and ever shorter extracts of it. */
export const extracts = (document: DocumentModel): readonly Extract[] =>
  cuts.map((cut, index) => ({
    document: { ...document, sections: document.sections.flatMap(cut) },
    isShortened: index > 0,
  }));

/** Bytes of a text in UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
