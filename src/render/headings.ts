import { plainText } from '../document/context.ts';
import type { Block, DocumentModel } from '../document/model.ts';

/** A heading of a document. */
export interface Heading {
  /** Plain text. */
  readonly text: string;
  /** The section that it heads. */
  readonly section?: string;
}

/** The headings of a document in their order: those of cover and contents, of the sections, and of what stands in them. */
export const headingsOf = ({ title, subject, sections }: DocumentModel): Heading[] => [
  { text: subject === undefined ? title : `${title} ${subject}` },
  { text: title },
  ...sections.flatMap(({ id, headline, blocks }): Heading[] => [
    { text: plainText(headline), section: id },
    ...blocks.flatMap(block => withinBlock(block)),
  ]),
];

const withinBlock = (block: Block): Heading[] => {
  if (block.kind === 'row') return block.blocks.flatMap(withinBlock);
  if (block.kind === 'decisions') return block.items.map(({ title }) => ({ text: plainText(title) }));
  if (block.kind === 'methods') return block.items.map(({ title }) => ({ text: title }));
  return block.kind === 'quadrants' ? block.quadrants.map(({ title }) => ({ text: title })) : [];
};
