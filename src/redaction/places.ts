import type { Place } from '../explain/explanation.ts';
import { placesIn } from '../explain/places.ts';
import type { SourceRef } from '../model/source.ts';
import { kindOf } from '../workspace/file-kinds.ts';
import { ordersFile } from '../workspace/layout.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import { type HiddenKey, ordersKind } from './fields.ts';
import type { CodeBook } from './names.ts';
import { codedFile, isAt } from './workspace.ts';

/** Whether a place holds what is hidden. */
export const hidesPlace =
  (keys: readonly HiddenKey[]) =>
  ({ file, path }: SourceRef): boolean => {
    const kind = file === ordersFile ? ordersKind : kindOf(file)?.name;
    const steps = path.filter(step => typeof step === 'string');
    return keys.some(key => key.kind === kind && isAt(key.steps, steps));
  };

/** The place in the files as they are that a reference of the coded workspace stands for. */
export const originalRefs = (book: CodeBook): ((ref: SourceRef) => SourceRef) => {
  const backwards = new Map([...turned(book.accounts), ...turned(book.people)]);
  const accounts = new Map(turned(book.accounts));
  const locals = new Map<string, ReadonlyMap<string, string>>();
  const localOf = (file: string): ReadonlyMap<string, string> => {
    const code = accountIn(file);
    const known = locals.get(code) ?? new Map(turned(book.local(accounts.get(code) ?? code)));
    locals.set(code, known);
    return known;
  };
  return ref => {
    const local = localOf(ref.file);
    return {
      file: ref.file.replace(/([^/]+)(?=\.yaml$)/, name => backwards.get(name) ?? name),
      path: ref.path.map(step =>
        typeof step === 'string' ? (local.get(step) ?? backwards.get(step) ?? step) : step,
      ),
    };
  };
};

/**
 * Finds references of a coded workspace in the files as they are: the right line of a file whose name is a code, and what
 * is written there by codes; of what is hidden, nothing.
 */
export const codedPlaces = (
  loaded: LoadedWorkspace,
  book: CodeBook,
  keys: readonly HiddenKey[],
): ((ref: SourceRef) => Place) => {
  const places = placesIn(loaded);
  const hides = hidesPlace(keys);
  const originalOf = originalRefs(book);
  return ref => {
    if (hides(ref)) return { hidden: true };
    const original = originalOf(ref);
    const { span, written } = places(original);
    return {
      ...(span === undefined ? {} : { span: { ...span, file: codedFile(span.file, book) } }),
      ...(written === undefined ? {} : { written: codeOf(written, original.file, book) }),
    };
  };
};

/** The id, or code, of the account that a file is about; empty for others. */
export const accountIn = (file: string): string => /^data\/accounts\/(.+)\.yaml$/.exec(file)?.[1] ?? '';

const codeOf = (written: string, file: string, book: CodeBook): string => {
  const bare = written.replaceAll(/^["']|["']$/g, '');
  const code = book.local(accountIn(file)).get(bare) ?? book.accounts.get(bare) ?? book.people.get(bare);
  return code?.id ?? book.mask(written);
};

const turned = (codes: CodeBook['accounts']): (readonly [string, string])[] =>
  [...codes].map(([id, code]) => [code.id, id]);
