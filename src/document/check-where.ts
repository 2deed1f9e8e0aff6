import type { Scope } from '../analysis/scope.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { accountFields, criterionFields } from '../model/segmentation.ts';
import { suggest } from '../workspace/suggest.ts';
import type { CheckedNotebook } from './check.ts';
import { notebookError } from './diagnostics.ts';
import { lineSpan } from './notebook.ts';

/** Whether the filter of a notebook chooses among accounts, by fields that there are. */
export const checkWhere = ({ file, head, frontMatter }: CheckedNotebook, scope: Scope): Diagnostic[] => {
  const { where, each } = head;
  if (where === undefined) return [];
  if (each !== 'account') {
    const message = 'A filter chooses accounts, and this notebook does not make a document for each.';
    const hint = 'Write "each: account" in the front matter, or leave "where" out.';
    return [notebookError('notebook/filter', message, spanOf(file, frontMatter, /^\s*where:/), hint)];
  }
  const own = scope.workspace.accounts.flatMap(account => Object.keys(account.fields));
  const known = new Set<string>([
    ...accountFields,
    ...criterionFields(scope.workspace.program.scoring?.criteria ?? []),
    ...own.map(name => `fields.${name}`),
  ]);
  return where
    .filter(({ field }) => !known.has(field))
    .map(({ field }) => {
      const near = suggest(field, known);
      const hint = near === undefined ? `Fields: ${[...known].join(', ')}.` : `Did you mean "${near}"?`;
      const place = spanOf(file, frontMatter, new RegExp(`field:\\s*["']?${escaped(field)}`));
      return notebookError('notebook/filter', `There is no field "${field}" of accounts.`, place, hint);
    });
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The front matter begins on the second line of its file. */
const spanOf = (file: string, frontMatter: string, pattern: RegExp) => {
  const lines = frontMatter.split('\n');
  const index = Math.max(
    0,
    lines.findIndex(line => pattern.test(line)),
  );
  return lineSpan(file, index + 2, lines[index]);
};
