import { isNotebookPart } from './input-files.ts';
import type { Manifest } from './manifest.ts';

/** `account-plan/aceros-montgo.es-ES.pdf` is of the notebook account-plan. */
export const notebookOf = (output: string): string => /^[^/.]*/.exec(output)?.[0] ?? '';

type Notebooks = Manifest['notebooks'];

/** Whether a change of an input may change a document. The data and the templates concern every one of them. */
export const concerns = (input: string, output: string, notebooks: Notebooks): boolean => {
  if (!isNotebookPart(input)) return true;
  const name = notebookOf(output);
  const notebook = notebooks[name];
  return (
    input === `reports/${name}.md` || notebook?.lists === true || notebook?.files.includes(input) === true
  );
};

/** Whether a document lists those of earlier quarters. */
export const listsArchive = (output: string, notebooks: Notebooks): boolean =>
  notebooks[notebookOf(output)]?.lists === true;
