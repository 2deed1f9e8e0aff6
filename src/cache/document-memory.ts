import type { Reads } from '../analysis/reading/account-watch.ts';
import { listsDocuments } from '../document/check.ts';
import type { Library } from '../document/library.ts';
import type { Planned } from '../document/plan.ts';
import type { Edition } from '../edition/edition.ts';
import type { Output } from '../edition/made.ts';
import type { NamedPrinter } from '../effects.ts';
import { isNotebookPart } from '../manifest/input-files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { BuildMemory } from './build-memory.ts';
import { keyOf } from './key.ts';

/** Knows documents of earlier builds that rest on nothing that has changed since: they need not even be composed. */
export interface DocumentMemory {
  known(planned: Planned): Promise<RememberedDocument | undefined>;
  /** @param reads what the document was made from */
  remember(planned: Planned, reads: Reads, made: RememberedDocument): Promise<void>;
}

export interface RememberedDocument {
  readonly outputs: readonly Pick<Output, 'format' | 'hash' | 'missing'>[];
  readonly complaints: readonly Diagnostic[];
}

interface Composing {
  readonly edition: Pick<Edition, 'links'>;
  /** The files that each notebook is made of, by the first of them. */
  readonly parts: Library['parts'];
  readonly print: Pick<NamedPrinter, 'name'>;
}

export const createDocumentMemory = (
  { accounts, shared, inputs }: BuildMemory,
  { edition, parts, print }: Composing,
): DocumentMemory => {
  const notebookParts = [...inputs].filter(([path]) => isNotebookPart(path));
  const keyFor = async ({ notebook, subject, formats, path }: Planned): Promise<string> =>
    keyOf('document', shared, path, formats, {
      subject: subject?.name,
      browser: formats.includes('pdf') ? await print.name() : undefined,
      notebook: (parts.get(notebook.file) ?? []).map(part => [part, inputs.get(part)]),
      // Whoever lists all documents says what all notebooks are called.
      ...(listsDocuments(notebook) ? { links: edition.links, notebooks: notebookParts } : {}),
    });
  return {
    known: async planned => accounts.known('document', await keyFor(planned)),
    remember: async (planned, reads, made) =>
      accounts.remember('document', await keyFor(planned), reads, made),
  };
};
