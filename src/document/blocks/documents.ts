import type { Locale } from '../../locale/locale.ts';
import type { BlockContext } from '../context.ts';
import type { Block, DocumentGroup, DocumentItem } from '../model.ts';
import type { DocumentLink } from '../view.ts';

type LanguageName = (tag: string) => string;

/** Links to every other document of the build and to those of earlier quarters, by notebook. */
export const documentsBlock = ({
  documents,
  archive,
  locale,
}: BlockContext): Extract<Block, { kind: 'documents' }> => {
  const languageName = languageNames(documents, locale);
  return {
    kind: 'documents',
    groups: groupsOf(documents, locale, languageName),
    archive: archive().map(({ period, documents: own }) => ({
      title: locale.period(period),
      groups: groupsOf(own, locale, languageName),
    })),
  };
};

/** Those about the whole portfolio come first. */
const groupsOf = (
  documents: readonly DocumentLink[],
  locale: Locale,
  languageName: LanguageName,
): DocumentGroup[] => {
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
          languageName,
        ),
      ),
    };
  });
};

const itemOf = (title: string, links: readonly DocumentLink[], languageName: LanguageName): DocumentItem => ({
  title,
  accounts: links[0]?.accounts ?? [],
  kams: links[0]?.kams ?? [],
  links: links.map(({ format, locale: tag, path }) => ({
    label: `${languageName(tag)}, ${format.toUpperCase()}`,
    href: path,
    language: tag,
  })),
});

/** The language, with its region only where the documents are written for several of them. */
const languageNames = (documents: readonly DocumentLink[], locale: Locale): LanguageName => {
  const tags = [...new Set(documents.map(document => document.locale))];
  const languageOf = (tag: string): string => tag.slice(0, 2);
  return tag =>
    locale.languageName(
      tags.some(other => other !== tag && languageOf(other) === languageOf(tag)) ? tag : languageOf(tag),
    );
};
