import type { Files } from '../effects.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../model/diagnostic.ts';
import { ordersFile } from '../workspace/layout.ts';
import { parseYaml, withoutMark } from '../workspace/yaml.ts';
import { baseAfter, baseFile, baseIn } from './base.ts';
import { conflictFound, notMergeable, ordersDiffer } from './diagnostics.ts';
import type { Imported } from './map.ts';
import { type Merged, merge } from './merge/merge.ts';
import { mergeOrderLines } from './merge/order-lines.ts';
import { type Noted, readTraces, type Trace, tracedNote, traceOf } from './unfinished.ts';
import { contentsOf, type FileContent, fileOf, keyOrder, orderFile, type WorkspaceFile } from './write.ts';

/** A file as an import would leave it. */
export interface PlannedFile extends WorkspaceFile {
  /** Undefined where the file is new. */
  readonly before: string | undefined;
  /** Values that are new in a file that was there, and values that are changed. */
  readonly added: number;
  readonly changed: number;
  /** Values that stay as somebody wrote them since the last import, which brings the same as then. */
  readonly kept: number;
}

export interface Plan {
  /** Sorted by path; files that would stay as they are, too. */
  readonly files: readonly PlannedFile[];
  /** What the next import will compare with. */
  readonly notes: readonly WorkspaceFile[];
  /** What the next import must know of files while this one is cut off, and once it has come to its end. */
  readonly traces: { readonly meanwhile: readonly Trace[]; readonly afterwards: readonly Trace[] };
  /** Warnings: values that stay although the import brings others. */
  readonly conflicts: readonly Diagnostic[];
  /** Texts of the files that the conflicts are in, as they are now. */
  readonly sources: ReadonlyMap<string, string>;
}

/** What an import would write, worked out without writing anything. Refused where a file that it updates can't be read. */
export const planOf = async (imported: Imported, files: Files, force: boolean): Promise<Outcome<Plan>> => {
  const pieces: Piece[] = [];
  const diagnostics: Diagnostic[] = [];
  const traces = new Map((await readTraces(files)).map(trace => [trace.path, trace]));
  const notedNow = (path: string): Promise<Noted> => notedIn(files, path, traces.get(path));
  const planned = [
    ...contentsOf(imported).map(
      content => async () => planFile(content, await notedNow(content.path), force),
    ),
    ...orderFile(imported.orders).map(
      file => async () => planOrders(file, await notedNow(ordersFile), force),
    ),
  ];
  for (const make of planned) {
    const outcome = await make();
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value !== undefined) pieces.push(outcome.value);
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  const own = new Set(pieces.map(({ file }) => file.path));
  const afterwards = [...traces.values()].filter(({ path }) => !own.has(path));
  return {
    value: {
      traces: { meanwhile: [...afterwards, ...(await tracesOf(pieces, traces))], afterwards },
      files: pieces.map(({ file }) => file),
      notes: pieces.map(({ note }) => note),
      conflicts: diagnostics,
      sources: new Map(pieces.map(({ file }) => [file.path, file.before ?? ''])),
    },
    diagnostics: [],
  };
};

interface Piece {
  readonly file: PlannedFile;
  readonly note: WorkspaceFile;
  /** The note that goes with the file as it is. */
  readonly noteBefore: string | undefined;
}

/** A file as it is, and the note that goes with it: what an import that was cut off left behind knows it better. */
const notedIn = async (files: Files, path: string, trace: Trace | undefined): Promise<Noted> => {
  const text = await files.read(path);
  const traced = await tracedNote(trace, text);
  return { text, note: traced === undefined ? await files.read(baseFile(path)) : (traced ?? undefined) };
};

/** Of each file that changes, and of those of which an import before was cut off. */
const tracesOf = async (
  pieces: readonly Piece[],
  before: ReadonlyMap<string, Trace>,
): Promise<readonly Trace[]> =>
  Promise.all(
    pieces
      .filter(({ file }) => file.text !== file.before || before.has(file.path))
      .map(({ file, note, noteBefore }) =>
        traceOf(file.path, [
          { text: file.before, note: noteBefore },
          { text: file.text, note: note.text },
        ]),
      ),
  );

const planFile = (
  content: FileContent,
  { text: before, note: noteBefore }: Noted,
  force: boolean,
): Outcome<Piece> => {
  const { path } = content;
  const noted = baseIn(path, noteBefore);
  if (noted.value === undefined) return { diagnostics: noted.diagnostics };
  const base = noted.value;
  const note = baseAfter(base, content);
  if (before === undefined) {
    const file = { ...fileOf(content), before, added: 0, changed: 0, kept: 0 };
    return { value: { file, note, noteBefore }, diagnostics: [] };
  }
  const source = parseYaml(path, before);
  if (hasErrors(source.diagnostics)) return { diagnostics: source.diagnostics };
  const merged = mergeInto(withoutMark(before), content, base, force);
  if (!isSound(merged, content, base, force)) return { diagnostics: [notMergeable(path)] };
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const file = {
    path,
    text: mark + merged.text,
    before,
    added: merged.added.length,
    changed: merged.changed.length,
    kept: merged.kept.length,
  };
  const conflicts = merged.conflicts.map(conflict => conflictFound(path, withoutMark(before), conflict));
  return { value: { file, note, noteBefore }, diagnostics: conflicts };
};

const mergeInto = (
  text: string,
  { path, value, tables }: FileContent,
  base: FileContent['value'],
  force: boolean,
): Merged => merge({ text, imported: value, base, force, order: keyOrder(path), tables });

/** The result is YAML, and the same import finds nothing more to do in it: what was put in says what it should. */
const isSound = (
  merged: Merged,
  content: FileContent,
  base: FileContent['value'],
  force: boolean,
): boolean => {
  if (merged.added.length + merged.changed.length === 0) return true;
  if (hasErrors(parseYaml(content.path, merged.text).diagnostics)) return false;
  const again = mergeInto(merged.text, content, base, force);
  return again.text === merged.text;
};

const planOrders = (
  made: WorkspaceFile,
  { text: before, note: base }: Noted,
  force: boolean,
): Outcome<Piece> => {
  const note = { path: baseFile(ordersFile), text: made.text };
  const plan = (text: string): Outcome<Piece> => ({
    value: {
      file: { path: ordersFile, text, before, ...lineCounts(before, text), kept: 0 },
      note,
      noteBefore: base,
    },
    diagnostics: [],
  });
  if (before === undefined || before === base || force) return plan(made.text);
  const merged = mergeOrderLines(before, made.text, base);
  return 'text' in merged ? plan(merged.text) : { diagnostics: [ordersDiffer(ordersFile, merged.unknown)] };
};

const lineCounts = (
  before: string | undefined,
  after: string,
): { readonly added: number; readonly changed: number } => {
  if (before === undefined) return { added: 0, changed: 0 };
  const there = new Set(before.split(/\r?\n/));
  return { added: after.split(/\r?\n/).filter(line => !there.has(line)).length, changed: 0 };
};
