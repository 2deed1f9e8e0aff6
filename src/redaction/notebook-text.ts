import { createMask } from './mask.ts';
import type { CodeBook } from './names.ts';

/** Expressions, the head and fenced cells: what the product reads, where a name is an id. */
const code = /(\{\{[\s\S]*?\}\}|^---\n[\s\S]*?^---$|^(?:```|~~~)[\s\S]*?^(?:```|~~~)$)/m;

const id = /[a-z0-9]+(?:-[a-z0-9]+)*/g;

/**
 * A notebook of the workspace for an audience. Its author is trusted, but may have written of an account by name: prose is
 * masked, and what the product reads names accounts and people by their codes, as the data do.
 */
export const codedNotebook = (book: CodeBook): ((text: string) => string) => {
  const ids = new Map([...book.accounts, ...book.people].map(([own, made]) => [own, made.id]));
  // A name of one word may be a word of the language in which cells are written.
  const ofSeveralWords = createMask(book.terms.filter(({ name }) => /\S[\s-]\S/.test(name)));
  const inCode = (text: string): string =>
    text.replaceAll(id, (own, place: number) => {
      const before = text.slice(0, place);
      return own.includes('-') || /(account\.|plan\/|review\/|["'])$/.test(before)
        ? (ids.get(own) ?? own)
        : own;
    });
  return text =>
    text
      .split(code)
      .map((part, index) => {
        if (index % 2 === 0) return book.mask(part);
        return part.startsWith('{{') ? inCode(part) : ofSeveralWords(inCode(part));
      })
      .join('');
};
