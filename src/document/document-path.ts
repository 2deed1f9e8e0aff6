/** What the path of a document below the folder of its period says. */
export interface DocumentPath {
  /** The notebook, or `notebook/subject`. */
  readonly id: string;
  readonly notebook: string;
  readonly subject: string | undefined;
  /** Of its locale. */
  readonly tag: string;
  readonly format: 'html' | 'pdf';
}

const form = /^(([a-z0-9-]+)(?:\/([^/]+))?)\.([a-z]{2}(?:-[A-Z]{2})?)\.(html|pdf)$/;

/** Of `account-plan/aceros-montgo.es-ES.pdf`; undefined where no document has such a path. */
export const documentAt = (path: string): DocumentPath | undefined => {
  const [, id, notebook, subject, tag, format] = form.exec(path) ?? [];
  if (id === undefined || notebook === undefined || tag === undefined) return undefined;
  return { id, notebook, subject, tag, format: format === 'pdf' ? 'pdf' : 'html' };
};
