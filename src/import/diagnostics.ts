import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/source.ts';
import { suggest } from '../workspace/suggest.ts';
import type { Conflict } from './merge/merge.ts';
import type { Section } from './section.ts';

/** Every code that an import can report. */
export type ImportCode =
  | 'import/unknown-target'
  | 'import/statement-count'
  | 'import/statement-refused'
  | 'import/sql-failed'
  | 'import/unknown-column'
  | 'import/missing-column'
  | 'import/source-unreadable'
  | 'import/conflict'
  | 'import/not-mergeable'
  | 'import/orders-differ';

const error = (code: ImportCode, message: string, hints: readonly string[], span?: Span): Diagnostic => ({
  code,
  severity: 'error',
  message,
  hints,
  ...(span === undefined ? {} : { span }),
});

/** The header of a section; its first line where it has none. */
const headerOf = (section: Section): Span => ({
  file: section.file,
  line: Math.max(1, section.line),
  column: 1,
  length: 0,
});

export const unknownTarget = (span: Span, name: string, known: readonly string[]): Diagnostic => {
  const meant = suggest(name, known);
  return error(
    'import/unknown-target',
    `"${name}" is not a place that rows can go to.`,
    [
      ...(meant === undefined ? [] : [`Write "-- into: ${meant}" if that is what you mean.`]),
      `Choose one of ${known.join(', ')}, or "-- rejects" for rows that are set aside.`,
    ],
    span,
  );
};

export const statementCount = (section: Section, found: number): Diagnostic =>
  error(
    'import/statement-count',
    section.into === 'preparation'
      ? `${found} statements return rows before the first header, so nobody would read them.`
      : `The section for ${section.into} has ${found} statements that return rows; it needs exactly one.`,
    ['Put one header "-- into: …" before each statement that returns rows.'],
    headerOf(section),
  );

export const statementRefused = (section: Section, kind: string): Diagnostic =>
  error(
    'import/statement-refused',
    `An import reads: a statement of the kind ${kind} is not run.`,
    ['Use SELECT, CREATE, INSERT, UPDATE, DELETE, DROP or SET VARIABLE.'],
    headerOf(section),
  );

/** What to do about some errors of the database. */
const waysOut: readonly (readonly [RegExp, string])[] = [
  [
    /^Out of Memory/i,
    'Statements share a gigabyte: read fewer columns or rows at a time, or divide the source.',
  ],
  [
    /^Conversion Error: Could not convert string/i,
    'Read it with TRY_CAST(… AS DECIMAL(18, 2)), and set the rows aside that are not so: "-- rejects" before SELECT *, … AS reason … WHERE TRY_CAST(…) IS NULL. The report then names each.',
  ],
  [
    /sum\(VARCHAR\)/,
    'What is read from a file is text: sum(TRY_CAST(decimal_comma(amount) AS DECIMAL(18, 2))).',
  ],
];

const wayOut = (message: string): readonly string[] =>
  waysOut.flatMap(([cause, hint]) => (cause.test(message) ? [hint] : []));

/** @param seconds that all statements of a section may take */
export const sqlEndless = (section: Section, seconds: number): Diagnostic =>
  error(
    'import/sql-failed',
    `The statements had not ended after ${seconds} seconds, and were stopped.`,
    ['Look for a join without a condition or a recursion without an end, or divide the source.'],
    headerOf(section),
  );

/** @param message of the database, whose "LINE n:" is a line of the file, with a caret under the place */
export const sqlFailed = (section: Section, message: string): Diagnostic => {
  const place = /^(?<prefix>LINE (?<line>\d+): )(?<start>.{0,3}).*\n(?<indent> *)\^/m.exec(message)?.groups;
  const line = Number(place?.line ?? Math.max(1, section.line));
  // A long line is shown from its middle, with dots before it: where its first character stands is then unknown.
  const isWhole = place !== undefined && place.start !== '...';
  const column = isWhole ? (place.indent ?? '').length - (place.prefix ?? '').length + 1 : 1;
  const plain = message.split('\n\nLINE ')[0] ?? message;
  return error('import/sql-failed', plain, wayOut(plain), {
    file: section.file,
    line,
    column: Math.max(1, column),
    length: 1,
  });
};

const encodingHint =
  "In SQL: csv_rows('file.csv', encoding := 'windows-1252'). With a recipe: --encoding windows-1252.";

/** @param message with the file first, and why it can't be read */
export const sourceUnreadable = (section: Section, message: string): Diagnostic =>
  error(
    'import/source-unreadable',
    message,
    /not UTF-8/.test(message) ? [encodingHint] : [],
    headerOf(section),
  );

export const unknownColumn = (section: Section, column: string, known: readonly string[]): Diagnostic => {
  const meant = suggest(column, known);
  return error(
    'import/unknown-column',
    `${section.into} has no field "${column}".`,
    [
      ...(meant === undefined ? [] : [`Name the column "${meant}" if that is what you mean.`]),
      `Its fields: ${known.join(', ')}.`,
    ],
    headerOf(section),
  );
};

export const missingColumn = (section: Section, column: string): Diagnostic =>
  error(
    'import/missing-column',
    `The rows for ${section.into} have no column "${column}".`,
    [`Add "… AS ${column}" to the statement.`],
    headerOf(section),
  );

/** @param text of the file as it is, in which the conflict has its place */
export const conflictFound = (file: string, text: string, conflict: Conflict): Diagnostic => {
  const { path, offset, kept, imported, reason } = conflict;
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - (before.lastIndexOf('\n') + 1) + 1;
  const name = path.map(String).join('.').replaceAll('.[', '[');
  const stands = kept === undefined ? 'was taken out by hand' : `stays ${shown(kept)}`;
  return {
    code: 'import/conflict' satisfies ImportCode,
    severity: 'warning',
    message: `${name} ${stands}; the import brings ${shown(imported)}.`,
    hints: [conflictHints[reason]],
    span: { file, line, column, length: 1 },
  };
};

const conflictHints: Readonly<Record<Conflict['reason'], string>> = {
  'by-hand': 'It is not what an import wrote. Repeat with --force to take what the import brings.',
  shared: 'An anchor shares this value with other places of the file: change it by hand.',
  shape: 'The import brings a value of another shape: change it by hand.',
};

/** Characters of a value that a message shows. */
const shownLength = 60;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > shownLength ? `${text.slice(0, shownLength - 1)}…` : text;
};

export const notMergeable = (file: string): Diagnostic =>
  error(
    'import/not-mergeable',
    'The import can’t be brought into this file without changing other parts of it.',
    ['Write its maps and lists in the plain style of the guide, one key a line, and import again.'],
    { file, line: 1, column: 1, length: 0 },
  );

export const ordersDiffer = (file: string, lines: number): Diagnostic =>
  error(
    'import/orders-differ',
    lines === 0
      ? 'The columns of the order file are not those that the import brings.'
      : `${lines} order ${lines === 1 ? 'line is' : 'lines are'} in the file and not in the import: they may be others, or the same ones written otherwise, which would then count twice.`,
    ['Repeat with --force to put the lines of the import in their place; a copy is kept in .cuentas/backup.'],
    { file, line: 1, column: 1, length: 0 },
  );
