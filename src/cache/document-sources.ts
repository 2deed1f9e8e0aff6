import { listsDocuments } from '../document/check.ts';
import type { Library } from '../document/library.ts';
import type { Edition } from '../edition/edition.ts';
import type { Cache, Files, NamedPrinter } from '../effects.ts';
import { archiveHash } from '../manifest/archive.ts';
import { isNotebookPart } from '../manifest/input-files.ts';
import { type Asked, inputsOf } from '../manifest/record.ts';
import { createDocumentMemory, type DocumentMemory } from './document-memory.ts';

interface Composing {
  readonly edition: Edition;
  /** The files that each notebook is made of, by the first of them. */
  readonly parts: Library['parts'];
}

interface Outside {
  readonly cache: Cache;
  readonly files: Files;
  readonly print: Pick<NamedPrinter, 'name'>;
}

/** The memory of documents for a build: all that they are made from, beside what they read of accounts. */
export const documentMemoryOf = async (
  { edition, parts }: Composing,
  asked: Pick<Asked, 'period' | 'date' | 'inputs'>,
  { cache, files, print }: Outside,
): Promise<DocumentMemory> => {
  const inputs = await inputsOf(asked, files);
  const accounts = edition.analysis.scope.workspace.accounts.map(
    ({ source: { file } }) => [file, inputs.get(file) ?? ''] as const,
  );
  const isAccount = new Set(accounts.map(([file]) => file));
  const notebookParts = [...inputs].filter(([path]) => isNotebookPart(path));
  return createDocumentMemory(cache, {
    shared: {
      period: asked.period,
      date: asked.date,
      archive: await archiveHash(edition.archived),
      inputs: [...inputs].filter(([path]) => !isAccount.has(path) && !isNotebookPart(path)),
    },
    ownOf: async ({ notebook, subject, formats }) => ({
      subject: subject?.name,
      browser: formats.includes('pdf') ? await print.name() : undefined,
      notebook: (parts.get(notebook.file) ?? []).map(part => [part, inputs.get(part)]),
      // Whoever lists all documents says what all notebooks are called.
      ...(listsDocuments(notebook) ? { links: edition.links, notebooks: notebookParts } : {}),
    }),
    accounts,
    read: files.readBytes,
  });
};
