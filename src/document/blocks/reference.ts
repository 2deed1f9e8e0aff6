import type { Method } from '../../analysis/method.ts';
import { methods } from '../../analysis/methods/index.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Block } from '../model.ts';
import type { DocumentLink } from '../view.ts';

/** A table of facts: labels and values that the notebook fills in. Rows without a value are left out. */
export const factsBlock = (
  options: CellOptions<'facts'>,
  context: BlockContext,
): Extract<Block, { kind: 'facts' }> => ({
  kind: 'facts',
  rows: options.rows
    .map(({ label, value }) => ({ label: context.plain(label), value: context.plain(value) }))
    .filter(({ value }) => value.trim() !== ''),
});

const parts = ['formula', 'inputs', 'defaults', 'pitfalls'] as const;

/** The methods appendix: what each method of which the document has shown something says of itself. */
export const methodsBlock = ({ collected, locale }: BlockContext): Extract<Block, { kind: 'methods' }> => ({
  kind: 'methods',
  items: methods
    .filter(({ id }) => collected.methods.has(id))
    .map(method => ({
      id: method.id,
      title: locale.t(`methods.${method.id}.title`),
      rows: [
        ...parts.flatMap(part => proseRow(method, part, locale)),
        ...(method.literature.length === 0
          ? []
          : [{ label: locale.t('interface.literature'), html: escapeMarkup(method.literature.join('; ')) }]),
      ],
    })),
});

const proseRow = (
  method: Method,
  part: (typeof parts)[number],
  locale: BlockContext['locale'],
): { label: string; html: string }[] => {
  const key = `methods.${method.id}.${part}`;
  return locale.has(key) ? [{ label: locale.t(`interface.${part}`), html: escapeMarkup(locale.t(key)) }] : [];
};

const withoutSubject = (documents: readonly DocumentLink[]): DocumentLink[] =>
  documents.filter(({ subject }) => subject === undefined);

/** Links to every other document of the build, by notebook; those about the whole portfolio come first. */
export const documentsBlock = ({
  documents,
  locale,
}: BlockContext): Extract<Block, { kind: 'documents' }> => {
  const languageName = languageNames(documents, locale);
  const notebooks = [
    ...new Set([...withoutSubject(documents), ...documents].map(({ notebook }) => notebook)),
  ];
  return {
    kind: 'documents',
    groups: notebooks.map(notebook => {
      const own = documents.filter(
        document => document.notebook === notebook && document.locale === locale.tag,
      );
      const subjects = [...new Set(own.map(({ subject }) => subject))];
      return {
        title: own[0]?.title ?? notebook,
        items: subjects.map(subject => {
          const links = documents.filter(
            document => document.notebook === notebook && document.subject === subject,
          );
          return {
            title: subject ?? own[0]?.title ?? notebook,
            links: links.map(({ format, locale: tag, path }) => ({
              label: `${languageName(tag)}, ${format.toUpperCase()}`,
              href: path,
              language: tag,
            })),
          };
        }),
      };
    }),
  };
};

/** The language, with its region only where the documents are written for several of them. */
const languageNames = (
  documents: readonly DocumentLink[],
  locale: BlockContext['locale'],
): ((tag: string) => string) => {
  const tags = [...new Set(documents.map(document => document.locale))];
  const languageOf = (tag: string): string => tag.slice(0, 2);
  return tag =>
    locale.languageName(
      tags.some(other => other !== tag && languageOf(other) === languageOf(tag)) ? tag : languageOf(tag),
    );
};
