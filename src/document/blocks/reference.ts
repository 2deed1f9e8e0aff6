import type { Method } from '../../analysis/method.ts';
import { methods } from '../../analysis/methods/index.ts';
import type { Locale } from '../../locale/locale.ts';
import type { CellOptions } from '../cells.ts';
import type { BlockContext } from '../context.ts';
import { escapeMarkup } from '../escape.ts';
import type { Block, DocumentGroup, DocumentItem } from '../model.ts';
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

/** Links to every other document of the build and to those of earlier quarters, by notebook. */
export const documentsBlock = ({
  documents,
  archive,
  locale,
}: BlockContext): Extract<Block, { kind: 'documents' }> => ({
  kind: 'documents',
  groups: groupsOf(documents, locale),
  archive: archive.map(({ period, documents: own }) => ({
    title: locale.period(period),
    groups: groupsOf(own, locale),
  })),
});

/** Those about the whole portfolio come first. */
const groupsOf = (documents: readonly DocumentLink[], locale: Locale): DocumentGroup[] => {
  const general = documents.filter(({ subject }) => subject === undefined);
  const notebooks = [...new Set([...general, ...documents].map(({ notebook }) => notebook))];
  return notebooks.map(notebook => {
    const own = documents.filter(document => document.notebook === notebook);
    const title = own.find(document => document.locale === locale.tag)?.title ?? own[0]?.title ?? notebook;
    return {
      title,
      items: [...new Set(own.map(({ subject }) => subject))].map(subject =>
        itemOf(
          subject ?? title,
          own.filter(document => document.subject === subject),
          locale,
        ),
      ),
    };
  });
};

const itemOf = (title: string, links: readonly DocumentLink[], locale: Locale): DocumentItem => ({
  title,
  accounts: links[0]?.accounts ?? [],
  kams: links[0]?.kams ?? [],
  links: links.map(({ format, locale: tag, path }) => ({
    label: `${locale.languageName(tag)}, ${format.toUpperCase()}`,
    href: path,
    language: tag,
  })),
});
